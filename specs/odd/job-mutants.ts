import type { OddMutant } from './oddity.ts';
import { answers } from './tampering.ts';

interface Job {
  readonly state: string;
  readonly sheets: readonly { readonly side: string }[];
}

const isJob = (body: Job | object): body is Job => 'sheets' in body;

/** Mutants of oddities that take their time: what is wrong is promised by their workflow alone. */
export const jobMutants: Readonly<Record<string, readonly OddMutant[]>> = {
  'slow-jobs': [
    {
      name: 'jobs-are-never-done',
      fault: 'GET /jobs/{jobId} answers that the job is queued, however long one waits',
      kills: ['print-a-leaflet/workflow'],
      put: answers('GET', /^\/jobs\/\d+$/, (job: Job | object) => (isJob(job) ? { ...job, state: 'queued' } : job)),
    },
    {
      name: 'sheets-have-no-front',
      fault: 'GET /jobs/{jobId} answers sheets that are all backs',
      kills: ['print-a-leaflet/workflow'],
      put: answers('GET', /^\/jobs\/\d+$/, (job: Job | object) =>
        isJob(job) ? { ...job, sheets: job.sheets.map((sheet) => ({ ...sheet, side: 'back' })) } : job),
    },
    {
      name: 'nobody-queues',
      fault: 'POST /jobs says in X-Queue that nobody is in the queue',
      kills: ['print-a-leaflet/workflow'],
      put: (_request, response, next) => {
        const { set } = response;
        response.set = ((name: string, value: string) => set.call(response, name, name === 'X-Queue' ? '0' : value)) as typeof set;
        next();
      },
    },
    {
      name: 'titles-are-shouted',
      fault: 'POST /jobs answers the title in capital letters',
      kills: ['jobs/lifecycle', 'print-a-leaflet/workflow'],
      put: answers('POST', /^\/jobs$/, (job: { readonly title?: string }) =>
        job.title === undefined ? job : { ...job, title: job.title.toUpperCase() }),
    },
  ],
};

import { takes, type Oddity } from '../oddity.ts';
import { Shelf } from '../shelf.ts';

interface Job {
  readonly id: number;
  readonly title: string;
  readonly since: number;
}

/** Milliseconds that a job takes. */
const slowness = 300;

/** Oddities of what takes its time. */
export const jobs: Readonly<Record<string, Oddity>> = {
  'slow-jobs': (router) => {
    const waiting = new Shelf<Job>();
    const shown = ({ id, title, since }: Job) => {
      const isDone = Date.now() - since >= slowness;
      const sheets = isDone ? ['front', 'back'].map((side, index) => ({ number: index + 1, side })) : [];
      return { id, title, state: isDone ? 'done' : 'queued', sheets };
    };
    const job = { type: 'object', required: ['title'], properties: { title: { type: 'string', minLength: 1, maxLength: 40 } } };
    router.post('/jobs', takes(job, ({ title }: Pick<Job, 'title'>, _request, response) => {
      const made = { id: waiting.next(), title, since: Date.now() };
      waiting.things.set(String(made.id), made);
      response.status(201).set('X-Queue', String(waiting.things.size)).json(shown(made));
    }));
    router.get('/jobs/:jobId', waiting.with('jobId', (one, response) => void response.json(shown(one))));
    router.delete('/jobs/:jobId', waiting.remove('jobId'));
  },
};

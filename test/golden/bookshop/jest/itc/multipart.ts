// Written by itc, the same for every contract. Do not edit: it is written again.
/** Bodies of multipart/form-data (RFC 7578), byte by byte. */
import { writeJson } from "./json";
import { Upload } from "./values";
import { bytesOf, written, type Values } from "./wire";

export interface Part {
  readonly name: string;
  readonly content: Buffer;
  readonly file?: string;
  readonly mediaType?: string;
}

/** One part for each value; a list repeats its name, and an object is sent as JSON. */
export function partsOf(values: Values): readonly Part[] {
  return Object.entries(values).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value]).map((item: unknown) =>
      partOf(name, item),
    ),
  );
}

/** The bytes of a body, and its media type. */
export function joined(parts: readonly Part[]): {
  readonly content: Buffer;
  readonly mediaType: string;
} {
  const boundary = `itc-${Math.random().toString(16).slice(2).padEnd(12, "0")}`;
  const chunks = parts.flatMap(({ name, content, file, mediaType }) => [
    bytesOf(
      `--${boundary}\r\nContent-Disposition: form-data; name="${quoted(name)}"` +
        (file === undefined ? "" : `; filename="${quoted(file)}"`) +
        (mediaType === undefined ? "" : `\r\nContent-Type: ${mediaType}`) +
        "\r\n\r\n",
    ),
    content,
    Buffer.from("\r\n"),
  ]);
  return {
    content: Buffer.concat([...chunks, Buffer.from(`--${boundary}--\r\n`)]),
    mediaType: `multipart/form-data; boundary=${boundary}`,
  };
}

function partOf(name: string, item: unknown): Part {
  if (item instanceof Upload) {
    return {
      name,
      content: item.content,
      file: item.name,
      mediaType: item.mediaType,
    };
  }
  if (typeof item === "object" && item !== null) {
    return {
      name,
      content: bytesOf(writeJson(item)),
      mediaType: "application/json",
    };
  }
  return { name, content: bytesOf(written(item)) };
}

/** As HTML has it: https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#multipart-form-data */
function quoted(text: string): string {
  return text
    .replaceAll('"', "%22")
    .replaceAll("\r", "%0D")
    .replaceAll("\n", "%0A");
}

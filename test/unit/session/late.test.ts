import { describe, expect, it, vi } from 'vitest';
import { Late } from '../../../src/session/late.js';

class Part {
  readonly heard: string[] = [];
  isClosed = false;

  close(): void {
    this.isClosed = true;
  }
}

const settled = (): Promise<void> => new Promise((done) => setImmediate(done));

/** A part on its way, and what makes it come or not. */
function expectPart(): {
  late: Late<Part>;
  come: () => void;
  fail: (cause: Error) => void;
  failed: ReturnType<typeof vi.fn>;
} {
  let come: () => void = () => undefined;
  let fail: (cause: Error) => void = () => undefined;
  const failed = vi.fn();
  const late = new Late<Part>(
    () =>
      new Promise((resolve, reject) => {
        come = () => resolve(() => new Part());
        fail = reject;
      }),
    failed,
  );
  return { late, come, fail, failed };
}

describe('Late', () => {
  it('says what was said before it came, in the same order', async () => {
    const { late, come } = expectPart();
    late.tell((part) => {
      part.heard.push('one');
      late.tell(() => part.heard.push('three'));
    });
    late.tell((part) => part.heard.push('two'));
    const answer = late.ask((part) => part.heard.push('four'));
    come();
    await answer;
    expect(late.part?.heard).toEqual(['one', 'two', 'three', 'four']);
  });

  it('is told and asked at once when it is here', async () => {
    const { late, come } = expectPart();
    come();
    await settled();
    late.tell((part) => part.heard.push('one'));
    void late.ask((part) => part.heard.push('two'));
    expect(late.part?.heard).toEqual(['one', 'two']);
  });

  it('tells once where it cannot be had, and rejects what is asked of it', async () => {
    const { late, fail, failed } = expectPart();
    late.tell((part) => part.heard.push('one'));
    const answer = late.ask(() => 'never');
    fail(new Error('no such file'));
    await expect(answer).rejects.toMatchObject({ code: 'file-missing' });
    await expect(late.ask(() => 'never')).rejects.toMatchObject({ code: 'file-missing' });
    expect(failed).toHaveBeenCalledOnce();
  });

  it('is never made where it comes after the end, and then answers nothing', async () => {
    const { late, come, failed } = expectPart();
    const answer = late.ask(() => 'too late');
    late.close();
    come();
    await expect(answer).rejects.toMatchObject({ code: 'not-joined' });
    expect(late.part).toBeUndefined();
    expect(failed).not.toHaveBeenCalled();
  });

  it('is silent where it cannot be had after the end', async () => {
    const { late, fail, failed } = expectPart();
    late.close();
    fail(new Error('no such file'));
    await expect(late.ask(() => 'never')).rejects.toMatchObject({ code: 'not-joined' });
    expect(failed).not.toHaveBeenCalled();
  });

  it('closes what came where what it heard first ends everything', async () => {
    const { late, come } = expectPart();
    let heard: { isClosed: boolean } | undefined;
    late.tell((part) => {
      heard = part;
      late.close();
    });
    come();
    await settled();
    expect(heard?.isClosed).toBe(true);
    expect(late.part).toBeUndefined();
  });

  it('closes what came', async () => {
    const { late, come } = expectPart();
    come();
    await settled();
    late.close();
    expect(late.part?.isClosed).toBe(true);
    await expect(late.ask(() => 'never')).rejects.toMatchObject({ code: 'not-joined' });
  });
});

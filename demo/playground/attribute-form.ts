import { readStored, writeStored } from './stored.js';

/** Attributes by name; undefined where an attribute is to be absent. */
export type Attributes = ReadonlyMap<string, string | undefined>;

type Control = HTMLInputElement | HTMLSelectElement;

/** Kept while the tab is open, so that a reload changes nothing. The room is in the address, and a token is a secret. */
const storageKey = 'playground';
const notKept: ReadonlySet<string> = new Set(['room', 'token']);

/**
 * The attributes as controls: each control has the name of its attribute. What a control says in the unchanged page is the
 * attribute's default, for which the attribute is left out.
 */
export class AttributeForm {
  readonly #form: HTMLFormElement;

  /** `changed` is called after each change that a person makes. */
  constructor(form: HTMLFormElement, changed: () => void) {
    this.#form = form;
    form.addEventListener('change', ({ target }) => {
      if (target instanceof HTMLInputElement) this.#keepOne(target);
      changed();
    });
    form.addEventListener('submit', (event) => event.preventDefault());
    form.addEventListener('reset', (event) => {
      event.preventDefault();
      for (const control of this.#controls) if (control.name !== 'room') toDefault(control);
      changed();
    });
  }

  attributes(): Attributes {
    const names = new Set(this.#controls.map(({ name }) => name));
    return new Map([...names].map((name) => [name, valueOf(this.#named(name))]));
  }

  set(name: string, value: string | undefined): void {
    for (const control of this.#named(name)) setControl(control, value);
  }

  keep(): void {
    const kept = [...this.attributes()].flatMap(([name, value]) =>
      value === undefined || notKept.has(name) ? [] : [[name, value]],
    );
    writeStored(() => sessionStorage, storageKey, new URLSearchParams(kept).toString());
  }

  restore(): void {
    const kept = new URLSearchParams(readStored(() => sessionStorage, storageKey));
    for (const [name, value] of kept) this.set(name, value);
  }

  /** A list without any entry would mean the same as no list. */
  #keepOne(input: HTMLInputElement): void {
    const list = this.#named(input.name);
    if (isList(list) && !list.some((control) => (control as HTMLInputElement).checked)) input.checked = true;
  }

  get #controls(): Control[] {
    return [...this.#form.elements].filter(
      (element): element is Control =>
        (element instanceof HTMLInputElement || element instanceof HTMLSelectElement) && element.name !== '',
    );
  }

  #named(name: string): Control[] {
    return this.#controls.filter((control) => control.name === name);
  }
}

function valueOf(controls: readonly Control[]): string | undefined {
  if (isList(controls)) {
    const checked = controls.filter((control) => (control as HTMLInputElement).checked);
    return checked.length === controls.length ? undefined : checked.map(({ value }) => value).join(' ');
  }
  for (const control of controls) {
    if (control instanceof HTMLSelectElement || control.type === 'text') return control.value.trim() || undefined;
    if (control.type === 'checkbox') return control.checked ? '' : undefined;
    if (control.checked) return control.defaultChecked ? undefined : control.value;
  }
  return undefined;
}

function setControl(control: Control, value: string | undefined): void {
  if (value === undefined) toDefault(control);
  else if (control instanceof HTMLSelectElement || control.type === 'text') control.value = value;
  else if (control.type === 'radio') control.checked = control.value === value;
  else control.checked = control.hasAttribute('value') ? value.split(' ').includes(control.value) : true;
}

function toDefault(control: Control): void {
  if (control instanceof HTMLSelectElement) control.value = '';
  else if (control.type === 'text') control.value = '';
  else control.checked = control.defaultChecked;
}

/** Several checkboxes of one name are the entries of a list. */
function isList(controls: readonly Control[]): boolean {
  return controls.length > 1 && controls.every(({ type }) => type === 'checkbox');
}

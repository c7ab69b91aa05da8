/** Attributes by name; undefined where an attribute is to be absent. */
export type Attributes = ReadonlyMap<string, string | undefined>;

type Control = HTMLInputElement | HTMLSelectElement;

/**
 * The attributes as controls: each control has the name of its attribute. What a control says in the unchanged page is the
 * attribute's default, for which the attribute is left out.
 */
export class AttributeForm {
  readonly #form: HTMLFormElement;

  /** `changed` gets the attributes that a person changed, after each change. */
  constructor(form: HTMLFormElement, changed: (attributes: Attributes) => void) {
    this.#form = form;
    form.addEventListener('change', ({ target }) => {
      if (target instanceof HTMLInputElement) this.#keepOne(target);
      if (isControl(target)) changed(this.#read([target.name]));
    });
    form.addEventListener('submit', (event) => event.preventDefault());
    form.addEventListener('reset', (event) => {
      event.preventDefault();
      const names = this.names.filter((name) => name !== 'room');
      for (const name of names) this.set(name, undefined);
      changed(this.#read(names));
    });
  }

  /** The attributes that there are controls for. */
  get names(): readonly string[] {
    return [...new Set(this.#controls.map(({ name }) => name))];
  }

  /** Shows an attribute as it is. What no control can say is left to the attribute: then none is chosen. */
  set(name: string, value: string | undefined): void {
    for (const control of this.#named(name)) setControl(control, value);
  }

  #read(names: readonly string[]): Attributes {
    return new Map(names.map((name) => [name, valueOf(this.#named(name))]));
  }

  /** A list without any entry would mean the same as no list. */
  #keepOne(input: HTMLInputElement): void {
    const list = this.#named(input.name);
    if (isList(list) && !list.some((control) => (control as HTMLInputElement).checked)) input.checked = true;
  }

  get #controls(): Control[] {
    return [...this.#form.elements].filter(isControl);
  }

  #named(name: string): Control[] {
    return this.#controls.filter((control) => control.name === name);
  }
}

function isControl(target: unknown): target is Control {
  return (target instanceof HTMLInputElement || target instanceof HTMLSelectElement) && target.name !== '';
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

import { Modal, ModalBody, ModalHeader, Switch } from '../shared/patternfly.ts';
import { Fragment } from 'react';
import { type Binding, keymap, printed } from './keymap.ts';
import { useShortcuts } from './ShortcutProvider.tsx';
import './shortcuts.css';

const places: Binding['where'][] = ['Anywhere', 'List', 'Ownership', 'Case'];

/** Every shortcut there is, and the switch that turns single keys off (WCAG 2.1.4). */
export function HelpDialog({ open, close }: { open: boolean; close: () => void }) {
  const { enabled, setEnabled } = useShortcuts();
  return (
    <Modal isOpen={open} onClose={close} variant="medium" aria-labelledby="help-title">
      <ModalHeader title="Keyboard" labelId="help-title" description="Single keys do nothing while you are writing in a field." />
      <ModalBody tabIndex={0} aria-label="Shortcuts">
        <Switch
          id="shortcuts-enabled"
          label="Single-key shortcuts"
          isChecked={enabled}
          onChange={(_event, checked) => setEnabled(checked)}
        />
        <div className="shortcuts" data-enabled={enabled}>
          {places.map((place) => (
            <section key={place} aria-labelledby={`shortcuts-${place}`}>
              <h2 id={`shortcuts-${place}`}>{place}</h2>
              <dl>
                {keymap
                  .filter((binding) => binding.where === place)
                  .map((binding) => (
                    <div key={binding.command}>
                      <dt>
                        <Keys binding={binding} />
                      </dt>
                      <dd>{binding.what}</dd>
                    </div>
                  ))}
                {place === 'Case' && (
                  <div>
                    <dt>
                      <kbd>Ctrl</kbd> or <kbd>⌘</kbd> <kbd>Enter</kbd>
                    </dt>
                    <dd>Send the reply</dd>
                  </div>
                )}
              </dl>
            </section>
          ))}
        </div>
      </ModalBody>
    </Modal>
  );
}

function Keys({ binding }: { binding: Binding }) {
  return binding.keys.map((keys, index) => (
    <Fragment key={keys}>
      {index > 0 && ' or '}
      {printed(keys).map((cap) => (
        <kbd key={cap}>{cap}</kbd>
      ))}
    </Fragment>
  ));
}

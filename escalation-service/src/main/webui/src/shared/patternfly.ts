/** The parts of PatternFly that the console uses. Named one by one: the package as a whole brings the style sheets of everything. */
export { Alert, AlertActionCloseButton } from '@patternfly/react-core/dist/dynamic/components/Alert';
export { Bullseye } from '@patternfly/react-core/dist/dynamic/layouts/Bullseye';
export { Button } from '@patternfly/react-core/dist/dynamic/components/Button';
export { Divider } from '@patternfly/react-core/dist/dynamic/components/Divider';
export { Dropdown, DropdownGroup, DropdownItem, DropdownList } from '@patternfly/react-core/dist/dynamic/components/Dropdown';
export {
  EmptyState,
  EmptyStateActions,
  EmptyStateBody,
  EmptyStateFooter,
} from '@patternfly/react-core/dist/dynamic/components/EmptyState';
export { Form, FormGroup } from '@patternfly/react-core/dist/dynamic/components/Form';
export { FormSelect, FormSelectOption } from '@patternfly/react-core/dist/dynamic/components/FormSelect';
export { MenuToggle } from '@patternfly/react-core/dist/dynamic/components/MenuToggle';
export { Modal, ModalBody, ModalFooter, ModalHeader } from '@patternfly/react-core/dist/dynamic/components/Modal';
export { Skeleton } from '@patternfly/react-core/dist/dynamic/components/Skeleton';
export { Spinner } from '@patternfly/react-core/dist/dynamic/components/Spinner';
export { Switch } from '@patternfly/react-core/dist/dynamic/components/Switch';
export { Tab, TabTitleText, Tabs } from '@patternfly/react-core/dist/dynamic/components/Tabs';
export { TextArea } from '@patternfly/react-core/dist/dynamic/components/TextArea';
export { TextInput } from '@patternfly/react-core/dist/dynamic/components/TextInput';
export { ToggleGroup, ToggleGroupItem } from '@patternfly/react-core/dist/dynamic/components/ToggleGroup';
export { Tooltip } from '@patternfly/react-core/dist/dynamic/components/Tooltip';

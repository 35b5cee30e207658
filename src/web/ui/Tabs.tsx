import { Tabs as MidasTabs, Tab, TabList, TabPanel } from "@midas-ds/components/tabs/index.js";
import type { ReactNode } from "react";
import "./tabs.css";

type Props = {
  readonly label: string;
  readonly tabs: readonly {
    readonly id: string;
    readonly name: string;
    readonly content: ReactNode;
  }[];
  readonly selected: string;
  readonly onSelect: (id: string) => void;
};

export function Tabs({ label, tabs, selected, onSelect }: Props) {
  return (
    <MidasTabs
      className="tabs"
      selectedKey={selected}
      onSelectionChange={(key) => onSelect(String(key))}
      keyboardActivation="manual"
    >
      <TabList aria-label={label} className="tab-list">
        {tabs.map(({ id, name }) => (
          <Tab key={id} id={id}>
            {name}
          </Tab>
        ))}
      </TabList>
      {tabs.map(({ id, content }) => (
        <TabPanel key={id} id={id} className="tab-panel">
          {content}
        </TabPanel>
      ))}
    </MidasTabs>
  );
}

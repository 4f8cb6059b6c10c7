import { type DragEvent, useState } from "react";

/** Takes files by dropping or choosing. By keyboard it is a file input like any other. */
export function DropZone({ onFile }: { onFile: (file: File) => void }) {
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    for (const file of event.dataTransfer.files) onFile(file);
  };
  return (
    <label
      className={over ? "drop over" : "drop"}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <span>
        <strong>Drop PDF statements here</strong>, or choose them. Up to 20 MiB each.
      </span>
      <input
        type="file"
        accept="application/pdf,.pdf"
        multiple
        onChange={(event) => {
          for (const file of event.target.files ?? []) onFile(file);
          // The same file may be chosen again.
          event.target.value = "";
        }}
      />
    </label>
  );
}

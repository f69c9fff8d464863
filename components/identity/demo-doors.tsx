import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { ROLES, type Role } from "@/db/enums";

/** One button per person of the demonstration. Only on instances that show one. */
export function DemoDoors({
  action,
  hidden,
  labels,
}: {
  action: (form: FormData) => Promise<void>;
  hidden: Record<string, string>;
  labels: { title: string; lead: string; roles: Record<Role, string> };
}) {
  return (
    <Card as="section" look="sunken" aria-labelledby="demo-title">
      <h2 id="demo-title" className="text-xl">
        {labels.title}
      </h2>
      <p className="mt-1">{labels.lead}</p>
      <form
        action={action}
        className="mt-4 grid grid-cols-[repeat(auto-fit,minmax(min(100%,13rem),1fr))] gap-3"
      >
        {Object.entries(hidden).map(([key, value]) => (
          <input key={key} type="hidden" name={key} value={value} />
        ))}
        {ROLES.map((role) => (
          <Button key={role} type="submit" name="role" value={role} tone="secondary" size="large" block>
            {labels.roles[role]}
          </Button>
        ))}
      </form>
    </Card>
  );
}

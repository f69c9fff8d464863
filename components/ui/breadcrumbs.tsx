import { ChevronRightIcon } from "./icons";
import { PageLink } from "./page-link";

/** The way here. The last entry is this page and is not a link. */
export function Breadcrumbs({ label, items }: { label: string; items: { label: string; href?: string }[] }) {
  return (
    <nav aria-label={label} className="no-print mb-4">
      <ol className="flex flex-wrap items-center gap-x-2 text-sm">
        {items.map((item) => (
          <li key={item.label} className="flex items-center gap-2">
            {item.href ? (
              <>
                <PageLink href={item.href} className="inline-flex min-h-12 items-center">
                  {item.label}
                </PageLink>
                <ChevronRightIcon />
              </>
            ) : (
              <span aria-current="page" className="inline-flex min-h-12 items-center font-bold">
                {item.label}
              </span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}

import type { ComponentProps, ReactNode } from "react";
import { type ButtonLook, buttonClassName } from "./button-class-name";
import { classNames } from "./class-names";
import { PageLink, type PageLinkProps } from "./page-link";

type Parts = { icon?: ReactNode; iconEnd?: ReactNode };

function Content({ icon, iconEnd, children }: Parts & { children: ReactNode }) {
  return (
    <>
      {icon}
      <span className="min-w-0">{children}</span>
      {iconEnd}
    </>
  );
}

/** A button that does something here. `type` is "button" unless told otherwise. */
export function Button({
  tone,
  size,
  block,
  icon,
  iconEnd,
  className,
  children,
  type = "button",
  ...rest
}: ButtonLook & Parts & ComponentProps<"button">) {
  return (
    <button type={type} className={classNames(buttonClassName({ tone, size, block }), className)} {...rest}>
      <Content icon={icon} iconEnd={iconEnd}>
        {children}
      </Content>
    </button>
  );
}

/** A link that looks like a button: it leads to another page. */
export function ButtonLink({
  tone,
  size,
  block,
  icon,
  iconEnd,
  className,
  children,
  ...rest
}: ButtonLook & Parts & PageLinkProps) {
  return (
    <PageLink className={classNames(buttonClassName({ tone, size, block }), className)} {...rest}>
      <Content icon={icon} iconEnd={iconEnd}>
        {children}
      </Content>
    </PageLink>
  );
}

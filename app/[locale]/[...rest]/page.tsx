import { notFound } from "next/navigation";

/** Any other address of a language: the translated "this page does not exist". */
export default function UnknownPage() {
  notFound();
}

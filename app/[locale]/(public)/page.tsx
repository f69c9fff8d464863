export default function HomePage() {
  return <h1>DigiSkiPasS</h1>;
}

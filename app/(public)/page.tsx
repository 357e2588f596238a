import { cached } from '@/app/cached';
export default async function Home() {
  const at = await cached(['probe'], ['offers'], async () => new Date().toISOString());
  return <main><h1>Żółć {at}</h1></main>;
}

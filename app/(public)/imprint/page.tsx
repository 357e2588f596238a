import { TextPage, textPageMetadata } from '../text-page';

export const dynamic = 'error';

export const generateMetadata = () => textPageMetadata('imprint');

export default function ImprintPage() {
  return <TextPage slug="imprint" />;
}

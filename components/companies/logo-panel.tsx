import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';

type LogoPanelProps = {
  company: string;
  /** Address of the logo, or null. */
  src: string | null;
  fault?: string;
  /** Address that takes the file. */
  upload: string;
  remove: (form: FormData) => Promise<void>;
};

/** The logo there is, and how to change it. */
export function LogoPanel({ company, src, fault, upload, remove }: LogoPanelProps) {
  return (
    <div className="mt-5 flex flex-wrap items-start gap-6">
      {src && (
        <div>
          <CompanyLogo src={src} alt="The logo as it is" />
          <form action={remove} className="mt-2">
            <input type="hidden" name="company" value={company} />
            <button type="submit" className="link-button">
              Remove it
            </button>
          </form>
        </div>
      )}
      <form method="post" action={upload} encType="multipart/form-data" className="max-w-112 min-w-64 flex-1">
        <input type="hidden" name="company" value={company} />
        <Field
          id="logo-file"
          label={src ? 'Another one' : 'Picture'}
          hint="PNG, JPEG or WebP, at most 2 MB. It is made small and kept without what the camera wrote into it."
          error={fault}
        >
          <input
            id="logo-file"
            name="logo"
            type="file"
            accept="image/png,image/jpeg,image/webp"
            required
            className="input file:mr-3 file:cursor-pointer file:border-0 file:bg-transparent file:font-semibold file:underline file:decoration-accent file:underline-offset-4"
            aria-invalid={fault !== undefined || undefined}
            aria-describedby={fault ? 'logo-file-error logo-file-hint' : 'logo-file-hint'}
          />
        </Field>
        <Button type="submit" className="mt-4">
          Upload
        </Button>
      </form>
    </div>
  );
}

/** On white, because most logos are drawn for it. */
export function CompanyLogo({ src, alt }: { src: string; alt: string }) {
  return (
    // biome-ignore lint/performance/noImgElement: small already, and cached for ever; there is nothing to optimise.
    <img
      src={src}
      alt={alt}
      className="max-h-20 max-w-44 rounded-sm border border-rule bg-[#fff] p-2 object-contain"
    />
  );
}

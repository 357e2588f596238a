'use client';

import { useEffect } from 'react';

/** Leaves empty fields out of the addresses that GET forms lead to. Without it the addresses are longer. */
export function TidyForms() {
  useEffect(() => {
    function dropEmpty({ target, formData }: FormDataEvent) {
      if ((target as HTMLFormElement).method !== 'get') return;
      for (const [name, value] of [...formData]) if (value === '') formData.delete(name);
    }
    document.addEventListener('formdata', dropEmpty);
    return () => document.removeEventListener('formdata', dropEmpty);
  }, []);
  return null;
}

import { describe, expect, it } from 'vitest';
import { ROLE_TEXT } from './input';
import { renderQuestions, renderRole, renderSections } from './render';

const HOSTILE = [
  '<script>alert(1)</script>',
  '<iframe src="https://a.example"></iframe>',
  '<p onclick="alert(1)" style="color: red">a</p>',
  '<img src=x onerror=alert(1)>',
  '[a](javascript:alert(1)) <a href="javascript:alert(1)">b</a> <a href="data:text/html,x">c</a>',
  '<svg/onload=alert(1)>',
].join('\n\n');

describe('a role’s text', () => {
  it('is inert, whoever wrote it', () => {
    const sections = ['introduction', 'work', 'responsibilities', 'skills', 'plus'];
    const rendered = renderRole(
      ROLE_TEXT.parse({
        summary: 'A',
        ...Object.fromEntries(sections.map((name) => [name, `Before\n\n${HOSTILE}`])),
        bar: `${HOSTILE}\n\n### One\n\n${HOSTILE}`,
        questions: `### Why?\n\nBecause\n\n${HOSTILE}`,
      }),
    );
    const { introduction, work, responsibilities, skills, plus, bar, questions } = rendered;
    const html = [introduction, work, responsibilities, skills, plus, bar.before];
    html.push(...bar.sections.map((part) => part.html), ...questions.map(({ answer }) => answer));
    expect(html).toHaveLength(8);
    for (const part of html) {
      const tags = new Set(part.match(/<[^>]*>/g));
      expect([...tags].sort()).toEqual(['</p>', '<p>']);
      expect(part).toContain('<p>a</p>');
    }
  });

  it('has questions with answers', () => {
    expect(renderQuestions('### Why?\n\nBecause.\n\n- it\n- is\n\n### And <b>how</b>?\n\nSo.')).toEqual([
      { question: 'Why?', answer: '<p>Because.</p><ul><li>it</li><li>is</li></ul>' },
      { question: 'And <b>how</b>?', answer: '<p>So.</p>' },
    ]);
    expect(renderQuestions('')).toEqual([]);
    expect(renderQuestions('### Only script?\n\n<script>a</script>')).toEqual([]);
  });

  it('has sections with ids of their own', () => {
    expect(
      renderSections('Before.\n\n### Small team\n\nA.\n\n### Small team\n\nB.\n\n### 中\n\nC.', 3),
    ).toEqual({
      before: '<p>Before.</p>',
      sections: [
        { id: 'small-team', heading: 'Small team', html: '<p>A.</p>' },
        { id: 'small-team-2', heading: 'Small team', html: '<p>B.</p>' },
        { id: 'section', heading: '中', html: '<p>C.</p>' },
      ],
    });
  });
});

import { Prose } from './prose';

type QuestionsProps = {
  questions: { question: string; answer: string }[];
  /** Whether the first answer is shown at once. */
  open?: boolean;
};

/** Questions that open to their answers; they need no script, and a search within the page opens them. */
export function Questions({ questions, open = true }: QuestionsProps) {
  return (
    <div className="questions">
      {questions.map(({ question, answer }, index) => (
        <details key={question} open={open && index === 0}>
          <summary>
            <h3>{question}</h3>
          </summary>
          <Prose html={answer} />
        </details>
      ))}
    </div>
  );
}

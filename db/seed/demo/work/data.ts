import type { Work } from '../types';

export const dataEngineer: Work = {
  role: 'data-engineer',
  openers: [
    '{data_cap} arrive late, twice and in the wrong order. You would make them arrive.',
    'You would build and keep the pipes between {system} and everybody with a question.',
    'The analysts here are good and spend a third of their week on cleaning. That third is this job.',
    'We have {two|three} people on data engineering and a queue of sources.',
  ],
  duties: [
    'bring in new sources of {data} and refuse bad ones at the door',
    'write transformations that a colleague can follow at six in the morning',
    'keep tests on the data, not only on the code',
    'rerun yesterday without counting it twice',
    'agree on the meaning of a column with those who fill it',
    'bring the nightly load down, minute by minute',
    'watch cost by query and talk to the owner of the worst one',
    'write the page that says where a figure comes from',
    'delete personal data on time, and prove it',
    'move the jobs that still live in someone’s home folder',
    'look after the scheduler so that a failed step wakes the right person',
  ],
  seniorDuties: [
    'choose the model of the warehouse and defend it against good ideas',
    'set contracts with the teams that produce {data}',
    'guide two analysts who write more code than they think',
  ],
  juniorDuties: [
    'take over a source at a time, from the file to the table',
    'write checks for data that has surprised us',
  ],
  firsts: [
    'The first project is the oldest pipeline: {fourteen|nineteen|twenty-six} scripts, one cron line, no owner.',
    'You would start with lineage. When a figure changes, we cannot say why before the afternoon.',
    'First: one definition of an active customer. There are {three|four|five}, all in use.',
    'Begin with late data: {2|3|4} per cent of records come after the books are closed, and each report treats them in its own way.',
    'To start, the backfill of {two|three|four} years of {data} into the new model, at a price we can show to finance.',
  ],
  juniorFirsts: [
    'The first month is one small source, done completely: load, tests, documentation, alarm.',
    'You would begin by writing down what each of the nightly jobs is for. Two are for nothing.',
  ],
  helps: [
    'rebuilt a pipeline while it ran',
    'distrusted a dashboard and been right',
    'written SQL worth showing',
    'met time zones and lived',
    'worked beside analysts rather than behind them',
    'modelled something messier than web clicks',
  ],
  nots: [
    'You will not make dashboards; there are people who enjoy that.',
    'There is no lake. There is a warehouse, with a lock on it.',
    'You will not stream what is read once a day.',
  ],
  measures: [
    'The load ends at {6:40|7:10|7:25|8:05} now. People come at eight.',
    'When an analyst can add a source without you, you have won.',
    'We would like to go a month without the word “discrepancy”.',
  ],
  flavours: [
    {
      name: 'Python',
      title: 'data engineer',
      needs: 'airflow',
      base: 'python sql airflow',
      more: 'dbt postgresql snowflake spark docker data-modelling aws',
    },
    {
      name: 'Kafka',
      title: 'data engineer (streaming)',
      needs: 'kafka',
      base: 'kafka python sql',
      more: 'spark flink scala postgresql kubernetes airflow',
    },
    {
      name: 'Azure',
      title: 'data engineer (Azure)',
      needs: 'azure',
      base: 'azure sql python',
      more: 'azure-data-factory databricks spark power-bi sql-server dbt',
    },
    {
      name: 'Python',
      title: 'data engineer',
      base: 'python sql postgresql',
      more: 'airflow dbt docker linux clickhouse etl pandas',
    },
  ],
};

export const dataScientist: Work = {
  role: 'data-scientist',
  openers: [
    'You would turn {data} into a statement that somebody acts on, with its doubt attached.',
    'The question comes first here; the model is often a regression, and nobody apologises for it.',
    'We look for a data scientist who has been wrong in public and wrote it up.',
  ],
  duties: [
    'ask what decision hangs on the answer, before opening a notebook',
    'build models on {data} that are simple enough to be argued with',
    'design trials with {users}, and stop them when they are decided',
    'take your model to production with an engineer, and stay for its first bad week',
    'show uncertainty so that people use it',
    'look at single cases until the average makes sense',
    'compare each idea with last year’s figure and with doing nothing',
    'write the two pages that outlive the notebook',
    'say when the data cannot answer',
  ],
  seniorDuties: ['choose the few questions worth a quarter', 'review methods across three teams'],
  juniorDuties: [
    'rebuild an old analysis and find what changed',
    'prepare the data for a study with somebody who has done ten',
  ],
  firsts: [
    'The first question: why do {users} behave differently in {the north|small towns|the second week|winter}? There are four theories in the house.',
    'You would begin by testing our current model against a plain average. We have avoided that.',
    'First: a baseline for {system}, with its error, published inside.',
    'Start with the {eleven|fourteen|twenty} cases that cost us most last year, and look at each one by hand.',
  ],
  juniorFirsts: ['The first weeks are a replication: last year’s main result, from raw {data}, by you.'],
  helps: [
    'talked someone out of machine learning',
    'known enough statistics to be slow to conclude',
    'put a model in use and been rung about it',
    'worked with people in the field, with boots',
    'written R or Python that others could run',
    'explained an interval to a lawyer',
  ],
  nots: [
    'You will not decorate decisions that have been taken.',
    'There is no prize for the deepest network.',
    'You will not wait on engineering for data; the tables are there.',
  ],
  measures: [
    'In a year, one thing at {company} should be decided differently because of your work.',
    'We will ask {users} whether the figure helped. They will say.',
  ],
  flavours: [
    {
      name: 'Python',
      title: 'data scientist',
      base: 'python sql statistics',
      more: 'pandas scikit-learn jupyter ab-testing forecasting git numpy',
    },
    {
      name: 'R',
      title: 'statistician (R)',
      needs: 'r',
      base: 'r statistics sql',
      more: 'python forecasting git shiny',
    },
    {
      name: 'Python',
      title: 'operations research scientist',
      base: 'python operations-research statistics',
      more: 'sql numpy scipy pandas git',
    },
  ],
};

export const dataAnalyst: Work = {
  role: 'data-analyst',
  openers: [
    'People at {company} have questions about {data} at nine and decide at ten. You would be there at nine.',
    'This seat is between {system} and the people who must choose something.',
    'We have many reports and few answers.',
  ],
  duties: [
    'answer questions in a sentence and a chart, in that order',
    'keep the weekly figures right and explain when they move',
    'retire a report for each new one',
    'write queries others may copy',
    'go and look at how {data} are entered',
    'agree on definitions and put them where people see them',
    'help {users} read their own figures',
    'find the outlier that is a mistake and the one that is news',
    'build dashboards that fit on one screen and one thought',
  ],
  seniorDuties: [
    'pick the five figures the house steers by',
    'coach colleagues in other departments who already live in spreadsheets',
  ],
  juniorDuties: [
    'take over three standing reports and improve the weakest',
    'learn the tables by answering small questions daily',
  ],
  firsts: [
    'The first job is the Monday report: {nine|fourteen|twenty-two} pages, of which people read two.',
    'You would begin with one figure that finance and operations count differently.',
    'First: find out which of {sixty|ninety|a hundred and twenty} dashboards anyone opens.',
    'Start with a question we cannot answer today: what happens to {users} in their first month?',
  ],
  juniorFirsts: ['You would start by checking one report by hand, from the till to the total.'],
  helps: [
    'written SQL daily for a year',
    'removed a chart and improved the page',
    'worked close to operations',
    'noticed a wrong figure before the board did',
    'been patient with spreadsheets',
  ],
  nots: [
    'You will not produce slides for their own sake.',
    'There is no target for the number of dashboards; lower is better.',
  ],
  measures: [
    'Good: fewer reports, more questions.',
    'After half a year people should quote your definitions without knowing whose they are.',
  ],
  flavours: [
    {
      name: 'Power BI',
      title: 'BI analyst (Power BI)',
      needs: 'sql-server',
      base: 'sql power-bi excel',
      more: 'dax sql-server python data-visualisation data-modelling',
    },
    {
      name: 'SQL',
      title: 'data analyst',
      base: 'sql data-visualisation',
      more: 'python excel tableau dbt statistics postgresql looker',
    },
    {
      name: 'Tableau',
      title: 'analytics specialist (Tableau)',
      base: 'tableau sql',
      more: 'python snowflake dbt excel statistics data-visualisation',
    },
    {
      name: 'SQL',
      title: 'business intelligence analyst',
      base: 'sql data-modelling',
      more: 'power-bi postgresql excel python etl',
    },
  ],
};

export const machineLearning: Work = {
  role: 'machine-learning',
  openers: [
    'Models are in daily use here, and they are wrong at a known rate. You would lower it.',
    'The model inside {system} is a means; people look at what comes out.',
    'We train small models on {data} and care how they fail.',
    'Half of this work is data, a quarter is evaluation, and the rest is what people imagine.',
  ],
  duties: [
    'train, measure and release the models in {system}',
    'build test sets that are harder than life',
    'label some of the data yourself, every month',
    'bring inference below the time we promised',
    'watch for drift and know what to do when it comes',
    'read the papers so that others need read only one',
    'keep runs reproducible down to the seed',
    'work with the people whose judgement the model imitates',
    'decide together with lawyers which {data} may teach a model',
    'make failure visible in the product instead of hiding it',
  ],
  seniorDuties: [
    'choose what not to model',
    'set the way we evaluate, and hold every new idea to it',
    'own the compute budget',
  ],
  juniorDuties: [
    'run ablations and write down what did not matter',
    'clean one data set until you would sign it',
  ],
  firsts: [
    'The first work is evaluation: our test set is {two|three|four} years old and the world is not.',
    'You would begin with the confident mistakes. There are about {forty|sixty|ninety} a week, and somebody keeps them in a folder.',
    'First, size: the model needs {three|four|six} times the memory it should.',
    'Start with retraining. It takes a person and a week, and should take neither.',
  ],
  juniorFirsts: ['The first month goes to error analysis: two hundred mistakes, read one by one.'],
  helps: [
    'shipped a model and then lost sleep over it',
    'written evaluation code that others trusted',
    'made a model smaller',
    'worked with sound, images or {data}',
    'published, or decided not to for a good reason',
    'gone back to a simpler method',
  ],
  nots: [
    'You will not wrap somebody else’s API and call it research.',
    'There is no chatbot planned.',
    'We do not train on customers’ data without their yes, in writing.',
  ],
  measures: [
    'Half a year in, one error class should be gone and stay gone.',
    'The experts who check the model should disagree with it less often and for better reasons.',
  ],
  flavours: [
    {
      name: 'PyTorch',
      title: 'machine learning engineer',
      needs: 'pytorch',
      base: 'python pytorch machine-learning',
      more: 'cuda docker mlflow numpy huggingface sql kubernetes',
    },
    {
      name: 'Python',
      title: 'machine learning engineer',
      base: 'python machine-learning scikit-learn',
      more: 'pytorch mlops docker sql pandas airflow mlflow',
    },
    {
      name: 'computer vision',
      title: 'computer vision engineer',
      needs: 'opencv',
      base: 'python opencv pytorch',
      more: 'c-plus-plus cuda docker onnx computer-vision numpy',
    },
    {
      name: 'language models',
      title: 'NLP engineer',
      needs: 'huggingface',
      base: 'python nlp huggingface',
      more: 'pytorch docker llm fastapi sql',
    },
    {
      name: 'MLOps',
      title: 'MLOps engineer',
      needs: 'kubernetes',
      base: 'python mlops kubernetes',
      more: 'docker mlflow airflow terraform pytorch prometheus',
    },
  ],
};

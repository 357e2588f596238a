import type { Work } from '../types';

export const qa: Work = {
  role: 'qa',
  openers: [
    'You would be the person at {company} who asks “and what if” about {system}.',
    'Testing here is done beside development, not after it.',
    'We have tests. What we lack is somebody who doubts them.',
    'The post is for a tester who can write code and prefers to know why first.',
  ],
  duties: [
    'test {system} with the people who build it, from the first sketch',
    'keep automated checks quick, few and believed',
    'explore by hand what no script would think of',
    'prepare {data} that are awkward in the ways real ones are',
    'track a fault down to a page anyone can reproduce',
    'remove a flaky test or mend it, the same day',
    'ride along with {users} and bring home three findings',
    'say before a release what is not covered',
    'measure speed under load and put it in a graph people look at',
    'write reports that developers read to the end',
    'test the upgrade, and the way back',
  ],
  seniorDuties: [
    'decide what is worth automating, with the budget in mind',
    'raise the testing sense of two teams until they need you less',
  ],
  juniorDuties: [
    'take a corner of {system} and get to know it better than its author',
    'learn automation by converting the dullest manual list',
  ],
  firsts: [
    'The first project is the regression list: {three|four|five} days of clicking before every release.',
    'You would begin with the automated suite. It has {900|1,400|2,100} tests, and one run in {four|five|six} fails for no reason.',
    'First: test data. Everyone uses the same customer, who by now has {eleven|nineteen|forty} addresses.',
    'Start with a week of bug reports from {users}, sorted by what would have caught them.',
  ],
  juniorFirsts: ['You would start by repeating last quarter’s worst bugs, to learn how they were missed.'],
  helps: [
    'found a fault in time to save a launch',
    'automated checks that are still running',
    'worked on something that was audited',
    'tested with real devices, cables or people',
    'been a developer and changed sides',
    'written a bug report with a sense of proportion',
  ],
  nots: [
    'You will not sign off releases alone; we do not believe in scapegoats.',
    'There is no quota of test cases.',
    'You will not record clicks and call it automation.',
  ],
  measures: [
    'Faults found by customers: {nine|thirteen|seventeen} last quarter. You may bring that down.',
    'After a year, releases should need no special day.',
  ],
  flavours: [
    {
      name: 'Playwright',
      title: 'QA engineer',
      needs: 'typescript',
      base: 'test-automation playwright typescript',
      more: 'sql rest ci-cd test-planning postman git',
    },
    {
      name: 'Selenium',
      title: 'test automation engineer (Java)',
      needs: 'java',
      base: 'java selenium test-automation',
      more: 'junit rest sql jenkins cucumber postman',
    },
    {
      name: 'Python',
      title: 'test engineer (Python)',
      needs: 'python',
      base: 'python pytest test-automation',
      more: 'linux docker sql jenkins ci-cd rest',
    },
    {
      name: 'C#',
      title: 'software tester (.NET)',
      needs: 'dotnet',
      base: 'manual-testing c-sharp sql',
      more: 'selenium postman azure-devops test-automation test-planning',
    },
    {
      name: 'exploratory testing',
      title: 'software tester',
      base: 'manual-testing test-planning',
      more: 'sql jira postman test-automation rest web-accessibility',
    },
  ],
};

export const embedded: Work = {
  role: 'embedded',
  openers: [
    'You would write {lang} for {system}, with an oscilloscope within reach.',
    'This is firmware for things that are hard to visit.',
    'We look for somebody who reads data sheets and distrusts them.',
    'The hardware for {system} is made two doors away, so you can complain in person.',
  ],
  duties: [
    'write drivers and the code above them, in {lang}',
    'bring up new boards together with those who drew them',
    'find faults that appear once in ten thousand hours',
    'keep power, memory and time within budget, on paper and on the bench',
    'build updates that survive a pulled plug',
    'keep the hardware-in-the-loop tests running overnight',
    'write down the timing, so the next person need not measure it',
    'speak for the firmware when the circuit is still a drawing',
    'read traces from the field and reproduce what they show',
    'review changes with an eye for interrupts',
  ],
  seniorDuties: [
    'own the architecture of the firmware across two generations of hardware',
    'take the release through certification',
    'teach debugging, which mostly means teaching patience',
  ],
  juniorDuties: [
    'write tests on real boards until their moods are familiar',
    'take over one peripheral at a time',
  ],
  firsts: [
    'First comes the boot loader. It works, it is {six|eight|eleven} years old, and it cannot go back a version.',
    'You would start with memory: {94|96|97} per cent is used, and sales has plans.',
    'The first task is a fault seen {three|seven|twelve} times in two years, each time in frost.',
    'To begin with, the test rig: it covers what we thought of in 2020.',
  ],
  juniorFirsts: [
    'The first weeks are a driver for one sensor, from data sheet to test, with someone nearby.',
  ],
  helps: [
    'found a race with a logic analyser',
    'worked on something without a reset button',
    'written {lang} that had to be certified',
    'soldered, at least badly',
    'shipped hardware and dealt with what came back',
    'used Linux below the application',
  ],
  nots: [
    'You will not do the electronics; you will be asked what you think of them.',
    'There is no cloud code in this post.',
    'We do not ship a debug build and hope.',
  ],
  measures: [
    'Field returns for software reasons: {0.4|0.6|0.9} per cent. It is the figure you would own.',
    'A year from now, an update should be something a customer does not notice.',
  ],
  flavours: [
    {
      name: 'C',
      title: 'embedded software engineer',
      needs: 'c',
      base: 'c embedded-systems rtos',
      more: 'c-plus-plus python git i2c freertos oscilloscope arm-cortex',
    },
    {
      name: 'C++',
      title: 'embedded C++ developer',
      needs: 'c-plus-plus',
      base: 'c-plus-plus embedded-systems linux',
      more: 'c cmake python qt yocto git arm-cortex',
    },
    {
      name: 'Rust',
      title: 'embedded Rust engineer',
      needs: 'rust',
      base: 'rust embedded-systems c',
      more: 'linux rtos python git arm-cortex',
    },
    {
      name: 'embedded Linux',
      title: 'embedded Linux engineer',
      base: 'linux c embedded-systems',
      more: 'yocto c-plus-plus python git bash arm-cortex',
    },
    {
      name: 'C',
      title: 'firmware engineer',
      base: 'c embedded-systems',
      more: 'rtos stm32 python git freertos ble arm-cortex',
    },
  ],
};

export const game: Work = {
  role: 'game',
  openers: [
    'You would write {lang} for {system}, and see {users} do something with it that nobody planned.',
    'This is game programming in a house that finishes games.',
    'The seat is between design and the frame budget.',
  ],
  duties: [
    'write gameplay code a designer can tune without you',
    'hold the frame time, with a profiler and some diplomacy',
    'build tools that save an artist an hour a day',
    'track down the bug which occurs only in co-operative play',
    'prepare builds for consoles and their examiners',
    'prototype quickly and throw away gladly',
    'keep save files from two years ago loading',
    'sit in at playtests and say nothing',
  ],
  seniorDuties: ['own a system from idea to patch', 'decide with the producer what is cut, early'],
  juniorDuties: [
    'take small features to the finish, including sound and text',
    'mend what the playtest broke',
  ],
  firsts: [
    'Your first piece would be the camera. Players forgive a great deal, but not the camera.',
    'First: load times, {38|44|51} seconds on the slowest machine we promise to support.',
    'You would begin with the pathfinding around things that move.',
    'To start with, a replay system; testers have asked for it in every retrospective.',
  ],
  juniorFirsts: ['You would start with the photo mode, which touches everything and endangers nothing.'],
  helps: [
    'finished something, however small',
    'written {lang} close to the frame',
    'worked with artists and enjoyed it',
    'shipped on a console',
    'modded a game for years',
  ],
  nots: [
    'You will not implement a shop with currency in it.',
    'There is no crunch in the plan, and the plan is public.',
  ],
  measures: [
    'We look at whether playtesters stop at the part you made, or play on.',
    'Sixteen milliseconds. That is the measure.',
  ],
  flavours: [
    {
      name: 'C++',
      title: 'gameplay programmer (Unreal)',
      needs: 'unreal-engine',
      base: 'c-plus-plus unreal-engine',
      more: 'perforce github python git directx',
    },
    {
      name: 'C#',
      title: 'Unity developer',
      needs: 'unity',
      base: 'c-sharp unity',
      more: 'git shaders opengl blender c-plus-plus',
    },
    {
      name: 'C++',
      title: 'engine programmer',
      needs: 'c-plus-plus',
      base: 'c-plus-plus computer-graphics',
      more: 'vulkan directx opengl python perforce',
    },
  ],
};

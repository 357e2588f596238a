import type { Work } from '../types';

export const systemAdministrator: Work = {
  role: 'system-administrator',
  openers: [
    'You would run the machines under {system}: some virtual, some heavy.',
    'A systems administrator is leaving us for a farm, and his rack labels are excellent.',
    'There are more servers at {company} than anyone would guess, and {four|five|six} people who know them.',
  ],
  duties: [
    'patch, watch and document the servers {users} depend on',
    'keep directory, mail and files working and unremarkable',
    'automate the third time you do a thing',
    'replace hardware before it asks',
    'test the backups by restoring them',
    'take over what the service desk cannot solve, and send back how you did it',
    'write down where the cable goes',
    'plan changes for hours in which they harm nobody',
    'retire old systems together with those who still love them',
  ],
  seniorDuties: [
    'set the standard build and talk people out of exceptions',
    'plan the next refresh with a price that holds',
  ],
  juniorDuties: [
    'learn the estate by patching it, group by group',
    'own the monitoring of one site from the start',
  ],
  firsts: [
    'You would start with {forty|sixty|eighty} servers on a version that loses support next year.',
    'The first project: two directories that describe the same people and disagree.',
    'To begin with, monitoring that tells a full disk from a filling one.',
    'First comes the backup system: three products, one of them unpaid.',
  ],
  juniorFirsts: ['The first weeks are for labels, inventory and a proper list of what runs where.'],
  helps: [
    'kept something running past the date on which it should have died',
    'scripted away a weekly chore',
    'moved a mail system and lost nothing',
    'stayed calm in front of a blinking cabinet',
    'looked after both Windows and Linux without taking sides',
  ],
  nots: [
    'You will not be first-line support.',
    'No one here is a team of one; holidays are covered.',
    'You will not write applications, though small scripts grow.',
  ],
  measures: [
    'After a year the list “do not reboot” should be empty.',
    'If nobody knows your name by Christmas, it may have gone very well.',
  ],
  flavours: [
    {
      name: 'Linux',
      title: 'Linux system administrator',
      needs: 'linux',
      base: 'linux ansible bash',
      more: 'python nginx prometheus vmware postgresql dns zabbix',
    },
    {
      name: 'Windows Server',
      title: 'Windows system administrator',
      needs: 'dotnet',
      base: 'windows-server active-directory powershell',
      more: 'vmware microsoft-365 entra-id hyper-v exchange veeam',
    },
    {
      name: 'VMware',
      title: 'system administrator',
      base: 'linux windows-server vmware',
      more: 'active-directory powershell bash ansible veeam zabbix',
    },
  ],
};

export const network: Work = {
  role: 'network',
  openers: [
    'You would look after {system} and the packets that should be on it.',
    'A network is good when people forget that it is there. At {company} they forget on most days.',
    'We look for a network engineer who draws before configuring.',
  ],
  duties: [
    'plan, configure and document routers, switches and firewalls',
    'find the fault that is “sometimes slow”',
    'make changes at night, rarely, with a way back',
    'automate configuration so that two sites are really alike',
    'talk to carriers in the tone that works',
    'size links for what {data} will be in two years',
    'keep diagrams true to the racks',
    'help security close what need not be open',
  ],
  seniorDuties: ['design the next core and argue its price', 'set the routing policy and own its exceptions'],
  juniorDuties: [
    'rack, cable and label, then configure what you cabled',
    'take traces for those who know how to read them, until you do',
  ],
  firsts: [
    'First: addresses. IPv6 has been planned since 2019, and the plan is good.',
    'You would begin by replacing the firewalls at {three|five|seven} sites, rules included; half of the rules have no owner.',
    'The first work is monitoring by flow; today we learn of trouble by telephone.',
  ],
  juniorFirsts: [
    'You would start with an inventory by walking: every cabinet, every port, photographs included.',
  ],
  helps: [
    'read packets for pleasure',
    'run BGP with someone else’s traffic on it',
    'automated a network that was proud of being manual',
    'worked at height or under a floor',
    'kept a carrier to its contract',
  ],
  nots: [
    'You will not sell anything.',
    'There is no telephone system in this job; it was outsourced with relief.',
  ],
  measures: [
    'We count unplanned minutes. Last year there were {38|47|61|74}.',
    'In a year any two of us should be able to do any change.',
  ],
  flavours: [
    {
      name: 'Cisco',
      title: 'network engineer',
      needs: 'cisco',
      base: 'cisco bgp tcp-ip',
      more: 'ospf python ansible vpn firewalls vlan wireshark',
    },
    {
      name: 'routing',
      title: 'network engineer',
      base: 'tcp-ip bgp firewalls',
      more: 'cisco juniper linux ospf vpn python dns wireshark',
    },
    {
      name: 'firewalls',
      title: 'network and firewall administrator',
      base: 'firewalls vpn tcp-ip',
      more: 'fortinet palo-alto cisco vlan dns wireshark',
    },
  ],
};

export const databaseAdministrator: Work = {
  role: 'database-administrator',
  openers: [
    'You would keep the databases of {system} healthy, and their developers honest.',
    'The data in {system} will outlive every program that touches it. Somebody should take its side.',
    'We need a second pair of hands on our databases, and a first opinion.',
  ],
  duties: [
    'tune the twenty queries that make up most of the load',
    'run upgrades nobody notices',
    'rehearse recovery to the second and write down how long it took',
    'review schema changes before they lock something',
    'plan space, and be asked before it is promised',
    'archive {data} by rules that a lawyer has read',
    'help developers with indexes, and with leaving them out',
    'watch replication and the person watching it',
  ],
  seniorDuties: [
    'choose partitioning, failover and versions for the next three years',
    'teach a course of six evenings on reading plans',
  ],
  juniorDuties: [
    'own the smaller clusters first, with a way to ask',
    'check each night’s backups by restoring one',
  ],
  firsts: [
    'The first work is the largest table of {system}: {two|three|five} billion rows and a primary key that was chosen on a Friday.',
    'You would start with failover. It is automatic in the sense that someone is rung automatically.',
    'First: find out who still connects as administrator. We know of {four|six|nine}.',
  ],
  juniorFirsts: [
    'You would begin by building the report of slow queries that we all want and nobody has made.',
  ],
  helps: [
    'moved a large database with the lights on',
    'recovered from a mistake, with witnesses',
    'talked a team out of a trigger',
    'run more than one make of database',
    'read release notes for pleasure',
  ],
  nots: [
    'You will not type in data corrections by hand; there is a tool and a record.',
    'There is no separate test copy for every wish.',
  ],
  measures: [
    'Nobody should be able to name the date of the last upgrade.',
    'Recovery takes {forty|fifty|seventy} minutes today. Twenty is the promise.',
  ],
  flavours: [
    {
      name: 'PostgreSQL',
      title: 'database administrator, PostgreSQL',
      needs: 'postgresql',
      base: 'postgresql linux sql',
      more: 'high-availability ansible disaster-recovery bash prometheus performance-optimisation',
    },
    {
      name: 'Oracle',
      title: 'Oracle database administrator',
      needs: 'oracle',
      base: 'oracle pl-sql sql',
      more: 'linux bash high-availability performance-optimisation ansible',
    },
    {
      name: 'SQL Server',
      title: 'SQL Server database administrator',
      needs: 'sql-server',
      base: 'sql-server t-sql sql',
      more: 'powershell azure ssis windows-server performance-optimisation',
    },
    {
      name: 'SQL',
      title: 'database administrator',
      base: 'sql postgresql linux',
      more: 'mysql oracle bash ansible performance-optimisation',
    },
  ],
};

import type { Work } from '../types';
import { dataAnalyst, dataEngineer, dataScientist, machineLearning } from './data';
import { embedded, game, qa } from './devices';
import { architect, engineeringManager, erp, itSupport, other } from './enterprise';
import { databaseAdministrator, network, systemAdministrator } from './operations';
import { cloud, devops, security } from './platform';
import { businessAnalyst, productManager, projectManager, technicalWriter, uxUi } from './product';
import { frontend, mobile } from './screens';
import { backend, fullStack } from './software';

export const works = new Map<string, Work>(
  [
    backend,
    frontend,
    fullStack,
    mobile,
    devops,
    cloud,
    security,
    systemAdministrator,
    network,
    databaseAdministrator,
    dataEngineer,
    dataScientist,
    dataAnalyst,
    machineLearning,
    qa,
    embedded,
    game,
    uxUi,
    productManager,
    projectManager,
    businessAnalyst,
    technicalWriter,
    erp,
    itSupport,
    architect,
    engineeringManager,
    other,
  ].map((work) => [work.role, work]),
);

import type { FitMessage, FitNumberField } from './fit-encoder.ts';

/** Numbers, types, scales and offsets of the public FIT profile, for the nine messages a run needs. */

const FIT_EPOCH_S = 631_065_600;

/** Values below this count as seconds since the device was switched on, not as a date (FIT `date_time`). */
const FIRST_DATE = 0x10000000;

const timestamp: FitNumberField = {
  name: 'timestamp',
  number: 253,
  type: 'uint32',
  low: FIRST_DATE,
};
const startTime: FitNumberField = { name: 'startTime', number: 2, type: 'uint32', low: FIRST_DATE };

/** FIT counts seconds from 1989-12-31T00:00:00Z. */
export function fitTime(instantMs: number): number {
  return Math.floor(instantMs / 1000) - FIT_EPOCH_S;
}

/** 2³¹ semicircles are 180°. */
const SEMICIRCLES_PER_DEGREE = 2 ** 31 / 180;

function latitude(name: string, number: number): FitNumberField {
  const bound = 2 ** 30;
  return { name, number, type: 'sint32', scale: SEMICIRCLES_PER_DEGREE, low: -bound, high: bound };
}

function longitude(name: string, number: number): FitNumberField {
  return { name, number, type: 'sint32', scale: SEMICIRCLES_PER_DEGREE };
}

function heartRate(name: string, number: number): FitNumberField {
  return { name, number, type: 'uint8', low: 1 };
}

export const FILE_ID: FitMessage = {
  name: 'file_id',
  global: 0,
  fields: [
    { name: 'type', number: 0, type: 'enum' },
    { name: 'manufacturer', number: 1, type: 'uint16' },
    { name: 'product', number: 2, type: 'uint16' },
    { name: 'serialNumber', number: 3, type: 'uint32z' },
    { name: 'timeCreated', number: 4, type: 'uint32', low: FIRST_DATE },
    { name: 'productName', number: 8, type: 'string', bytes: 20 },
  ],
};

export const FILE_CREATOR: FitMessage = {
  name: 'file_creator',
  global: 49,
  fields: [{ name: 'softwareVersion', number: 0, type: 'uint16' }],
};

export const DEVICE_INFO: FitMessage = {
  name: 'device_info',
  global: 23,
  fields: [
    timestamp,
    { name: 'serialNumber', number: 3, type: 'uint32z' },
    { name: 'manufacturer', number: 2, type: 'uint16' },
    { name: 'product', number: 4, type: 'uint16' },
    { name: 'softwareVersion', number: 5, type: 'uint16', scale: 100 },
    { name: 'deviceIndex', number: 0, type: 'uint8' },
    { name: 'sourceType', number: 25, type: 'enum' },
    { name: 'deviceType', number: 1, type: 'uint8' },
  ],
};

export const EVENT: FitMessage = {
  name: 'event',
  global: 21,
  fields: [
    timestamp,
    { name: 'data', number: 3, type: 'uint32' },
    { name: 'event', number: 0, type: 'enum' },
    { name: 'eventType', number: 1, type: 'enum' },
    { name: 'eventGroup', number: 4, type: 'uint8' },
  ],
};

export const RECORD: FitMessage = {
  name: 'record',
  global: 20,
  fields: [
    timestamp,
    latitude('latDeg', 0),
    longitude('lonDeg', 1),
    { name: 'distanceM', number: 5, type: 'uint32', scale: 100 },
    { name: 'speedMps', number: 73, type: 'uint32', scale: 1000 },
    { name: 'altitudeM', number: 78, type: 'uint32', scale: 5, offset: 500 },
    heartRate('heartRateBpm', 3),
    { name: 'strideRate', number: 4, type: 'uint8' },
    { name: 'strideRateFraction', number: 53, type: 'uint8', scale: 128, high: 127 },
    { name: 'temperatureC', number: 13, type: 'sint8' },
  ],
};

export const LAP: FitMessage = {
  name: 'lap',
  global: 19,
  fields: [
    timestamp,
    startTime,
    { name: 'messageIndex', number: 254, type: 'uint16' },
    latitude('startLatDeg', 3),
    longitude('startLonDeg', 4),
    latitude('endLatDeg', 5),
    longitude('endLonDeg', 6),
    { name: 'elapsedS', number: 7, type: 'uint32', scale: 1000 },
    { name: 'timerS', number: 8, type: 'uint32', scale: 1000 },
    { name: 'distanceM', number: 9, type: 'uint32', scale: 100 },
    { name: 'strides', number: 10, type: 'uint32' },
    { name: 'caloriesKcal', number: 11, type: 'uint16' },
    { name: 'avgSpeedMps', number: 110, type: 'uint32', scale: 1000 },
    { name: 'maxSpeedMps', number: 111, type: 'uint32', scale: 1000 },
    heartRate('avgHeartRateBpm', 15),
    heartRate('maxHeartRateBpm', 16),
    { name: 'avgStrideRate', number: 17, type: 'uint8' },
    { name: 'avgStrideRateFraction', number: 80, type: 'uint8', scale: 128, high: 127 },
    { name: 'maxStrideRate', number: 18, type: 'uint8' },
    { name: 'ascentM', number: 21, type: 'uint16' },
    { name: 'descentM', number: 22, type: 'uint16' },
    { name: 'avgTemperatureC', number: 50, type: 'sint8' },
    { name: 'event', number: 0, type: 'enum' },
    { name: 'eventType', number: 1, type: 'enum' },
    { name: 'intensity', number: 23, type: 'enum' },
    { name: 'lapTrigger', number: 24, type: 'enum' },
    { name: 'sport', number: 25, type: 'enum' },
    { name: 'subSport', number: 39, type: 'enum' },
  ],
};

export const SESSION: FitMessage = {
  name: 'session',
  global: 18,
  fields: [
    timestamp,
    startTime,
    { name: 'messageIndex', number: 254, type: 'uint16' },
    latitude('startLatDeg', 3),
    longitude('startLonDeg', 4),
    { name: 'elapsedS', number: 7, type: 'uint32', scale: 1000 },
    { name: 'timerS', number: 8, type: 'uint32', scale: 1000 },
    { name: 'distanceM', number: 9, type: 'uint32', scale: 100 },
    { name: 'strides', number: 10, type: 'uint32' },
    { name: 'caloriesKcal', number: 11, type: 'uint16' },
    { name: 'avgSpeedMps', number: 124, type: 'uint32', scale: 1000 },
    { name: 'maxSpeedMps', number: 125, type: 'uint32', scale: 1000 },
    heartRate('avgHeartRateBpm', 16),
    heartRate('maxHeartRateBpm', 17),
    { name: 'avgStrideRate', number: 18, type: 'uint8' },
    { name: 'avgStrideRateFraction', number: 92, type: 'uint8', scale: 128, high: 127 },
    { name: 'maxStrideRate', number: 19, type: 'uint8' },
    { name: 'ascentM', number: 22, type: 'uint16' },
    { name: 'descentM', number: 23, type: 'uint16' },
    { name: 'avgTemperatureC', number: 57, type: 'sint8' },
    { name: 'firstLapIndex', number: 25, type: 'uint16' },
    { name: 'lapCount', number: 26, type: 'uint16' },
    { name: 'event', number: 0, type: 'enum' },
    { name: 'eventType', number: 1, type: 'enum' },
    { name: 'trigger', number: 28, type: 'enum' },
    { name: 'sport', number: 5, type: 'enum' },
    { name: 'subSport', number: 6, type: 'enum' },
    { name: 'perceivedEffort', number: 193, type: 'uint8', scale: 10, high: 100 },
    { name: 'profileName', number: 110, type: 'string', bytes: 16 },
  ],
};

export const ACTIVITY: FitMessage = {
  name: 'activity',
  global: 34,
  fields: [
    timestamp,
    { name: 'localTimestamp', number: 5, type: 'uint32', low: FIRST_DATE },
    { name: 'timerS', number: 0, type: 'uint32', scale: 1000 },
    { name: 'sessionCount', number: 1, type: 'uint16' },
    { name: 'type', number: 2, type: 'enum' },
    { name: 'event', number: 3, type: 'enum' },
    { name: 'eventType', number: 4, type: 'enum' },
  ],
};

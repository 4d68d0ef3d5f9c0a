import { answerEvidence, figureEvidence } from '#lib/domain/claims/evidence.ts';
import { fig } from '#lib/domain/gate/prose.ts';
import { type Facts, inTheirWords, type Investigation, joinFacts, nameIn } from '../investigation.ts';

/** What a room can still feed, what own machines would draw there, and the delivery of what is on order. */
export function roomPowerFacts(investigation: Investigation): Facts {
  return joinFacts(
    investigation.assessment.hardware.map((hardware) =>
      joinFacts([
        powerOf(investigation, hardware.id),
        deliveryOf(investigation, hardware.id),
        roomUse(investigation, hardware.id),
      ]),
    ),
  );
}

function powerOf({ assessment, ledger, needs }: Investigation, hardware: string): Facts {
  const free = ledger.get(`size.hardware.${hardware}.free-power`);
  if (free === undefined) return {};
  const draw = needs
    .flatMap(({ options }) => options)
    .flatMap(({ id }) => ledger.get(`size.${id}.most-power`) ?? [])
    .toSorted((a, b) => b.value - a.value)[0];
  const fits = draw === undefined ? undefined : draw.value <= free.value;
  const evidence = [
    answerEvidence(assessment, `hardware.${hardware}.roomPowerLimit`),
    answerEvidence(assessment, `hardware.${hardware}.roomPowerUsed`),
    ...figureEvidence(free, draw),
  ];
  return {
    statements: [
      {
        topic: 'room',
        weight: 7,
        text:
          draw === undefined
            ? `The room has ${fig(free)} left${inTheirWords(assessment, `hardware.${hardware}.roomPowerLimit`)}; what the machines would draw could not be computed.`
            : `The room has ${fig(free)} left${inTheirWords(assessment, `hardware.${hardware}.roomPowerLimit`)} and the machines draw at most ${fig(draw)}${fits === true ? ', so supply is not what limits; cooling at that density and the power of the racks are still to be shown' : ', which it cannot feed: either fewer machines, or a room elsewhere'}.`,
      },
    ],
    recommendations: [
      {
        key: `whole/room-of-${hardware}`,
        need: 'whole',
        category: 'resilience',
        title: `Have the room confirmed for ${nameIn(assessment.hardware.find(({ id }) => id === hardware)?.name ?? '', 'the machines')} before delivery`,
        summary: `Supply of ${fig(free)} is a sum for the room; racks, cooling and the path of the cables decide whether it can be used.`,
        benefit: {
          level: 'medium',
          because: 'Machines that wait for a socket cost as much as machines that compute.',
        },
        effort: { level: 'low', because: 'It is an inspection and a confirmation in writing.' },
        risk: { level: 'low', because: 'Nothing is moved.' },
        horizon: 'now',
        steps: [
          'Have power per rack, cooling at full draw and weight confirmed by the operator of the room.',
          'Plan the network between the machines with it.',
        ],
        prerequisites: [],
        risks: ['Rebuilding cooling takes longer than delivery.'],
        evidence,
      },
    ],
  };
}

function deliveryOf({ assessment }: Investigation, id: string): Facts {
  const hardware = assessment.hardware.find((one) => one.id === id);
  const status = hardware?.answers.status;
  if (hardware === undefined || status?.state !== 'value' || status.value === 'installed') return {};
  const path = `hardware.${id}.availableIn`;
  if (hardware.answers.availableIn !== undefined && hardware.answers.availableIn.state !== 'unknown')
    return {};
  const name = nameIn(hardware.name, 'The order');
  return {
    statements: [
      {
        topic: 'delivery',
        weight: 8,
        text: `For ${name} there is no confirmed date${inTheirWords(assessment, path)}; every plan that begins with its arrival has a start that somebody else decides.`,
      },
    ],
    questions: [
      {
        answer: path,
        question: `When is ${hardware.name} delivered, and what does the supplier owe if it is late?`,
        because: 'The deadline is met or missed by this date more than by anything technical.',
      },
    ],
  };
}

function roomUse({ assessment, ledger }: Investigation, hardware: string): Facts {
  const used = ledger.get(`answer.hardware.${hardware}.utilisation`);
  if (used === undefined) return {};
  return {
    statements: [
      {
        topic: 'room',
        weight: 4,
        text: `What stands in the own room is used to ${fig(used)}${inTheirWords(assessment, `hardware.${hardware}.utilisation`)}, which leaves space for a small node and none for a platform.`,
      },
    ],
  };
}

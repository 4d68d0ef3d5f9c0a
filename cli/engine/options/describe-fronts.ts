import type { NeedFront } from '#lib/domain/options/candidates/fronts-of-need.ts';

/** The fronts over everything there is to rent, by the names of the contract; null is unknown or does not apply. */
export function describeFronts(fronts: readonly NeedFront[]) {
  return fronts.map(({ model, candidates, designs }) => ({
    model: model ?? null,
    candidates,
    designs: designs.map((design) => ({
      cloud: design.cloud,
      region: design.region,
      sku: design.sku,
      purchase: design.purchase,
      machines: design.machines,
      usd_per_month: design.usdPerMonth,
      answer_seconds: design.answerSeconds ?? null,
      kg_co2e_per_month: design.kilogramsCo2ePerMonth ?? null,
      unavailable_share: design.unavailableShare,
      proxy: design.proxy,
      stands_for: design.standsFor,
    })),
  }));
}

/** An organisation in which every kind of element and every statement occurs. */
export const everything = `
organization acme "Acme" {
  model hybrid
  motion sales-led
  stage mature
  currency EUR
  fiscal-year starts 04
  strategy "Win" "https://example.com/strategy"
  budget 10M EUR per year
  revenue 200M EUR per year
}
rate USD 0.92 EUR
region emea "Europe" { note "A remark" link "Handbook" "https://example.com" tags core, pilot id "R1" previously europe }
business-line resorts
external it "Corporate IT" { consulted on reporting }
external finance

team marketing "Marketing" is growth as shared-service in emea {
  lead cmo
  responsible for pricing, swag with finance because "They know"
  responsible for content-production to produce, deliver
  accountable for pricing
  consulted on reporting
  informed of case-studies
  decides pricing
  coordinates swag
  serves emea, it
  needs sales-transactions
  reports to it
  placed because "Agreed"
  budget 1M EUR per year
  cost 2M EUR per year
  embeds it
  partners with finance
  hubs "Lisbon", "Manila"
  allow reporting/span-of-control because "For now"
  charter {
    mission "One stack."
    sponsor cmo
    goal "Every euro counts" { owner cmo  objective "Share" from 40% to 90% by 2027-Q2 { owner cmo } }
  }
  challenge "Slow" { owner cmo }
  role cmo "Chief" {
    level executive
    held by sari
    ..> it "systems" { strength strong }
  }
  role designer "Designer" is designer {
    level senior
    span coach
    seats 3
    held by "Chen Wei"
    skills motion-design
    interim until 2027-03-31
    fte 0.8
    location "Jakarta"
    cost 50k USD per year
    id "S0064"
  }
}
skill motion-design
person sari "Sari Wijaya" { location "Jakarta" fte 1 skills motion-design }

platform cdp "CDP" is customer-data-platform {
  owner sari
  roadmap marketing
  used by marketing for "audiences", "consent"
  integrates crm
  personal data under gdpr
  result "Match rate" from 52% to 80% by 2027-Q4
  cost 420k EUR per year
  renews 2027-03-31
  bought by it
  status live
  ai scoring { maturity experimental owner it }
}
platform crm
dataset sales-transactions { owner finance shared with marketing personal data }
process intake "Intake" {
  owner marketing
  serves emea
  intake via crm
  step brief by marketing
  step build by it via crm within 3 days
  step approve by finance within 2 days approval
  under gdpr
}
program loyalty is retention in emea { owner cmo runs on cdp budget 800k EUR per year measure "Repeat" from 31% to 36% by 2027-Q4 }
partner pixel is agency {
  delivers pricing
  reason deep-expertise
  budget owner marketing
  workflow owner cmo
  serves marketing
  cost 30k EUR per month
  until 2027-06-30
}
committee steering as steering-committee { chair sari members sari at 10%, it governs cdp meets quarterly }
initiative direct as tiger-team {
  sponsor cmo
  lead cmo
  members designer at 20%
  draws on marketing
  serves emea
  budget 1M EUR
  until 2027-03-31
  exit "Done"
}
driver budget-share is budget { owner cmo }
plan change "Change" {
  from decentralized to hybrid
  because "It hurts"
  owner cmo
  sponsor cmo
  benefit "Speed" from 6 weeks to 2 weeks by 2027-12
  trade-off "Handoffs" accepted because "Worth it"
  risk "Slower" mitigated by "A desk"
  case-study "A peer" "https://example.com/peer"
  driven by budget-share
  barrier always is process { affects intake owner cmo strategy "Redesign" }
  stakeholder gms "General managers" { stance resistant benefit "Faster" informed "monthly" }
  phase found "Found" from 2027-01 to 2027-06 {
    add role architect "Architect" to marketing { level senior }
    move designer to marketing
    change crm { owner marketing }
    retire crm replaced by cdp
    source motion-design by hire
    revenue 210M EUR
    cost 9.1M EUR
    told designer "In January"
  }
}
view chart { lens reporting of marketing depth 2 at found }
function ours "Ours" { part of growth aliases "us" }
capability crafts { home ours core }
layer glass { above data }
category lens { layer glass measures }
form club { applies to team, committee central }
engagement builder { integrator }
archetype watcher { max 7 }
level chief { rank 11 }
regulation law in emea { covered by it }
`;

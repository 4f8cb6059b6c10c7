import type { Knowledge } from "./knowledge.ts";

/** Known, and none of the six: learning, giving, children, officials, work. */
export const other: Knowledge = {
  names: `
    Oxfam | Oxfam GB; British Red Cross | Red Cross | Croix Rouge | Deutsches Rotes Kreuz; UNICEF; Save the Children; Cancer Research | Cancer Research UK; WWF; Greenpeace; Amnesty International; Macmillan; RNLI; Shelter UK; JustGiving | Justgiving com; GoFundMe; Doctors Without Borders | Medecins Sans Frontieres | Arzte Ohne Grenzen; Salvation Army; Wikimedia | Wikipedia; Milaap; Ketto; GiveIndia; Giving SG; Caritas;
    Coursera; Udemy; edX; Skillshare; LinkedIn | Linkedin Pre | Linkedin Premium; Byju's | Byjus; Unacademy; Vedantu; UpGrad; Chegg; Khan Academy; Babbel; Open University; Kumon; Physics Wallah; WhiteHat Jr; Simplilearn; MasterClass; Codecademy;
    Amazon Web Services | AWS; Google Cloud | Google Workspace | Google Gsuite; Microsoft Azure | Azure; DigitalOcean; Hetzner | Hetzner Online; OVH; Cloudflare; GitHub | Github Inc; GoDaddy; Namecheap; Squarespace; Shopify; Zoom | Zoom Us | Zoom Video; Slack; Notion | Notion Labs; Mailchimp; Upwork; Fiverr; Google Ads | Google Adwords; Facebook Ads | Facebk Ads | Facebk; Meta Platforms | Metapay; Hubspot; Salesforce; Intuit Quickbooks | Quickbooks; Xero; Atlassian; Figma; WeWork; Regus; IWG; FedEx | Fedex Office; UPS Store; USPS | USPS PO; Royal Mail; DHL; Deutsche Post; La Poste; Correos; Correios; India Post; SingPost; Passport Office; UKVI | UK Visas; VFS Global | VFS; USCIS; DVSA
  `,
  words: `
    donation; donations; donate; charity; charitable; foundation; trust fund; church; mosque; temple; gurdwara; parish; spende; spenden; don association; donativo; doacao; donazione; school; schools; school fees; college; university; universitat; universite; universidad; universidade; academy fees; tuition; tuitions; coaching; classes; course; courses; education; educational; examination; exam fee; schule; hochschule; volkshochschule; ecole; escuela; colegio; escola; faculdade; scuola; skola; szkola; kindergarten; nursery; childcare; child care; creche; daycare; day care; kita; babysitter; guarderia; tuition centre; tuition center; student center; kids academy; funeral; embassy; visa fee; passport; fine; penalty notice; court; justizkasse; web services; hosting; domain; software; saas; cloud; consulting; coworking; advertising; printing; pocket money; allowance; gift to; alimony; maintenance child
  `,
};

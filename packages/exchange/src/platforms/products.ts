import { fold } from '../text/clean.ts';

/**
 * Categories of products that marketing departments commonly have, for inventories without a column for it. The names
 * are those of the standard vocabulary; what a product is sold as first, where it is sold as many things.
 */
const products: { readonly [category: string]: string } = {
  'integration-platform': 'Zapier, Workato, Make, Boomi, MuleSoft, Tray.io, Tray',
  'work-management':
    'Asana, Workfront, Adobe Workfront, Monday.com, Wrike, ClickUp, Trello, Smartsheet, Airtable, Notion',
  'project-tracking': 'Jira, GitLab, GitHub, Linear, Basecamp',
  'budget-planning': 'Allocadia, Plannuh, Uptempo, Hive9',
  collaboration:
    'Slack, Microsoft Teams, Zoom, WebEx, Cisco WebEx, Google Workspace, G Suite, Miro, Mural, Geekbot, Loom, SharePoint, Confluence, Dropbox, Box',
  'vendor-management': 'Coupa, SAP Ariba, Zip, Vendr, Productiv',
  'identity-and-access-management': 'Okta, OneLogin, 1Password, Auth0',
  'customer-data-platform':
    'Segment, Twilio Segment, Tealium, Tealium AudienceStream, mParticle, Treasure Data, Lytics, BlueConic, Bloomreach, Amperity, ActionIQ, Adobe Real-Time CDP',
  crm: 'Salesforce, Salesforce Sales Cloud, Salesforce CRM, SFDC, HubSpot CRM, Microsoft Dynamics, Dynamics 365, Pipedrive, Zoho CRM, SugarCRM',
  'consent-management': 'OneTrust, Cookiebot, Usercentrics, TrustArc, Didomi, Osano',
  'data-warehouse': 'Snowflake, BigQuery, Google BigQuery, Amazon Redshift, Redshift, Databricks',
  'data-integration':
    'Fivetran, Stitch, Hightouch, Census, Supermetrics, Funnel.io, Adverity, Informatica, Talend',
  'data-quality': 'RingLead, Validity, DemandTools, Openprise, Cloudingo',
  'tag-management': 'Google Tag Manager, Tealium iQ, Adobe Launch, Ensighten',
  enrichment:
    'ZoomInfo, Clearbit, Dun & Bradstreet, D&B Hoovers, Cognism, Lusha, Apollo, Apollo.io, DiscoverOrg',
  'intent-data': 'Bombora, 6sense, G2 Buyer Intent, TechTarget Priority Engine',
  'content-management':
    'WordPress, Drupal, Contentful, Sitecore, Adobe Experience Manager, AEM, Contentstack, Storyblok, Sanity, Prismic, Umbraco, Kentico',
  'digital-asset-management':
    'Bynder, Brandfolder, Canto, iconik, Widen, Acquia DAM, Aprimo, MediaValet, Cloudinary, Frontify',
  'product-information-management': 'Akeneo, Salsify, inRiver, Pimcore',
  'creative-production':
    'Figma, Canva, Adobe Creative Cloud, Photoshop, Adobe Photoshop, InDesign, Sketch, InVision, Frame, Frame.io, Celtra, Adobe Express',
  'translation-management':
    'Smartling, Phrase, Lokalise, Transifex, Crowdin, Memsource, Lionbridge, TransPerfect, XTM',
  video: 'Vimeo, YouTube, Wistia, Brightcove, Vidyard, Kaltura, Rev',
  'content-intelligence': 'PathFactory, Uberflip, BuzzSumo, Contently, Parse.ly, Chartbeat',
  'content-planning': 'CoSchedule, Kapost, Welcome, DivvyHQ, Optimizely CMP',
  'sales-content-management': 'Highspot, Seismic, Showpad, Guru, ReferenceEdge',
  'interactive-content': 'Ceros, Outgrow, Ion Interactive',
  'generative-content': 'Jasper, Writer, Copy.ai, ChatGPT, OpenAI, Midjourney, Adobe Firefly, Claude',
  'web-analytics':
    'Google Analytics, Adobe Analytics, Matomo, Piwik, Hotjar, FullStory, LogRocket, Contentsquare, Crazy Egg, Microsoft Clarity, Plausible',
  'business-intelligence':
    'Tableau, Looker, Looker Studio, Google Data Studio, Power BI, Microsoft Power BI, Domo, Qlik, Sisense, Mode, Datorama, Periscope',
  attribution:
    'Bizible, Marketo Measure, CaliberMind, Dreamdata, HockeyStack, AppsFlyer, Adjust, Branch, Rockerbox',
  'product-analytics': 'Amplitude, Mixpanel, Pendo, Heap, PostHog',
  personalization: 'Dynamic Yield, Mutiny, Evergage, Monetate, Adobe Target, Salesforce Personalization',
  experimentation: 'Optimizely, VWO, AB Tasty, Google Optimize, Convert',
  'conversation-intelligence': 'Gong, Chorus, Chorus.ai, ExecVision, Jiminny',
  'social-listening': 'Brandwatch, Keyhole, Meltwater, Talkwalker, Mention, Bitergia, Brand24, NetBase',
  'competitive-intelligence': 'Crayon, Klue, Kompyte, Similarweb',
  'feature-management': 'LaunchDarkly, Split, Flagsmith',
  'marketing-automation':
    'Marketo, Adobe Marketo, Marketo Engage, Adobe Marketo Engage, Eloqua, Oracle Eloqua, Pardot, Salesforce Pardot, HubSpot, HubSpot Marketing Hub, ActiveCampaign, Salesforce Marketing Cloud, Acoustic, Adobe Campaign, Braze, Iterable, Klaviyo, Customer.io, Marketing Cloud Account Engagement',
  'event-management': 'Cvent, Eventbrite, Splash, Bizzabo, Hopin, Meetup, RainFocus, Swoogo',
  webinar: 'ON24, GoToWebinar, Zoom Webinars, BrightTALK, Livestorm, Goldcast, Demio',
  'sales-engagement': 'Outreach, Outreach.io, Salesloft, LinkedIn Sales Navigator, Groove, Reply.io, Mixmax',
  'account-based-advertising': 'Demandbase, Terminus, RollWorks, Madison Logic, Triblio',
  'partner-management': 'IMPartner, Impartner PRM, PartnerStack, Crossbeam, Allbound, Zift',
  influencer: 'GRIN, Upfluence, CreatorIQ, Traackr, Aspire',
  'community-platform': 'Discourse, Khoros, Disqus, Higher Logic, Bevy, Discord, Vanilla, Zendesk Community',
  'customer-advocacy': 'Influitive, UserEvidence, Ambassify, SlapFive',
  'customer-success': 'Gainsight, Totango, ChurnZero, Planhat',
  survey: 'SurveyMonkey, Qualtrics, Typeform, Google Forms, Medallia, Delighted, Alchemer, Jotform',
  'review-management': 'Trustpilot, Birdeye, Yotpo, Bazaarvoice, ReviewTrackers, G2',
  'public-relations-management': "Cision, Muck Rack, ARInsights' Architect, ARInsights, Prowly, Notified",
  'employee-advocacy': 'Bambu, Bambu by Sprout Social, EveryoneSocial, GaggleAMP, Sociabble, Haiilo',
  'lead-management': 'LeanData, Lean Data, Chili Piper, Distribution Engine',
  'appointment-scheduling': 'Calendly, Acuity, YouCanBook.me',
  'print-and-swag-fulfillment': 'Printfection, Reachdesk, Sendoso, Printful, Swag.com, PFL, Alyce, Postal',
  'website-platform': 'Webflow, Squarespace, Wix, Netlify, Vercel, Swiftype, Algolia, Acquia',
  'landing-pages': 'Unbounce, Instapage, Leadpages',
  email:
    'Mailchimp, MailJet, Mailgun, SendGrid, Twilio SendGrid, Campaign Monitor, Constant Contact, Litmus, Email on Acid, Knak, Stensul, Brevo, Sendinblue, Postmark',
  'sms-messaging': 'Twilio, Attentive, Postscript, Vonage, MessageBird, Infobip, WhatsApp Business, Sinch',
  'social-media-management':
    'Sprout Social, Hootsuite, Sprinklr, Buffer, Tweetdeck, Later, Agorapulse, Emplifi, Falcon.io, Khoros Marketing',
  advertising:
    'Google Ads, Google Adwords, AdWords, Display & Video 360, DV360, Google Marketing Platform, The Trade Desk, Meta Ads, Facebook Ads, Meta Business Suite, LinkedIn Ads, LinkedIn Campaign Manager, Microsoft Advertising, Bing Ads, TikTok Ads, Campaign Manager 360, AdRoll, Criteo, Amazon Ads, Smartly.io',
  'search-optimization':
    'SEMrush, Ahrefs, Moz, Google Search Console, BrightEdge, Conductor, Screaming Frog, seoClarity, SEOTesting.com, Botify',
  'local-listings': 'Yext, Uberall, Rio SEO, Google Business Profile',
  chat: 'Drift, Intercom, Qualified, LivePerson, Zendesk Chat, Olark, Tidio, Crisp',
  'call-tracking': 'CallRail, Invoca, Marchex',
  'e-commerce':
    'Shopify, Magento, Adobe Commerce, BigCommerce, WooCommerce, Salesforce Commerce Cloud, commercetools',
  'direct-mail-automation': 'Lob, Inkit, Postie, Optilyz',
};

let index: ReadonlyMap<string, string> | undefined;

/** The standard category of a well-known product; undefined for all others. */
export function categoryOfProduct(title: string): string | undefined {
  index ??= new Map(
    Object.entries(products).flatMap(([category, names]) =>
      names.split(',').map((name): [string, string] => [fold(name), category]),
    ),
  );
  const bare = fold(title.replace(/\([^)]*\)|,.*$/g, ' '));
  const words = bare.split(' ');
  for (let n = words.length; n > 0; n--) {
    // One word of several is a product only where a version follows: `Tableau 10`, and not `Rev Share Report`.
    if (n === 1 && words.length > 1 && !words.slice(1).every((word) => /^v?\d+$/.test(word)))
      return undefined;
    const category = index.get(words.slice(0, n).join(' '));
    if (category) return category;
  }
  return undefined;
}

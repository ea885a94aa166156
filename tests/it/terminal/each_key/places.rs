//! Where keys are pressed, and what leads there.

use super::expected::At;
use super::world::Kind;

pub const LIST: At = At(Kind::List, "shows Images 1/120; shows read just now; shows CREATED");
pub const IMAGE: At = At(Kind::Image, "shows 123456789012:role/");
pub const WIDE: At = At(Kind::Wide, "shows 123456789012:role/; press esc; shows Enter open");
pub const LOW: At = At(Kind::Low, "shows Display name");
pub const VERSIONS: At = At(Kind::Image, "shows 123456789012:role/; press 2; shows latest; shows STABLE");
pub const RAW: At = At(Kind::Image, "shows 123456789012:role/; press 5; shows \"ImageName\"");
pub const SLIM_RAW: At = At(Kind::Slim, "shows role/; press 5; shows \"ImageName\"");
pub const FILTER: At = At(Kind::List, "shows Images 1/120; shows CREATED; press /; shows Enter keep");
pub const SHELL_PICK: At = At(Kind::Pick, "shows Images 1/120; shows CREATED; shows Enter pick");
pub const FORM: At = At(Kind::Image, "shows 123456789012:role/; press e; shows 11/128; loaded");
pub const TAGS: At = At(Kind::Image, "shows 123456789012:role/; press T; shows cost-center");
pub const CHOICES: At =
    At(Kind::Image, "shows 123456789012:role/; press 2; shows STABLE; press e; shows ● STABLE");
pub const TEXT: At = At(
    Kind::Image,
    "shows 123456789012:role/; press e; shows 11/128; loaded; press ctrl-u; type one be-ta; shows one be-ta",
);
pub const REVIEW: At = At(
    Kind::High,
    "shows 123456789012:role/; press e; shows 11/128; loaded; type !; shows 12/128; press ctrl-s; shows Review; shows }",
);
pub const LOW_REVIEW: At = At(
    Kind::Low,
    "shows Display name; press e; shows 11/128; loaded; type !; shows 12/128; press ctrl-s; shows Review",
);
pub const CONFLICT: At = At(
    Kind::High,
    "shows 123456789012:role/; press e; shows 11/128; loaded; type !; press tab; type !; shows 2 changes; press ctrl-s; \
     shows Review; shows }; other edited; press enter; shows m mine",
);
pub const COPY: At = At(Kind::Wide, "shows 123456789012:role/; press y; shows Copy atlas");
const VERIFIED: &str = "shows 123456789012:role/; press e; shows 11/128; loaded; type !; shows 12/128; press ctrl-s; shows Review; \
     shows }; press enter; shows : verified; press e; shows 12/128; loaded; type !; shows 13/128; press ctrl-s; shows Review; \
     shows }; press enter; hides Review; shows : verified; press H; shows History";
pub const HISTORY: At = At(Kind::High, VERIFIED);
pub const LOW_HISTORY: At = At(
    Kind::Low,
    "shows Display name; press e; shows 11/128; loaded; type !; shows 12/128; press ctrl-s; shows Review; changes pgdn; press enter; \
     shows : verified; press H; shows History",
);
pub const HALF_DONE: At = At(
    Kind::High,
    "shows 123456789012:role/; press esc; shows Enter open; press space; press space; shows 2 marked; other denied; press e; \
     shows Edit 2 images; loaded; press tab; type !; shows set; press ctrl-s; shows Review; shows }; press enter; \
     shows Nothing was changed; press esc; hides Review; press esc; hides Edit 2; press H; shows History; press a",
);
pub const DRAFTS: At = At(
    Kind::List,
    "shows Images 1/120; shows CREATED; press e; shows Edit; shows unchanged; type !; shows set; press esc; hides Edit ; \
     press j; shows Images 2/120; press e; shows Edit; shows unchanged; type !; shows set; press esc; hides Edit ; \
     press D; shows Drafts",
);
pub const LOW_DRAFTS: At = At(
    Kind::Low,
    "shows Display name; press e; shows 11/128; loaded; press tab; type one two three four five six seven eight nine ten eleven twelve \
     thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty; shows twenty; press esc; hides Edit ; press D; \
     shows Drafts",
);
pub const ERRORS: At = At(
    Kind::Low,
    "shows Display name; other tags-denied; press 3; shows access denied; press !; shows Errors",
);
pub const PICKER: At = At(Kind::List, "shows Images 1/120; press R; shows us-east-1; shows Esc close");
pub const CODE: At = At(Kind::Code, "shows Admin; shows :mfa/me");
pub const LOG_IN: At = At(Kind::LogIn, "shows L log in; press L; shows --use-device-code");
pub const HELP: At = At(Kind::Low, "shows Display name; press ?; shows Help");
pub const HELP_SEARCH: At =
    At(Kind::Low, "shows Display name; press ?; shows Help; press /; shows Enter keep");
pub const QUESTION: At = At(
    Kind::Image,
    "shows 123456789012:role/; press e; shows 11/128; loaded; type !; shows 12/128; press ctrl-c; shows Quit?",
);
pub const THEMES: At =
    At(Kind::List, "shows Images 1/120; shows CREATED; press ctrl-t; shows Latte and Mocha");
pub const PALETTE: At = At(Kind::List, "shows Images 1/120; shows CREATED; press :; shows Commands");
pub const DEMO: At = At(Kind::Demo, "shows CREATED; press 4; shows Defaults for users; shows Enter describe");
pub const TOUR: At = At(Kind::Tour, "shows The images of an account");
pub const SLOW: At = At(Kind::SlowDemo, "shows CREATED; press 4; shows Looking");

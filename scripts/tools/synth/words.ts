/** The vocabulary of the invented world: short lists from which names are combined. */
export const NOUNS = list(
	'Heron Kettle Lantern Thistle Curlew Plough Bellows Hearth Ferry Otter Mill Gander Barrow Candle Anvil Bramble Weaver Pedlar Shepherd Piper Thatcher Cooper Drover Tinker Sexton Miller Widow Sailor Hawk Raven Swallow Magpie Wren Lapwing Plover Gannet Salmon Trout Hare Fox Badger Stoat Goat Heifer Mare Foal Pony Donkey Rooster Goose Turf Bog Strand Causeway Bridge Crossroads Steeple Tower Gatepost Haystack Orchard Meadow Hollow Ridge Island Harbour Lighthouse Anchor Oar Sail Net Creel Basket Bonnet Shawl Apron Button Ribbon Garter Boot Clog Buckle Spoon Ladle Skillet Churn Oatcake Bannock Barley Clover Heather Gorse Fern Rowan Hazel Hawthorn Sloe Primrose Foxglove Cobweb',
);
export const ADJECTIVES = list(
	'Quiet Crooked Merry Lonesome Blue Brown Speckled Wandering Idle Drowsy Restless Frosty Windy Rainy Golden Silver Copper Rusty Broken Mended Painted Hidden Forgotten Borrowed Stolen Early Late Midnight Morning Autumn Winter Spotted Striped Lame Blind Nimble Clumsy Bold Bashful Cross Jolly Sober Thirsty Hungry Sleepy Barefoot Ragged Tattered Humming Whistling Dancing Limping Laughing Weeping Sunken Leaky Narrow Steep Winding Western Northern Upper Lower Dusty Muddy Mossy Bitter Sweet Salted Smoky Tangled Twisted Threadbare Upright Wooden Stony Iron Foggy Gentle Hasty',
);
export const FORENAMES = list(
	'Páidín Nóra Séamus Máire Bríd Tomás Éamonn Sorcha Cáit Donncha Fionn Gráinne Úna Íde Peadar Síle Colm Aoife Ruairí Dónal Orla Méabh Niall Tadhg Eithne Lorcán Róisín Ciara Fergus Malachy Jenny Molly Biddy Peggy Nell Tess Annie Kitty Hughie Barney Dinny Mick Paddy Johnny Willie Ned Christy Connie Morgan Jasper Agnes Elspeth Morag Hamish Ewan Isla Rhona Torquil Effie Murdo Gwen Dilys Idris Mabel Ivor Loïc Yann Maëlle Solveig Anders Ingrid Björn Freya Hanna Otto Greta Emil Clara',
);
export const BELONGINGS = list(
	'Fancy Delight Favourite Frolic Rambles Return Farewell Welcome Lament Dream Wedding Bonnet Kettle Garden Gate Goat Hen Cow Fiddle Flute Bellows Pipe Hornpipe Jig Reel Waltz March Polka Slide Journey Voyage Kitchen Cottage Hearth Loom Wheel Boots Breeches Coat Cap Cup Jug Barrel Pan Ladle Leap Stroll Gallop Trot Chase Whim Folly Bargain Secret Surprise Mistake Promise Reply Question Answer Riddle Toast Supper Breakfast Pudding Porridge Cradle Lantern Candle Window Ladder Barn Byre Haggard Boat Ferry Oar Net Catch Harvest Meadow Orchard Rose Thistle Choice Luck Fortune Misfortune Birthday Holiday Half-Hour Number',
);
export const JOURNEYS = list(
	'Going+To Leaving The+Road+To Farewell+To Back+To Rolling+Into Lost+In The+Lights+Of Rain+Over The+Fair+At Morning+In A+Night+In Home+From The+Ferry+To Snow+In Harvest+In Crossing Over+The+Hill+To The+Train+To Sunset+At',
).map((journey) => journey.replaceAll('+', ' '));
export const DOINGS = list(
	'Chasing Mending Losing Finding Painting Calling Shoeing Milking Minding Turning Tossing Selling Buying Hiding Carrying Catching Feeding Walking Waking Burying Hunting Lifting Drying Salting Rocking Riding Racing Chiding Teasing Following Polishing Counting Weighing Stealing Borrowing Rolling Kicking Thatching Trimming Blessing Scolding Sharing Wetting Stirring Splitting Tuning Humming Scraping Sweeping Folding Stitching Patching Shaking Scattering Spilling Filling Emptying Knocking Sounding Ringing Winding Stopping Starting Leaving Meeting Courting Greeting Guarding Watching Searching Praising Cursing Thanking Fooling Chancing Dodging Coaxing Steering Hauling Landing',
);
export const IRISH_NOUNS = list(
	'Bóthar Cnoc Gleann Cailín Buachaill Fear Bean Capall Cú Éan Fáinne Bád Tobar Droichead Teach Geata Gort Abhainn Oileán Trá Carraig Coill Sliabh Maidin Oíche Samhradh Geimhreadh Ceol Port Ríl Amhrán Píobaire Fidléir Sagart Táilliúir Gabha Iascaire Bróg Hata Cóta Ciseán Corcán Coinneal Lampa Réalta Gealach Grian Scamall Gaoth Báisteach',
);
export const IRISH_ADJECTIVES = list(
	'Mór Beag Dubh Bán Rua Glas Gorm Buí Fada Gearr Álainn Ciúin Sean Óg Fuar Te Tirim Fliuch Crua Bog Deas Donn Liath Láidir Tapa Mall Ard Íseal Geal Dorcha Caol Leathan Sásta Brónach Ocrach Tuirseach Fiáin Séimh Saibhir Bocht Briste Nua Ársa Folamh Lán Milis Searbh Cam Díreach Uaigneach',
);
export const PLACE_HEADS = list(
	'Kil Bally Glen Dun Inver Carrick Knock Lis Rath Drum Ard Clon Tober Inish Augh Cul Slieve Tully Strath Corr',
);
export const PLACE_TAILS = list(
	'brannan varra meenagh corran dovan allowe tarsin modane lurvey finnoe grenagh shallan tobrin mourney cashen derravan lonnoe pattrick rushane sorlan tinnoe vallin warrin yeltan ballow crennan doolish eskerra fallogue gannick',
);

function list(words: string): string[] {
	return words.split(' ');
}

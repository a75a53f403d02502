"""Sentences about things, people and places as reviews say them, with their labels: what `sentiment.py` trains on beside its first grammar.

Every list is by subject, so that a soup is cooked and a lamp is switched on. After `but`, and in the main clause of `although`, stands what
the speaker means; so does what comes last of then and now, of what was promised and what came, of others and this one.
"""
import re

NEGATIVE, NEUTRAL, POSITIVE = range(3)

# subject: (names, what good ones do, what bad ones do, what any may do)
SUBJECTS = {
    "food": (
        "soup|steak|fish|bread|pizza|cake|curry|coffee|wine|salad|breakfast|burger|ice cream|pasta|pie|sandwich|cheese|chicken|tea|dessert|rice|beer|stew|omelette|dinner|lunch",
        "melted in my mouth|was cooked to perfection|came hot and fresh|tasted like home|was full of flavour|was tender and juicy|made my day|was gone in a minute because we loved it|was rich and creamy|was seasoned just right|is the best I know|was heavenly|smelled wonderful|was a dream|was mouth watering|hit the spot|was generous and tasty",
        "came cold|was raw in the middle|made us ill|tasted like soap|was swimming in grease|was burnt|was dry as dust|was tough and stringy|was far too salty|smelled off|went straight into the bin|had a hair in it|was watery|was tasteless|was stale|was soggy|left a bad taste|turned my stomach|was a soggy mess|was rotten|upset my stomach|was lukewarm and grey|was inedible",
        "comes with rice|is served at noon|contains nuts|has three layers|was ordered by my brother|costs eight euros|is made with milk|comes in two sizes|is on the second page of the menu|was served in a bowl|is sold by weight|is baked on Fridays|has garlic in it|comes from Italy"),
    "device": (
        "phone|laptop|printer|camera|kettle|washing machine|radio|lamp|drill|watch|speaker|headphones|tablet|keyboard|fridge|vacuum cleaner|toaster|clock|heater|app|software|website|game|battery|screen|remote|charger|car|bicycle|mower|oven",
        "works like a charm|does exactly what it should|still runs after ten years|charges in no time|is easy to use|was ready in a minute|never lets me down|is quick and quiet|has made life easier|works perfectly|is a joy to use|is worth every cent|solved all my problems|is solid and well made|is fast and reliable|runs like clockwork|saves me so much time|exceeded my expectations|is simple and clever|lasts for days",
        "stopped working|broke after a week|will not switch on|keeps crashing|fell to pieces|is already scratched|overheats|died on the second day|makes a terrible noise|burnt my hand|is slow as a snail|is impossible to use|never worked|freezes all the time|lost all my photos|drains in an hour|cracked at once|came broken|leaks everywhere|jams every time|is a piece of junk|let me down again|rusted within a month|is cheap rubbish|smokes and stinks|failed when I needed it|drives me mad|does nothing that it promises|went dead",
        "comes with a cable|weighs two kilos|has four buttons|is made of steel|is sold in three colours|runs on batteries|was made in Japan|stands in the kitchen|uses the old plug|is used in our office|shows the time and the date|has a lid of glass|was bought in May|asks for a password|is thirty centimetres wide|opens on the left side|stores up to ten numbers|updates once a month"),
    "wear": (
        "coat|dress|jacket|shoes|boots|shirt|hat|bag|gloves|sofa|chair|bed|mattress|table|blanket|curtain|umbrella|backpack|suit|socks|pillow|toy|doll|book shelf|ring",
        "fits like a glove|feels like silk|keeps me warm|is soft and light|looks even better than in the picture|gets me compliments|is beautifully made|is comfortable all day|still looks new|is sturdy and pretty|washes well|has held up for years|is so cosy|was a perfect gift|makes me feel great",
        "fell apart in the wash|gave me blisters|is itchy and stiff|tore on the first day|shrank|faded at once|is scratchy|lost a button already|smells of chemicals|is crooked|looks nothing like the picture|is too tight and badly cut|wobbles|collapsed under me|made my back ache|is thin and flimsy|came with a stain|is full of holes|pinches|split at the seam|rubs and chafes",
        "has two pockets|is made of wool|comes in blue and grey|is a size ten|was delivered in a box|hangs in the hall|has a zip at the side|is for children from six|was a present from my aunt|stands by the window|is sold as a pair|has wooden legs|is washed at thirty degrees"),
    "person": (
        "waiter|teacher|doctor|nurse|driver|guide|owner|manager|dentist|seller|chef|mechanic|clerk|receptionist|plumber|barber|trainer|lawyer|librarian|landlady|host|coach|builder|cashier|staff|crew|team",
        "went the extra mile|remembered my name|was patient and kind|took time for us|made us feel at home|smiled all evening|solved it at once|could not do enough for us|explained everything clearly|was honest with me|cheered us up|is a true professional|knows what to do|was gentle with my son|saved our day|is a gem|was warm and welcoming|gave us good advice|went above and beyond|listened to us|was quick to help|took such good care of me",
        "was rude to us|ignored us|yelled at my wife|lied to me|overcharged us|rolled his eyes|hung up on me|did not apologise|made a mess|laughed at us|kept us waiting|forgot our order twice|could not care less|was drunk|snapped at me|blamed me for it|was careless and late|treated us like dirt|wasted our time|spilled wine on me and walked off|refused to help|talked down to me|insulted my mother|cheated us|stole my tip|made me cry|hurt me and did not notice|shrugged",
        "works on Mondays|has a white coat|brought the menu|wrote down my number|lives next door|comes from Poland|opened the door|asked for my ticket|wears glasses|started at nine|answered the phone|has been here since spring|took our order|stood behind the desk|showed us the room"),
    "place": (
        "hotel|room|restaurant|museum|beach|park|shop|flat|hostel|cafe|cinema|garden|city|pool|school|hospital|campsite|gym|theatre|zoo|station|house|village|market|bathroom|balcony|garage|hall",
        "is spotless|took our breath away|felt like home|is bright and friendly|is a paradise|has a wonderful view|is worth the trip|is peaceful and green|has great charm|is a hidden treasure|was quiet and cosy|made us want to stay|is a treat for children|was clean and comfortable|is full of lovely things|has the best view in town|is my favourite spot",
        "was filthy|smelled of smoke|was noisy all night|was freezing|is a tourist trap|was full of rubbish|had mould on the walls|is run down|was a dump|is a disgrace|had bugs in the bed|was crowded and loud|stank|needs a good clean|was damp and dark|is falling apart|was a nightmare|had a broken shower|made us want to leave|ruined our holiday|looked sad and grey|is not safe at night|had no hot water",
        "opens at nine|is on the third floor|was built in 1890|is next to the station|has two entrances|is closed on Mondays|has forty seats|lies behind the church|charges five euros|faces the street|belongs to the city|is painted white|has a car park|moved to a new address|can be reached by bus|is a mile from here|has a lift and a cellar"),
    "story": (
        "film|book|play|novel|show|concert|song|album|series|episode|story|musical|comedy|plot|ending|script|opera|poem|article|exhibition|lecture|sequel|first chapter|second act|performance",
        "moved me to tears|kept me on the edge of my seat|made me laugh out loud|is a masterpiece|stays with you|gripped me from the first page|is full of wit|was over far too soon|deserves every prize|touched my heart|is a triumph|is clever and funny|swept me away|is pure joy|left me smiling|surprised and delighted me|is beautifully written|gave me chills|blew me away|is a feast|is powerful and tender",
        "put me to sleep|is a waste of time|makes no sense|is full of holes|drags on and on|bored me to tears|is an insult to the viewer|fell flat|is a mess|was painful to watch|left me cold|is badly acted|goes nowhere|has paper thin characters|is a pile of nonsense|made me cringe|is dull and long|was a letdown|insults your intelligence|tries too hard|is a lazy copy|ran out of ideas|made me yawn|lost me after ten minutes|is wooden and flat|is overlong and dreary",
        "is set in Paris|has twelve chapters|was written in 1920|lasts two hours|is about two brothers|has three parts|begins in winter|was shown on Friday|is based on a true case|comes out in May|is told by a sailor|was filmed in Spain|has eight episodes|is the second of four|was translated from Greek|is sung in Italian|plays in a school"),
    "deal": (
        "delivery|order|parcel|service|repair|refund|booking|tour|flight|course|trip|lesson|treatment|holiday|cruise|journey|appointment|update|help line|purchase|wedding|party|visit|evening|stay",
        "went smoothly|was quick and easy|was a great success|came a day early|was worth the money|was a pleasure|could not have gone better|was perfectly organised|was the highlight of our year|was handled with care|was great fun|made us happy|was a bargain|was first class|was unforgettable|went like clockwork|was a delight|helped me a lot",
        "never came|was a disaster|was late again|was a rip off|was a complete waste|took for ever|was cancelled without a word|went wrong|was a nightmare|was a joke|cost a fortune and was useless|was a scam|was a shambles|was a huge disappointment|ended in tears|was chaos from start to finish|made it worse|was a farce|was spoiled|left us stranded|was a misery|arrived smashed|was botched|left me in pain",
        "takes six days|starts at ten|was on Tuesday|costs forty euros|lasts a week|was moved to June|includes lunch|is booked online|was for two people|goes by way of Rome|was paid by card|ends at the harbour|is offered twice a year|has three stages")}

ALONE = {  # whole sentences, in any tense, of anything
    POSITIVE: "Highly recommended|Five stars|Love it|Great value|Worth every penny|I would buy it again|Best decision ever|What a treat|Top marks|Thank you|Two thumbs up|I am in love|We had a blast|We can't wait to come back|I am so glad I found it|It made my year|I could not be more pleased|Simply the best|A real bargain|Pure magic|What a find|I smiled all day|This made me so happy|My kids adore it|A must|I am over the moon|Ten out of ten|Keep up the good work|Bravo|Well done|It is a keeper|I will treasure it|Good as new|A pleasant surprise|Better than I hoped|I felt so welcome|We laughed all evening|My pain is gone|I slept like a baby|I am impressed|I ordered another one|I tell everyone about it|Outstanding in every way|A delight from beginning to end|We danced until dawn|It brightened my week|I feel so much better",
    NEGATIVE: "Avoid|Never again|One star|Total waste of money|What a scam|I want my money back|I sent it back|Save your money|Stay away|Shame on you|Worst purchase ever|I am furious|We walked out|I gave up|What a joke|Complete rubbish|Absolute garbage|Zero stars|I feel robbed|I was so upset|Don't bother|Look elsewhere|They should be ashamed|Money down the drain|I regret it|I could have cried|What a letdown|So disappointed|Worthless|I threw it away|It ended up in the bin|My day was ruined|I had to pay twice|I am still waiting for my refund|I had to see a doctor afterwards|It gave me a headache|I was bored stiff|We left hungry|I cannot believe how bad it was|A disgrace|A sorry excuse for a meal|I have had enough|Beware|Buyer beware|Run away|It is a swindle|It made me sick|I was close to tears|I would give no stars if I could|My patience is at an end|I lost two hundred euros",
    NEUTRAL: "I bought it in May|We went there by train|My sister has the same one|I ordered two|It was a Tuesday|I read it on the bus|We were four people|I live around the corner|I paid by card|We stayed two nights|I use it in the kitchen|He asked for the bill|I took the blue one|We sat at the window|It arrived on Monday|I am a student|My room was number twelve|The reviews are sorted by date|We walked to the harbour and back|She teaches maths|I work nearby|They moved here in June|I have had it since March|It rained in the afternoon|I asked a question about the size|We changed trains in Berlin|I was there with my brother|The next bus leaves at four|You turn right after the bridge|There are two doors|The meeting is on Thursday|My name is on the list|The keys hang by the door|Tickets are sold at the door|Breakfast is from seven to ten|The form has two pages|He plays the older brother|The team has eleven players|The river runs through the town|I chose the larger size"}
WITHOUT = {  # negations that say a feeling, and whose it is
    POSITIVE: "I have no complaints|There was nothing to complain about|You can't go wrong|I could not put it down|No regrets|Nothing was too much trouble|It never gets old|You will not be sorry|Not bad at all|Not a dull minute|I would not change a thing|I can't praise it enough|We did not want to go home|It has never failed me|There is no better place|I can't find a single fault|Nobody left unhappy|It does not get better|I have never been happier|I don't know what I would do without it|No problems at all|Never disappoints|Nothing but good things to say|It was not expensive at all|It was no trouble|I did not think I would like it, but I do|I was not let down|You can't beat it|Hardly any noise, I sleep well|Without a doubt the best|I could not ask for more|No one does it better|It isn't bad by any means|It was far from boring|There was never a queue|It doesn't hurt any more|I have not regretted it for a second|It was anything but dull|Never a problem|They did not let us down|It is not to be missed|I no longer worry",
    NEGATIVE: "Not good at all|I would not go back|I can't recommend it|It is not worth it|It never worked|Nobody helped us|Nothing works|There is nothing good about it|I did not enjoy it|It does not do what it says|They never called back|No one cared|It was not funny|Not what I expected|I do not like it|It has no taste|I will not buy it again|It did not last|I have never been so bored|They would not listen|It isn't any good|Hardly worth the trip|It was hardly a pleasure|Hardly a bargain|It could not be worse|They didn't say sorry|Nothing special|I see no improvement|No thanks|It was not clean|It was neither fresh nor hot|I can't stand it|I couldn't finish it|I couldn't wait to leave|There was no service|Not a single lamp worked|Without any taste|It lacks charm|It fails at everything|It is far from good|Anything but comfortable|It was anything but fun|Don't buy it|Do not go there|I don't trust them any more|You won't like it|It never arrived|No apology, no refund|I don't get the point|It leaves much to be desired|It is no good|I expected more|Not impressed|I have yet to laugh|It was not even warm|They could not be bothered|Scarcely anyone smiled|It barely works",
    NEUTRAL: "It does not include batteries|There is no lift|It is not sold here|I have not opened it yet|We did not go in|It is not open on Sundays|I don't know the other one|Nobody under twelve may enter|It does not contain milk|He is not related to her|It has no handle|I haven't decided yet|No ticket is needed|It does not stop here on holidays|It isn't mine, it is my father's|I have not been there since|It never snows here in May|I did not order the soup, I had the salad|There are no seats upstairs|She has not read the first part"}
GOOD = "good great lovely wonderful excellent perfect superb brilliant charming delightful beautiful fantastic amazing delicious friendly helpful clean fresh funny clever exciting comfortable cosy honest kind generous polite pleasant tasty impressive interesting reliable fair elegant bright enjoyable useful special memorable magnificent marvellous gripping touching warm happy thoughtful quick smooth gorgeous stunning splendid first-rate tender gentle cheerful inspiring refreshing relaxing sturdy sweet talented thrilling welcoming wise witty worthwhile easy".split()
BAD = "bad awful terrible horrible dreadful poor boring dull rude dirty filthy ugly disappointing useless broken noisy cold stale greasy bland overpriced slow cheap unfriendly unfair annoying nasty disgusting tasteless confusing clumsy careless lazy dishonest unsafe uncomfortable cramped shabby sloppy pathetic ridiculous silly predictable tedious dreary painful hopeless worthless miserable faulty flimsy mediocre lousy smelly sticky soggy bitter sour grim harsh bleak messy dated damp lifeless pointless stupid tired unbearable unreliable vile weak wooden crude cruel depressing gloomy sad frustrating".split()
PLAIN = "red blue green grey round square small large wooden new second left upper tall short thin heavy light narrow long local whole usual wide yellow white".split()
DEGREE = ("", "", "", "very ", "really ", "so ", "quite ", "truly ", "absolutely ", "extremely ", "incredibly ", "rather ", "just ", "simply ", "surprisingly ")
BEFORE = ("Once", "Last year", "In the past", "A year ago", "At first", "For a week", "In the beginning", "For the first hour")
AFTER = ("now", "today", "by the end", "in the end", "then", "after that")
WHO = ("I", "we", "my wife", "the children", "my parents", "everyone", "my husband", "my friends", "all of us")
LIKED = "loved|enjoyed|adored|fell in love with|praised|cheered for|appreciated|could not get enough of|admired|raved about".split("|")
LOATHED = "hated|regretted|could not stand|complained about|despised|gave up on|sent back|threw away|grew tired of|disliked|got sick of|walked out of|put up with".split("|")
DID = "saw|bought|visited|heard about|read about|asked for|looked at|passed|wrote about|ordered|found|photographed|talked about|moved|used|paid for".split("|")
SUBJECTS = {name: tuple(part.split("|") for part in parts) for name, parts in SUBJECTS.items()}
ALONE, WITHOUT = ({label: text.split("|") for label, text in table.items()} for table in (ALONE, WITHOUT))
WORDS = {POSITIVE: GOOD, NEGATIVE: BAD, NEUTRAL: PLAIN}
VERBS = {POSITIVE: LIKED, NEGATIVE: LOATHED, NEUTRAL: DID}
FELT = {POSITIVE: "was thrilled with|was delighted by|am grateful for|recommend|am happy with|was impressed by|am proud of|love|can recommend".split("|"),
        NEGATIVE: "was disappointed by|was annoyed by|am fed up with|was shocked by|am ashamed of|was bored by|am tired of|was disgusted by|hate|can't recommend".split("|")}


def upper(text):
    return text[0].upper() + text[1:]


def lower(text):
    return text if text[:2] in ("I ", "I'") else text[0].lower() + text[1:]


class Reviews:
    """sentence() is (text, label). `rated` is {label: single words that people rated so} (VADER), which fill short frames."""

    def __init__(self, rng, rated=None):
        self.rng, self.rated = rng, rated

    def pick(self, items):
        return items[int(self.rng.integers(len(items)))]

    def part(self, label):
        return 1 if label == POSITIVE else 2 if label == NEGATIVE else 3

    def said(self, label, subject=None):
        """A clause about a thing or a person: "the soup came cold"."""
        pick, rng = self.pick, self.rng
        subject = subject or pick(list(SUBJECTS))
        parts = SUBJECTS[subject]
        thing, kind = pick(parts[0]), rng.random()
        the = pick(("the", "the", "the", "the", "our", "my", "this", "their")) if subject != "person" else pick(("the", "the", "our", "their"))
        if kind < 0.55:
            return f"{the} {thing} {pick(parts[self.part(label)])}"
        if kind < 0.72:
            if label == NEUTRAL:
                return f"{pick(WHO[:3])} {pick(DID)} the {pick(PLAIN)} {thing}"
            word = pick(WORDS[label])
            if rng.random() < 0.3:
                other = pick(WORDS[POSITIVE + NEGATIVE - label])
                word = pick((f"not {other}", f"not {other} at all", f"never {other}", f"hardly {other}", f"far from {other}", f"not in the least {other}",
                             f"anything but {other}", f"not even {other}", f"nowhere near {other}", f"by no means {other}"))
                return f"{the} {thing} {pick(('is', 'was'))} {word}"
            return f"{the} {thing} {pick(('is', 'was', 'looked', 'seemed', 'turned out'))} {pick(DEGREE)}{word}"
        if kind < 0.77 and label != NEUTRAL:
            return f"I {pick(FELT[label])} {the} {thing}"
        if kind < 0.82:
            return f"{pick(WHO)} {pick(VERBS[label])} {the if the != 'our' else 'the'} {thing}"
        if kind < 0.9:
            if label == NEUTRAL:
                return lower(pick(ALONE[NEUTRAL]))
            noun = f"{pick(WORDS[label])} {thing}"
            return pick((f"what a {noun}", f"such a {noun}", f"a {noun}", f"it was a {noun}", f"a {pick(WORDS[label])} and {noun}", f"never had a more {noun}",
                         f"the most {noun} I know", f"nothing but {pick(WORDS[label])} {thing}"))
        return lower(pick((WITHOUT if rng.random() < 0.55 else ALONE)[label]))

    def fragment(self, label):
        pick, word = self.pick, self.pick(self.rated[label])
        return pick((word, f"{word} and {pick(self.rated[label])}", f"so {word}", f"it is {word}", f"{pick(self.rated[label])}, {word}",
                     f"it was {word}", f"I felt {word}", f"{word} {pick(SUBJECTS[pick(list(SUBJECTS))][0])}", f"they are {word}",
                     f"we {word} it", f"full of {word}", f"what a {word}", f"a {word}, really"))

    def sentence(self):
        pick, rng = self.pick, self.rng
        label = int(rng.integers(0, 3))
        if self.rated and label != NEUTRAL and rng.random() < 0.22:
            text = self.fragment(label)
        else:
            kind = rng.random()
            subject = pick(list(SUBJECTS))
            text = self.said(label, subject)
            if label != NEUTRAL:
                other = POSITIVE + NEGATIVE - label
                against, same = self.said(other, subject), self.said(label, pick(list(SUBJECTS)))
                if kind < 0.08:
                    text = f"{against}, but {text}"
                elif kind < 0.11:
                    text = f"{pick(('although', 'though', 'while', 'even though'))} {against}, {text}"
                elif kind < 0.13:
                    text = f"{against}; {pick(('still', 'however', 'nevertheless', 'and yet'))}, {text}"
                elif kind < 0.15:
                    text = f"{against}, {pick(('yet', 'though in the end', 'still'))} {text}"
                elif kind < 0.17:
                    text = f"{pick(BEFORE)} {against}, {pick(AFTER)} {text}"
                elif kind < 0.19:
                    text = f"I {pick(('expected', 'was promised', 'was told about', 'hoped for' if label == NEGATIVE else 'feared'))} a {pick(WORDS[other])} {pick(SUBJECTS[subject][0])} and got a {pick(WORDS[label])} one"
                elif kind < 0.21:
                    text = f"{pick(('other places are', 'the old one was', 'the first one was', 'everything else is', 'the others are'))} {pick(WORDS[other])}, this one is {pick(WORDS[label])}"
                elif kind < 0.23:
                    text = f"despite the {pick(WORDS[other])} {pick(SUBJECTS[pick(list(SUBJECTS))][0])}, {text}"
                elif kind < 0.25:
                    a, b = pick(SUBJECTS[subject][0]), pick(SUBJECTS[subject][0])
                    text = f"{pick(WORDS[other])} {a}, {pick(WORDS[label])} {b}"
                elif kind < 0.27:
                    text = f"{pick(('a bit', 'a little', 'somewhat'))} {pick(WORDS[other])}, {pick(('but', 'still', 'otherwise', 'yet'))} {pick(WORDS[label])}"
                elif kind < 0.37:
                    text = f"{text} and {same}"
                elif kind < 0.45:
                    text = f"{text}. {upper(same)}"
                elif kind < 0.53:
                    text = f"{self.said(NEUTRAL)} and {text}" if rng.random() < 0.5 else f"{self.said(NEUTRAL)}, {pick(('and', 'so', 'where'))} {text}"
                elif kind < 0.57:
                    text = f"{pick(WORDS[label])} {pick(SUBJECTS[pick(list(SUBJECTS))][0])}, {pick(WORDS[label])} {pick(SUBJECTS[pick(list(SUBJECTS))][0])}"
            elif kind < 0.14:
                text = f"{text}{pick((' and', ', but', ', and', ' while', ', although'))} {self.said(NEUTRAL, subject)}"
            elif kind < 0.2:
                text = f"{self.said(NEUTRAL)}. {upper(text)}"
        end = pick((".", ".", ".", "!", "")) if label != NEUTRAL else pick((".", ".", ".", ""))
        return upper(re.sub(r"\b([Aa]) (?=[aeiou])", r"\1n ", text)) + end, label

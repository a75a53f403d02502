"""Text of our own for what novels do not tell: facts, people and their pronouns, agreement, briefings, numbers, code.

    everyday.py OUT_DIR [--documents N] [--seed S]

writes `everyday.txt` (documents between empty lines, a paragraph a line) and `completions.tsv` (kind, prompt, right, wrong), the
300 beginnings that are held out: no line of `everyday.txt` contains one of them, and `prepare.py` drops a line of the
corpus that does; `links.tsv` (kind, text, and where the two words lie: start, end, start, end in characters), sentences in which one word
belongs to an earlier one: a pronoun to its name, a verb to its subject, a closing bracket to its opening one. A fact whose beginning is held out is told in other words ("Paris is the capital of France"). A held-out
sentence about people or agreement is made of words that are also met elsewhere, in a combination that is not.
Everything is drawn from one seed; nothing here was taken from a text of somebody else.
"""
import argparse
import os
import random
import zlib

from corpus import contains

COUNTRIES = """France,Paris,French,Europe,the euro;Germany,Berlin,German,Europe,the euro;Spain,Madrid,Spanish,Europe,the euro
Italy,Rome,Italian,Europe,the euro;Portugal,Lisbon,Portuguese,Europe,the euro;Austria,Vienna,German,Europe,the euro
Greece,Athens,Greek,Europe,the euro;Ireland,Dublin,English,Europe,the euro;Finland,Helsinki,Finnish,Europe,the euro
Belgium,Brussels,Dutch,Europe,the euro;Poland,Warsaw,Polish,Europe,the zloty;Sweden,Stockholm,Swedish,Europe,the krona
Norway,Oslo,Norwegian,Europe,the krone;Denmark,Copenhagen,Danish,Europe,the krone;Hungary,Budapest,Hungarian,Europe,the forint
Switzerland,Bern,German,Europe,the franc;England,London,English,Europe,the pound;Scotland,Edinburgh,English,Europe,the pound
Turkey,Ankara,Turkish,Asia,the lira;Russia,Moscow,Russian,Europe,the rouble;Ukraine,Kyiv,Ukrainian,Europe,the hryvnia
Japan,Tokyo,Japanese,Asia,the yen;China,Beijing,Chinese,Asia,the yuan;India,Delhi,Hindi,Asia,the rupee
Korea,Seoul,Korean,Asia,the won;Thailand,Bangkok,Thai,Asia,the baht;Vietnam,Hanoi,Vietnamese,Asia,the dong
Egypt,Cairo,Arabic,Africa,the pound;Morocco,Rabat,Arabic,Africa,the dirham;Tunisia,Tunis,Arabic,Africa,the dinar
Kenya,Nairobi,English,Africa,the shilling;Ghana,Accra,English,Africa,the cedi;Senegal,Dakar,French,Africa,the franc
Canada,Ottawa,English,America,the dollar;Mexico,Mexico City,Spanish,America,the peso;Cuba,Havana,Spanish,America,the peso
Peru,Lima,Spanish,America,the sol;Chile,Santiago,Spanish,America,the peso;Argentina,Buenos Aires,Spanish,America,the peso
Brazil,Brasilia,Portuguese,America,the real;Colombia,Bogota,Spanish,America,the peso;Australia,Canberra,English,Oceania,the dollar"""
COUNTRIES = [tuple(c.split(",")) for c in COUNTRIES.replace("\n", ";").split(";")]
CITIES = ("Paris Berlin Madrid Rome Lisbon Vienna Athens Dublin Helsinki Brussels Warsaw Stockholm Oslo Copenhagen Budapest Bern London "
          "Edinburgh Moscow Tokyo Beijing Delhi Seoul Cairo Boston Chicago Munich Hamburg Milan Geneva Zurich Toronto Sydney Shanghai "
          "Bristol Lyon Seville Oxford Cambridge Leeds York Bath Manchester Liverpool Venice Naples Florence Prague").split()

MEN = ("John Peter Tom Harry Paul David James Robert Daniel Mark George Henry Martin Simon Adam Felix Oscar Victor Walter Frank Carlos "
       "Ahmed Omar Ali Ivan Boris Pierre Jean Hans Karl Luis Juan Wei Hiroshi Ravi Arjun Kofi Jack Charlie Ben").split()
WOMEN = ("Mary Anna Emma Alice Sarah Lucy Jane Helen Laura Julia Sophie Clara Eva Nina Rose Grace Ruth Martha Diana Irene Carmen "
         "Fatima Leila Aisha Olga Natasha Marie Claire Greta Heidi Maria Rosa Mei Yuki Priya Anita Amara Kate Betty Susan").split()
HE = "the king,the boy,the man,the father,the uncle,the prince,the brother,the grandfather,the waiter,the monk,the gentleman,the son".split(",")
SHE = "the queen,the girl,the woman,the mother,the aunt,the princess,the sister,the grandmother,the waitress,the nun,the lady,the daughter".split(",")

OPPOSITES = [p.split("/") for p in (
    "hot/cold big/small good/bad long/short old/young high/low fast/slow hard/soft light/dark wet/dry full/empty rich/poor open/closed "
    "early/late strong/weak left/right up/down day/night black/white happy/sad loud/quiet clean/dirty near/far true/false first/last "
    "thick/thin wide/narrow cheap/expensive easy/difficult sweet/bitter heavy/light sharp/blunt begin/end buy/sell win/lose love/hate "
    "friend/enemy war/peace summer/winter north/south east/west question/answer").split()]
COLOURS = [p.split("/") for p in (
    "grass/green snow/white coal/black blood/red the sky/blue milk/white the sun/yellow a lemon/yellow a tomato/red an orange/orange "
    "a leaf/green a frog/green a raven/black a swan/white a cherry/red chocolate/brown a banana/yellow the night/black salt/white "
    "a carrot/orange").replace(" a ", ";a ").replace(" an ", ";an ").replace(" the ", ";the ").replace(" snow", ";snow").replace(" coal", ";coal")
    .replace(" blood", ";blood").replace(" milk", ";milk").replace(" chocolate", ";chocolate").replace(" salt", ";salt").split(";")]
ANIMALS = [a.split("/") for a in (
    "cow/calf/moos/grass dog/puppy/barks/meat cat/kitten/purrs/fish sheep/lamb/bleats/grass horse/foal/neighs/hay duck/duckling/quacks/bread "
    "hen/chick/clucks/corn pig/piglet/grunts/apples lion/cub/roars/meat bear/cub/growls/honey wolf/cub/howls/meat frog/tadpole/croaks/flies "
    "goat/kid/bleats/leaves owl/owlet/hoots/mice bird/chick/sings/seeds bee/larva/buzzes/nectar mouse/pup/squeaks/cheese "
    "snake/hatchling/hisses/mice goose/gosling/honks/grass donkey/foal/brays/hay").split()]
TRADES = [t.split("/") for t in (
    "baker/bakes/bread teacher/teaches/children doctor/heals/patients farmer/grows/corn tailor/makes/clothes cook/cooks/food pilot/flies/planes "
    "writer/writes/books painter/paints/pictures singer/sings/songs driver/drives/cars sailor/sails/ships fisherman/catches/fish "
    "carpenter/makes/tables postman/brings/letters gardener/waters/flowers butcher/sells/meat builder/builds/houses "
    "programmer/writes/programs librarian/lends/books shoemaker/makes/shoes nurse/helps/doctors judge/hears/cases "
    "hunter/hunts/deer miner/digs/coal watchmaker/repairs/watches").split()]
USES = [u.split("/") for u in (
    "cut bread/knife;write a letter/pen;open a door/key;tell the time/clock;sweep the floor/broom;dig a hole/spade;eat soup/spoon;"
    "drive in a nail/hammer;take a picture/camera;call a friend/telephone;see the stars/telescope;sew a button/needle;"
    "dry your hands/towel;catch a fish/net;cross a river/bridge;climb a wall/ladder;light a room/lamp;boil water/kettle;"
    "cut paper/pair of scissors;keep off the rain/umbrella").split(";")]
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
MONTHS = "January February March April May June July August September October November December".split()
NUMBERS = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty".split()

NOUNS = ("key/keys book/books letter/letters child/children dog/dogs horse/horses window/windows picture/pictures man/men woman/women friend/friends "
         "house/houses tree/trees ship/ships bird/birds door/doors lamp/lamps road/roads song/songs teacher/teachers soldier/soldiers flower/flowers "
         "report/reports price/prices train/trains machine/machines answer/answers student/students box/boxes chair/chairs city/cities story/stories "
         "room/rooms wall/walls garden/gardens river/rivers author/authors doctor/doctors manager/managers customer/customers product/products").split()
NOUNS = [n.split("/") for n in NOUNS]
JOINS = "of near beside behind with for from next-to in-front-of on".split()
VERBS = [("is", "are"), ("was", "were"), ("has", "have"), ("does not", "do not")]
STATES = ("old new red ready late lost found small large here there famous heavy empty broken gone quiet dangerous expensive beautiful useful "
          "ready-to-go well-known very-good too-old in-the-way on-the-table").split()
DOES = "run/runs wait/waits sing/sings fall/falls come/comes live/lives work/works open/opens cost/costs help/helps grow/grows sleep/sleeps".split()
DOES = [d.split("/") for d in DOES]

PRODUCTS = ("laptop phone tablet camera printer keyboard monitor speaker headset battery charger cable router server screen watch bicycle helmet "
            "jacket backpack lamp desk chair sofa mattress kettle toaster oven fridge blender vacuum-cleaner washing-machine coffee-machine "
            "toothbrush shampoo sunscreen ticket voucher subscription software-licence mobile-app").split()
FOODS = "pizza pasta salad soup sandwich coffee tea cheese bread butter yoghurt chocolate rice beans chicken salmon apples bananas tomatoes potatoes onions".split()
TEAMS = "sales marketing finance design research support engineering legal logistics".split()
TITLES = "manager engineer director analyst designer developer scientist accountant consultant assistant".split()
THINGS = ("budget contract invoice report meeting deadline project delivery order launch release website database password account customer survey "
          "e-mail newsletter presentation schedule strategy target forecast review update").split()
SYLLABLES = "ka lo mi ta ren dor vel sa nu fi bra zo pel gar tin mo ru shi lan dra ve kor il na qua pi ster hol ba ce".split()
ONWARD = "Meanwhile,Later that day,After a while,The next morning,Before long,At noon,In the evening,Some time later".split(",")


def held(*words):
    """Whether a combination of words is kept back: about one in eight, by a checksum that is the same everywhere."""
    return zlib.crc32(" ".join(words).encode()) % 8 == 0


def cap(text):
    return text[:1].upper() + text[1:]


def a(word):
    return ("an " if word[0] in "aeiou" else "a ") + word


class Writer:
    """Draws documents; `completions()` lists what it never draws."""

    def __init__(self, seed):
        self.rng = random.Random(seed)
        self.pick = self.rng.choice

    # facts -----------------------------------------------------------------------------------------------------

    CAPITALS = ("The capital of {0} is|{1}", "The capital city of {0} is|{1}", "In {0}, the capital is|{1}", "The capital of {0} is called|{1}",
                "If you go to {0}, you should see its capital,|{1}", "The government of {0} sits in|{1}", "The largest airport of {0} is near|{1}")
    CAPITALS_BACK = ("{1} is the capital of|{0}", "{1} is a city in|{0}", "The city of {1} lies in|{0}", "People who live in {1} live in|{0}")
    LANGUAGES = ("The language of {0} is|{2}", "In {0} people speak|{2}", "Most people in {0} speak|{2}", "Children in {0} learn to read|{2}")
    CONTINENTS = ("{0} is a country in|{3}", "{0} lies in|{3}", "{1} is a city in|{3}", "On the map, {0} is in|{3}")

    def fact_forms(self):
        """Every (kind, beginning, end) that a fact can take, where other ends of the same kind would be wrong."""
        for c in COUNTRIES:
            for kind, forms in (("capital", self.CAPITALS), ("country", self.CAPITALS_BACK), ("language", self.LANGUAGES), ("continent", self.CONTINENTS)):
                for form in forms:
                    begin, end = form.format(*c).split("|")
                    yield kind, begin, end
        for x, y in OPPOSITES:
            for p, q in ((x, y), (y, x)):
                yield from (("opposite", f"The opposite of {p} is", q), ("opposite", f"Not {p}, but", q), ("opposite", f"What is not {p} is", q))
        for thing, colour in COLOURS:
            yield from (("colour", f"The colour of {thing} is", colour), ("colour", f"{cap(thing)} is", colour), ("colour", f"Everybody knows that {thing} is", colour))
        for animal, young, noise, food in ANIMALS:
            yield from (("young", f"A young {animal} is called a", young), ("young", f"The {animal} has a", young), ("noise", f"A {animal}", noise),
                        ("noise", f"Listen, the {animal}", noise), ("food", f"The {animal} likes to eat", food), ("food", f"A {animal} eats", food))
        for who, does, what in TRADES:
            yield from (("trade", f"{cap(a(who))} {does}", what), ("trade", f"Every day the {who} {does}", what), ("trade", f"My father is {a(who)}: he {does}", what))
        for use, tool in USES:
            yield from (("tool", f"To {use} you need a", tool), ("tool", f"What do you need to {use}? A", tool), ("tool", f"You cannot {use} without a", tool))
        for names, word in ((DAYS, "day"), (MONTHS, "month")):
            for i, n in enumerate(names):
                after = names[(i + 1) % len(names)]
                yield from ((word, f"The {word} after {n} is", after), (word, f"The {word} before {after} is", n), (word, f"After {n} comes", after))
        for x in range(1, 11):
            for y in range(1, 11):
                if x + y <= 20:
                    yield ("sum", f"{cap(NUMBERS[x])} and {NUMBERS[y]} make", NUMBERS[x + y])

    KEPT_BACK = ("The capital of France is", "The colour of grass is", "The opposite of hot is", "The day after Monday is")

    def facts(self):
        """The facts in the words that may be trained on, and those kept back."""
        told, kept, ends = [], [], {}
        for kind, begin, end in self.fact_forms():
            ends.setdefault(kind, set()).add(end)
            (kept if held(begin) or begin in self.KEPT_BACK else told).append((kind, begin, end))
        return told, [(k, b, e, sorted(ends[k] - {e})) for k, b, e in kept]

    def fact(self):
        if not hasattr(self, "told"):
            self.told = self.facts()[0]
        _, begin, end = self.pick(self.told)
        return f"{begin} {end}" + self.pick((".", ".", ".", ".", ", as everybody knows.", ", and so it has been for a long time."))

    def country(self):
        """A paragraph about a country or a city, from facts that are told."""
        c = self.pick(COUNTRIES)
        told = [f"{cap(b)} {e}." for f in (self.CAPITALS, self.CAPITALS_BACK, self.LANGUAGES, self.CONTINENTS)
                for b, e in (form.format(*c).split("|") for form in f) if not held(b) and b not in self.KEPT_BACK]
        told.append(f"In {c[0]} you pay with {c[4]}.")
        return " ".join(self.rng.sample(told, min(len(told), self.rng.randint(2, 4))))

    # people ----------------------------------------------------------------------------------------------------

    PEOPLE = (("{X} lost", "his", "her", "keys on the way home."), ("{X} said that", "he", "she", "was tired."), ("{X} looked at", "himself", "herself", "in the mirror."),
              ("{X} came home, and", "he", "she", "was hungry."), ("When {x} woke up,", "he", "she", "opened the window."), ("{X} forgot", "his", "her", "umbrella."),
              ("We asked {x}, but", "he", "she", "did not answer."), ("The letter was for {x}, so we gave it to", "him", "her", "."), ("{X} hurt", "himself", "herself", "."),
              ("{X} was late because", "he", "she", "had missed the train."), ("Before {x} left,", "he", "she", "locked the door."), ("{X} talked to", "himself", "herself", "."),
              ("I know {x}; I met", "him", "her", "in the street."), ("{X} put on", "his", "her", "coat."), ("{X} called", "his", "her", "mother."),
              ("If you see {x}, tell", "him", "her", "that dinner is ready."), ("{X} wrote to", "his", "her", "friends."), ("{X} is ill, and", "his", "her", "brother is worried."))

    def person_forms(self):
        for names, at in ((MEN + HE, 0), (WOMEN + SHE, 1)):
            for x in names:
                for begin, he, she, rest in self.PEOPLE:
                    yield x, begin.format(X=cap(x), x=x), (he, she)[at], (he, she)[1 - at], rest

    def person(self):
        if not hasattr(self, "people"):
            self.people = [f for f in self.person_forms() if not held(f[1])]
        _, begin, right, _, rest = self.pick(self.people)
        return f"{begin} {right}{'' if rest == '.' else ' '}{rest}"

    def couple(self):
        """Two people, told apart by their pronouns."""
        him, her = self.pick(MEN + HE), self.pick(WOMEN + SHE)
        return self.pick((f"{cap(him)} met {her} at the station. He gave her a book, and she gave him a flower.",
                          f"{cap(her)} waited for {him}. She had lost her ticket, but he had two in his pocket.",
                          f"{cap(him)} and {her} sat down. They ordered soup; his was cold and hers was hot.",
                          f"{cap(her)} was angry with {him}, because he had forgotten her birthday. \"I am sorry,\" he told her. She forgave him.",
                          f"\"Where is {him}?\" asked {her}. Nobody had seen him, and she went on without him."))

    # agreement -------------------------------------------------------------------------------------------------

    def agreement_forms(self):
        """(beginning, right, wrong): the number of the verb follows the first noun, not the one beside it."""
        for i, first in enumerate(NOUNS):
            for step in (2, 3, 5, 7, 11, 13, 17, 19, 23, 29):
                second = NOUNS[(i + step) % len(NOUNS)]
                join = JOINS[(i + step) % len(JOINS)].replace("-", " ")
                for n in (0, 1):
                    for one, many in VERBS:
                        right, wrong = (one, many) if n == 0 else (many, one)
                        yield f"The {first[n]} {join} the {second[1 - n]}", right, wrong
        for one, many in NOUNS:
            for v in VERBS[:3]:
                yield from ((f"The {one}", v[0], v[1]), (f"The {many}", v[1], v[0]), (f"This {one}", v[0], v[1]), (f"These {many}", v[1], v[0]),
                            (f"Many {many}", v[1], v[0]), (f"Every {one}", v[0], v[1]), (f"The {one} that we saw", v[0], v[1]), (f"The {many} that he saw", v[1], v[0]))

    def agreement(self):
        if not hasattr(self, "agreeing"):
            self.agreeing = [f for f in self.agreement_forms() if not held(f[0])]
        begin, right, _ = self.pick(self.agreeing)
        state = self.pick(STATES).replace("-", " ")
        if right.startswith("do"):
            return f"{begin} {right} {self.pick(DOES)[0]}."
        if right in ("has", "have"):
            return f"{begin} {right} {self.pick(('been ' + state, 'a long history', 'come back', 'no name', 'just arrived', 'changed a lot', 'not changed'))}."
        return f"{begin} {right} {state}."

    def plural_verb(self):
        one, many = self.pick(NOUNS)
        base, s = self.pick(DOES)
        return self.pick((f"The {one} {s}, and the other {many} {base} too.", f"One {one} {s}; two {many} {base}.", f"Some {many} {base}, but this {one} never {s}."))

    # the world of a briefing -----------------------------------------------------------------------------------

    def made_up(self):
        return cap("".join(self.pick(SYLLABLES) for _ in range(self.rng.randint(2, 4))))

    def code_name(self):
        letters = "ABCDEFGHKLMNPRSTVWXYZ"
        return self.pick((f"{self.pick(letters)}{self.pick(letters)}-{self.rng.randint(10, 9999)}", f"{self.pick(letters)}{self.rng.randint(100, 999)}{self.pick(letters)}"))

    def money(self):
        n = self.pick((self.rng.randint(1, 99), self.rng.randint(100, 999), self.rng.randint(1, 99) * 100, self.rng.randint(1, 99) * 1000))
        return self.pick((f"${n:,}", f"€{n:,}", f"£{n:,}", f"{n:,} dollars", f"{n:,} euros"))

    def date(self):
        day, month, year = self.rng.randint(1, 28), self.rng.randint(1, 12), self.rng.randint(1950, 2030)
        return self.pick((f"{MONTHS[month - 1]} {day}, {year}", f"{day} {MONTHS[month - 1]} {year}", f"{year}-{month:02}-{day:02}"))

    def name(self):
        return self.pick(MEN + WOMEN)

    def briefing(self):
        """A memo about a made-up firm, person or product; its name comes again and again."""
        r, p = self.rng, self.pick
        firm, boss, place, other = self.made_up(), f"{self.name()} {self.made_up()}", p(CITIES), p(CITIES)
        product, code, team = p(PRODUCTS).replace("-", " "), self.code_name(), p(TEAMS)
        lines = [f"{firm} opened an office in {place} on {self.date()}.", f"The new {product} is called {code}. The {code} costs {self.money()}.",
                 f"{boss} is the {team} {p(TITLES)} of {firm}.", f"Please send the {p(THINGS)} to {boss} before {p(DAYS)}.",
                 f"In {r.randint(1990, 2030)} {firm} sold {r.randint(2, 900)} {code} in {other}.", f"The {p(THINGS)} of {firm} grew by {r.randint(2, 80)}% last year.",
                 f"\"We are proud of the {code},\" said {boss}.", f"Orders for the {code} go to {firm}, {r.randint(1, 200)} {self.made_up()} Street, {place}.",
                 f"The train from {place} to {other} leaves at {r.randint(5, 22)}:{r.choice((0, 5, 15, 30, 45)):02} and takes {r.randint(2, 9)} hours.",
                 f"The {team} team meets on {p(DAYS)} in room {r.randint(1, 40)}. {boss} will bring the {p(THINGS)}.",
                 f"Write to {boss.split()[0].lower()}@{firm.lower()}.com or visit www.{firm.lower()}.com."]
        r.shuffle(lines)
        return " ".join(lines[: r.randint(3, 8)])

    def shopping(self):
        items = self.rng.sample(FOODS, self.rng.randint(3, 6))
        return self.pick((f"{self.name()} bought {', '.join(items[:-1])}, and {items[-1]}. It cost {self.money()}.",
                          f"Shopping list: {', '.join(items)}. Do not forget the {self.pick(items)}!",
                          "\n".join(f"- {x}: {self.rng.randint(1, 9)} x ${self.rng.randint(1, 30)}.{self.rng.randint(0, 99):02}" for x in items)))

    def review(self):
        product, good, bad = self.pick(PRODUCTS + FOODS).replace("-", " "), self.pick("great wonderful excellent fantastic lovely perfect".split()), self.pick("terrible awful disappointing useless poor broken".split())
        return self.pick((f"The {product} was {good}, but the delivery was {bad}.", f"I ordered the {product} online and it is {good}. Thank you!",
                          f"The {product} is not {good} at all. It was {bad} from the first day.", f"The hotel was {bad}, but the breakfast was {good}.",
                          f"Five stars: {good} {product}, fast delivery, friendly staff."))

    def again(self):
        """Something said twice: a name, a sentence or a number comes again, and goes on as before."""
        p, m, n = self.pick, self.made_up(), self.made_up()
        line = p((self.person, self.fact, self.agreement))()
        return p((f"{m} {n} whistled. Nobody answered. {p(ONWARD)} we heard it again: {m} {n} whistled.",
                  f"The password is {self.code_name()}{m}. ".replace("..", ".") * 2,
                  f"\"{line}\" {p(ONWARD)} {self.name()} said it once more: \"{line}\"",
                  f"There was once a wizard whose name was {m} {n}. {p(ONWARD)} a stranger asked: \"Are you {m} {n}?\" \"I am {m} {n},\" said the wizard.",
                  f"My telephone number is {(t := self.rng.randint(10**6, 10**7))}. Write it down: {t}.",
                  f"{m} is the king of {n}, and there is no other king of {n} than {m}.")).strip()

    def brackets(self):
        p = self.pick
        one, many = p(NOUNS)
        return p((f"The {one} (see page {self.rng.randint(1, 300)}) is {p(STATES)}.".replace("-", " "), f"{self.name()} (who lives in {p(CITIES)}) wrote to {self.name()} (who lives in {p(CITIES)}).",
                  f"All {many} [{self.rng.randint(1, 40)}] are listed in table {self.rng.randint(1, 9)}.", f"The {many} ({p(STATES)}, {p(STATES)}) cost {self.money()}.".replace("-", " ")))

    def code(self):
        """A few lines of a program, a page or a table, with names that come again."""
        r, p = self.rng, self.pick
        x, y, f = r.sample("count total name value index result item price size text line user list key data row number score sum left right first last node path file word letter".split(), 3)
        n = r.randint(2, 99)
        return p((f"def {f}_{x}({x}, {y}):\n    {y} = {y} + {n}\n    return {x} * {y}", f"for {x} in range({n}):\n    print({x}, {y}[{x}])",
                  f"if {x} > {n}:\n    {y} = {x}\nelse:\n    {y} = 0", f"int {x} = {n};\nfor (int i = 0; i < {x}; i++) {{\n  {y} += {f}[i];\n}}",
                  f"{{\"{x}\": {n}, \"{y}\": \"{self.name()}\", \"{f}\": [{n}, {n + 1}, {n + 2}]}}", f"<ul>\n  <li>{x}</li>\n  <li>{y}</li>\n</ul>",
                  f"SELECT {x}, {y} FROM {f} WHERE {x} = {n};", f"import {f}\n\n{x} = {f}.{y}({n})\nprint({x})",
                  f"class {cap(x)}:\n    def __init__(self, {y}):\n        self.{y} = {y}", f"| {x} | {y} |\n|---|---|\n| {n} | {self.name()} |\n| {n + 1} | {self.name()} |"))

    LANGUAGE_FORMS = {
        "de": ("Die Hauptstadt von {c} ist {k}.", "{m} und {w} wohnen in {k}.", "Der König sah die Königin, und die Königin sah den König.", "Guten Morgen, {w}! Wie geht es dir?",
               "Heute ist das Wetter schön, aber gestern war es kalt.", "{m} hat seinen Schlüssel verloren.", "Die Schlüssel liegen auf dem Tisch.", "Das neue Produkt kostet {n} Euro."),
        "fr": ("La ville de {k} est très belle.", "{m} et {w} habitent à {k}.", "Le roi a vu la reine, et la reine a vu le roi.", "Bonjour, {w} ! Comment vas-tu ?",
               "Aujourd'hui il fait beau, mais hier il faisait froid.", "{m} a perdu sa clé.", "Les clés sont sur la table.", "Le nouveau produit coûte {n} euros."),
        "es": ("La ciudad de {k} es muy bonita.", "{m} y {w} viven en {k}.", "El rey vio a la reina, y la reina vio al rey.", "¡Buenos días, {w}! ¿Cómo estás?",
               "Hoy hace buen tiempo, pero ayer hacía frío.", "{m} ha perdido su llave.", "Las llaves están en la mesa.", "El nuevo producto cuesta {n} euros."),
        "zh": ("国王看见了王后，王后也看见了国王。", "今天天气很好，但是昨天很冷。", "早上好！你好吗？", "我的钥匙在桌子上。", "新产品的价格是{n}欧元。", "老人从海边回家了。"),
        "ar": ("رأى الملك الملكة، ورأت الملكة الملك.", "الطقس جميل اليوم، لكنه كان باردا أمس.", "صباح الخير! كيف حالك؟", "المفاتيح على الطاولة.", "سعر المنتج الجديد {n} يورو.", "عاد الرجل العجوز من البحر إلى البيت."),
    }

    def other_language(self):
        forms = self.LANGUAGE_FORMS[self.pick(sorted(self.LANGUAGE_FORMS))]
        return " ".join(self.pick(forms).format(c=self.pick(("Frankreich", "Spanien", "Italien")), k=self.pick(CITIES), m=self.pick(MEN), w=self.pick(WOMEN), n=self.rng.randint(2, 999))
                        for _ in range(self.rng.randint(1, 2)))

    # documents -------------------------------------------------------------------------------------------------

    def document(self):
        """One document: a sentence alone, a few of one kind, or a longer piece; paragraphs between line ends."""
        r, p = self.rng, self.pick
        kinds = (self.fact, self.person, self.agreement, self.country, self.couple, self.plural_verb, self.brackets, self.shopping, self.review, self.again, self.briefing, self.code, self.other_language)
        kind = r.choices(kinds, weights=(16, 14, 14, 6, 6, 4, 4, 4, 5, 9, 12, 6, 2))[0]
        if kind in (self.fact, self.person, self.agreement):
            return " ".join(kind() if r.random() < 0.7 else p((self.fact, self.person, self.agreement))() for _ in range(r.choice((1, 1, 2, 3, 5))))
        text = kind()
        if kind is not self.code and r.random() < 0.06:
            text = typographic(text)
        return text

    def completions(self, count=100):
        """`count` of each kind that `document` never writes: (kind, beginning, right end, wrong end)."""
        rng = random.Random(1)
        facts = self.facts()[1]
        ends = {}
        for _, begin, right, _ in facts:
            ends.setdefault(begin, set()).add(right)
        # What is light is not dark and not heavy: such a beginning has no one right end.
        facts = [f for f in facts if len(ends[f[1]]) == 1]
        first = [f for f in facts if f[1] in self.KEPT_BACK]
        facts = first + rng.sample([f for f in facts if f not in first], count - len(first))
        out = [(f"fact: {kind}", begin, right, rng.choice(wrong)) for kind, begin, right, wrong in facts]
        people = [f for f in self.person_forms() if held(f[1])]
        out += [("pronoun", begin, right, wrong) for _, begin, right, wrong, _ in rng.sample(people, count)]
        # Only beginnings with two nouns: a noun alone is met everywhere.
        verbs = {}
        for begin, right, wrong in self.agreement_forms():
            if held(begin) and (" the " in begin[4:] or " that " in begin):
                verbs.setdefault(begin, []).append((right.split()[0], wrong.split()[0]))
        out += [("agreement", begin, *rng.choice(verbs[begin])) for begin in rng.sample(sorted(verbs), count)]
        return out


LINK_NAMES = [("Mary", "she", "her"), ("John", "he", "him"), ("Alice", "she", "her"), ("Peter", "he", "him"), ("Anna", "she", "her"), ("Tom", "he", "him"),
              ("Emma", "she", "her"), ("George", "he", "him"), ("Lucy", "she", "her"), ("Robert", "he", "him")]
#: The word marked ‹ › belongs to the word marked « »; {X} and {Y} are a man and a woman in either order, {x} and {y} their pronouns.
PRONOUN_LINKS = ("When «{X}» met {Y} at the gate, ‹{x}› had a basket full of plums.", "When {X} met «{Y}» at the gate, ‹{y}› had a basket full of plums.",
                 "«{X}» told {Y} a long story about the sea, and then ‹{x}› fell asleep.", "{X} told «{Y}» a long story about the sea, and then ‹{y}› fell asleep.",
                 "After supper «{X}» played cards with {Y} until ‹{x}› won.", "After supper {X} played cards with «{Y}» until ‹{y}› won.",
                 "Everyone heard that «{X}» and {Y} had quarrelled, though ‹{x}› denied it.", "Everyone heard that {X} and «{Y}» had quarrelled, though ‹{y}› denied it.",
                 "«{X}» could not find the road, so ‹{x}› asked {Y}.", "Since {X} was away, «{Y}» did whatever ‹{y}› liked.")
VERB_LINKS = [("The «{0}» that the {a}{1} left by the fire ‹{v}› still there.", 0), ("The «{0}» under the bridge near the {a}{1} ‹{v}› very quiet tonight.", 0),
              ("Yesterday the «{0}» of my uncle's {a}{1} ‹{v}› sold at last.", 0), ("«{0}» as fine as any {a}{1} in the town ‹{v}› waiting at the door.", 1),
              ("I believe the «{0}» which came with the {a}{1} ‹{v}› the best of all.", 0), ("The «{0}», together with the {a}{1}, ‹{v}› sent away.", 0)]
BETWEEN = ("", "old ", "very old ", "small but heavy ", "more or less new and quite famous ")
BRACKET_LINKS = ("The mill «(»now a bakery‹)› closed in May.", "My cousin «(»the one with the red beard and the loud voice‹)› came too.", "Two guests «(»both late‹)› had no chairs.",
                 "The lake «(»frozen from December to the end of March‹)› is a mile wide.", "We sold the boat «(»and the oars‹)› for ten shillings.",
                 "The last verse «(»which nobody could remember, although all of us had learned it‹)› was left out.", "Her hat «(»green‹)› lay on the stairs.",
                 "The train «(»an express that never stops between the capital and the coast‹)› was full.", "He took the ladder «(»the long one‹)› and left.",
                 "A stranger «(»tall, thin, dressed in grey, with a stick in his hand‹)› knocked twice.")


def links():
    """(kind, text, start, end, start, end): the word that belongs, then the word that it belongs to."""
    out = []

    def add(kind, marked):
        text = "".join(c for c in marked if c not in "«»‹›")
        place = lambda mark: len("".join(c for c in marked[: marked.index(mark)] if c not in "«»‹›"))
        out.append((kind, text, place("‹"), place("›"), place("«"), place("»")))

    for i, form in enumerate(PRONOUN_LINKS):
        for k in range(6):
            x, y = LINK_NAMES[(i + k) % 10], LINK_NAMES[(i + k + 1 + 2 * (k % 4)) % 10]
            add("pronoun to name", form.format(X=x[0], x=x[1], Y=y[0], y=y[1]))
    for i, (form, many) in enumerate(VERB_LINKS):
        for k in range(10):
            first, second = NOUNS[(3 * i + 4 * k) % len(NOUNS)], NOUNS[(3 * i + 4 * k + 5) % len(NOUNS)]
            n = many or k % 2
            words = (cap(first[n]) if form.startswith("«{0}") else first[n], second[0 if n else 1] if many == 0 else second[0])
            add("verb to subject", form.format(*words, v=("was", "were")[n], a=BETWEEN[(i + k // 2) % len(BETWEEN)]))
    for form in BRACKET_LINKS:
        add("bracket to bracket", form)
        add("bracket to bracket", "In the end, " + form[0].lower() + form[1:])
        add("bracket to bracket", form.replace("«(»", "«[»").replace("‹)›", "‹]›"))
    return out


def typographic(text):
    """Straight quotation marks and apostrophes as a printer sets them."""
    out, opened = [], False
    for i, c in enumerate(text):
        if c == '"':
            out.append("”" if opened else "“")
            opened = not opened
        elif c == "'":
            out.append("’")
        else:
            out.append(c)
    return "".join(out).replace(" - ", " – ").replace("...", "…")


def write(folder, count, seed):
    writer = Writer(seed)
    completions = writer.completions()
    begins = [b for _, b, _, _ in completions]
    os.makedirs(folder, exist_ok=True)
    kept = 0
    with open(os.path.join(folder, "everyday.txt"), "w", encoding="utf-8") as f:
        while kept < count:
            text = writer.document()
            if not any(contains(text, b) for b in begins):
                f.write(text.replace("\n\n", "\n") + "\n\n")
                kept += 1
    for name, table in (("completions", completions), ("links", links())):
        with open(os.path.join(folder, f"{name}.tsv"), "w", encoding="utf-8") as f:
            for row in table:
                f.write("\t".join(map(str, row)) + "\n")


def main(argv=None):
    p = argparse.ArgumentParser()
    p.add_argument("out")
    p.add_argument("--documents", type=int, default=30000)
    p.add_argument("--seed", type=int, default=0)
    c = p.parse_args(argv)
    write(c.out, c.documents, c.seed)


if __name__ == "__main__":
    main()

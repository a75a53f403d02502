<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>ChangeForm</name>
    <message>
        <source>Switch a head off</source>
        <translation>Einen Kopf abschalten</translation>
    </message>
    <message>
        <source>Zero or mean ablation of a head&apos;s output</source>
        <translation>Null- oder Mittelwert-Ablation der Ausgabe eines Kopfes</translation>
    </message>
    <message>
        <source>Hide tokens from others</source>
        <translation>Tokens vor anderen verbergen</translation>
    </message>
    <message>
        <source>Attention knockout: cells, rows or columns, rows renormalised</source>
        <translation>Attention Knock-out: Zellen, Zeilen oder Spalten, Zeilen auf Summe 1 gebracht</translation>
    </message>
    <message>
        <source>Sharpen or flatten attention</source>
        <translation>Aufmerksamkeit schärfen oder abflachen</translation>
    </message>
    <message>
        <source>Softmax temperature</source>
        <translation>Softmax-Temperatur</translation>
    </message>
    <message>
        <source>Spread attention evenly</source>
        <translation>Alle Tokens gleich ansehen</translation>
    </message>
    <message>
        <source>Uniform attention</source>
        <translation>Gleichverteilte Aufmerksamkeit</translation>
    </message>
    <message>
        <source>Cap the sink or a token</source>
        <translation>Begrenzen, was die Senke oder ein Token nehmen darf</translation>
    </message>
    <message>
        <source>Weight cap; the excess goes to other keys in proportion</source>
        <translation>Obergrenze der Gewichte; der Überschuss geht anteilig an andere Keys</translation>
    </message>
    <message>
        <source>Weaken tokens</source>
        <translation>Tokens schwächen</translation>
    </message>
    <message>
        <source>Key re-weighting by a factor below 1</source>
        <translation>Keys neu gewichten mit einem Faktor unter 1</translation>
    </message>
    <message>
        <source>Emphasise tokens</source>
        <translation>Wichtige Tokens hervorheben</translation>
    </message>
    <message>
        <source>Attention steering (PASTA)</source>
        <translation>Lenkung der Aufmerksamkeit (PASTA)</translation>
    </message>
    <message>
        <source>Drop weights at random</source>
        <translation>Gewichte zufällig weglassen</translation>
    </message>
    <message>
        <source>Attention dropout over several draws</source>
        <translation>Attention-Dropout über mehrere Ziehungen</translation>
    </message>
    <message>
        <source>Patch from another text</source>
        <translation>Einen Kopf aus einem anderen Text einsetzen</translation>
    </message>
    <message>
        <source>Activation or pattern patching</source>
        <translation>Patching von Aktivierung oder Muster</translation>
    </message>
    <message>
        <source>Switch an expert off or force it</source>
        <translation>Experten abschalten oder erzwingen</translation>
    </message>
    <message>
        <source>Router logit at −∞, or the router&apos;s first choice</source>
        <translation>Router-Logit bei −∞ oder erste Wahl des Routers</translation>
    </message>
    <message>
        <source>Change values inside layers</source>
        <translation>Werte in Schichten ändern</translation>
    </message>
    <message>
        <source>Ablation, resampling, patching or scaling of stream, sublayers, q, k and v</source>
        <translation>Ablation, Resampling, Patching oder Skalierung von Strom, Teilschichten, q, k und v</translation>
    </message>
</context>
<context>
    <name>FigurePreset</name>
    <message>
        <source>Slide, full</source>
        <translation>Folie, ganz</translation>
    </message>
    <message>
        <source>Slide, half</source>
        <translation>Folie, halb</translation>
    </message>
    <message>
        <source>Paper, one column (3.3 in)</source>
        <translation>Papier, eine Spalte (3,3 Zoll)</translation>
    </message>
    <message>
        <source>Paper, two columns (7 in)</source>
        <translation>Papier, zwei Spalten (7 Zoll)</translation>
    </message>
    <message>
        <source>Poster</source>
        <translation>Poster</translation>
    </message>
    <message>
        <source>Square</source>
        <translation>Quadrat</translation>
    </message>
    <message>
        <source>A4 page within 2.5 cm margins</source>
        <translation>A4-Seite mit 2,5 cm Rand</translation>
    </message>
    <message>
        <source>Letter page within 1 in margins</source>
        <translation>Letter-Seite mit 1 Zoll Rand</translation>
    </message>
    <message>
        <source>LaTeX column (229.5 pt)</source>
        <translation>LaTeX-Spalte (229,5 pt)</translation>
    </message>
    <message>
        <source>LaTeX page (345 pt)</source>
        <translation>LaTeX-Seite (345 pt)</translation>
    </message>
</context>
<context>
    <name>HeadTable</name>
    <message>
        <source>no label</source>
        <translation>ohne Etikett</translation>
    </message>
    <message>
        <source>previous token</source>
        <translation>voriges Token</translation>
    </message>
    <message>
        <source>next token</source>
        <translation>nächstes Token</translation>
    </message>
    <message>
        <source>own token</source>
        <translation>sich selbst</translation>
    </message>
    <message>
        <source>induction</source>
        <translation>Induktion</translation>
    </message>
    <message>
        <source>duplicate token</source>
        <translation>gleiches Wort</translation>
    </message>
    <message>
        <source>punctuation</source>
        <translation>Satzzeichen</translation>
    </message>
    <message>
        <source>diffuse</source>
        <translation>breit</translation>
    </message>
    <message>
        <source>sink</source>
        <translation>Senke</translation>
    </message>
    <message>
        <source>Entropy of a row, nats</source>
        <translation>Entropie einer Zeile, Nats</translation>
    </message>
    <message>
        <source>Entropy / ln(keys seen)</source>
        <translation>Entropie / ln(gesehene Keys)</translation>
    </message>
    <message>
        <source>Entropy of norm-weighted rows, nats</source>
        <translation>Entropie normgewichteter Zeilen, Nats</translation>
    </message>
    <message>
        <source>Largest weight of a row</source>
        <translation>Größtes Gewicht einer Zeile</translation>
    </message>
    <message>
        <source>Row diversity, nats</source>
        <translation>Divergenz der Zeilen, Nats</translation>
    </message>
    <message>
        <source>Distance, tokens</source>
        <translation>Abstand, Tokens</translation>
    </message>
    <message>
        <source>Attention at most 2 tokens away</source>
        <translation>Masse höchstens 2 Tokens entfernt</translation>
    </message>
    <message>
        <source>Attention further than 8 tokens</source>
        <translation>Masse weiter als 8 Tokens entfernt</translation>
    </message>
    <message>
        <source>Attention on previous token</source>
        <translation>Masse auf dem Token davor</translation>
    </message>
    <message>
        <source>Attention on next token</source>
        <translation>Masse auf dem Token danach</translation>
    </message>
    <message>
        <source>Attention on own token</source>
        <translation>Masse auf dem Token selbst</translation>
    </message>
    <message>
        <source>Attention on earlier occurrences</source>
        <translation>Masse auf früheren Vorkommen</translation>
    </message>
    <message>
        <source>Induction</source>
        <translation>Masse auf dem, was darauf folgte</translation>
    </message>
    <message>
        <source>Probe: earlier copy</source>
        <translation>Dasselbe bei zufälligen Tokens, zweimal gesagt: früheres Vorkommen</translation>
    </message>
    <message>
        <source>Probe: induction</source>
        <translation>Dasselbe bei zufälligen Tokens, zweimal gesagt: was folgte</translation>
    </message>
    <message>
        <source>Attention on sink</source>
        <translation>Masse auf dem ersten und auf hinzugefügten Tokens</translation>
    </message>
    <message>
        <source>Attention on first token</source>
        <translation>Masse auf dem ersten Token</translation>
    </message>
    <message>
        <source>Attention on special tokens</source>
        <translation>Masse auf hinzugefügten Tokens</translation>
    </message>
    <message>
        <source>Attention on punctuation</source>
        <translation>Masse auf Satzzeichen</translation>
    </message>
    <message>
        <source>Symmetry</source>
        <translation>Gewicht, das erwidert wird</translation>
    </message>
    <message>
        <source>Attention on residue contacts</source>
        <translation>Aufmerksamkeit auf Kontakte von Resten</translation>
    </message>
    <message>
        <source>label</source>
        <translation>Bezeichnung</translation>
    </message>
    <message>
        <source>Attention on the system&apos;s turns</source>
        <translation>Attention auf die Beiträge des Systems</translation>
    </message>
    <message>
        <source>Attention on the user&apos;s turns</source>
        <translation>Attention auf die Beiträge des Nutzers</translation>
    </message>
    <message>
        <source>Attention on the assistant&apos;s turns</source>
        <translation>Attention auf die Beiträge des Assistenten</translation>
    </message>
    <message>
        <source>Attention on turns of other roles</source>
        <translation>Attention auf Beiträge anderer Rollen</translation>
    </message>
    <message>
        <source>Attention on the chat template</source>
        <translation>Attention auf die Chat-Vorlage</translation>
    </message>
    <message>
        <source>local</source>
        <translation>lokal</translation>
    </message>
</context>
<context>
    <name>KeyboardSheet</name>
    <message>
        <source>Tokens: select several</source>
        <translation>In den Tokens: mehrere auswählen</translation>
    </message>
    <message>
        <source>Heatmap: mark cells; Menu key changes the model there</source>
        <translation>In einer Heatmap: Zellen markieren; die Menütaste ändert dort das Modell</translation>
    </message>
    <message>
        <source>Heatmap: move between cells; weight in the status bar</source>
        <translation>In einer Heatmap: durch die Zellen wandern; das Gewicht steht unten</translation>
    </message>
    <message>
        <source>Heatmap: show the whole map</source>
        <translation>Heatmap: die ganze Karte zeigen</translation>
    </message>
    <message>
        <source>Stop the current task</source>
        <translation>Laufende Aufgabe anhalten</translation>
    </message>
    <message>
        <source>Walkthrough: next and previous step, numbers, full screen</source>
        <translation>Schritt für Schritt: nächster und voriger Schritt, Zahlen, Vollbild</translation>
    </message>
    <message>
        <source>In panels and windows</source>
        <translation>In Ansichten und Fenstern</translation>
    </message>
</context>
<context>
    <name>PanelKind</name>
    <message>
        <source>Heatmap</source>
        <translation>Heatmap</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>Coloured text</source>
        <translation>Gefärbter Text</translation>
    </message>
    <message>
        <source>Arcs</source>
        <translation>Bögen</translation>
    </message>
    <message>
        <source>Row profile</source>
        <translation>Zeilenprofil</translation>
    </message>
    <message>
        <source>Token flow</source>
        <translation>Token-Fluss</translation>
    </message>
    <message>
        <source>Head similarity</source>
        <translation>Ähnlichkeit der Köpfe</translation>
    </message>
    <message>
        <source>Head atlas</source>
        <translation>Atlas der Köpfe</translation>
    </message>
    <message>
        <source>Image overlay</source>
        <translation>Über dem Bild</translation>
    </message>
    <message>
        <source>Image atlas</source>
        <translation>Über dem Bild, alle Köpfe</translation>
    </message>
    <message>
        <source>Experts</source>
        <translation>Experten</translation>
    </message>
</context>
<context>
    <name>QObject</name>
    <message>
        <source>About Headlight</source>
        <translation>Über Headlight</translation>
    </message>
    <message>
        <source>&lt;p&gt;&lt;b&gt;Headlight %1&lt;/b&gt;&lt;/p&gt;&lt;p&gt;Shows what the attention heads of a language model look at.&lt;br&gt;Everything is computed on this machine; nothing is sent anywhere.&lt;/p&gt;&lt;p&gt;GPL-3.0-or-later. Uses Qt, QCustomPlot, Eigen, oneDNN, ICU,&lt;br&gt;PCRE2, simdjson, nlohmann/json, CLI11 and libzip.&lt;/p&gt;</source>
        <translation>&lt;p&gt;&lt;b&gt;Headlight %1&lt;/b&gt;&lt;/p&gt;&lt;p&gt;Zeigt, worauf die Aufmerksamkeitsköpfe eines Sprachmodells schauen.&lt;br&gt;Alles wird auf diesem Rechner berechnet; nichts wird irgendwohin gesendet.&lt;/p&gt;&lt;p&gt;GPL-3.0-or-later. Verwendet Qt, QCustomPlot, Eigen, oneDNN, ICU,&lt;br&gt;PCRE2, simdjson, nlohmann/json, CLI11 und libzip.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastatur</translation>
    </message>
    <message>
        <source>none: the hidden states are the output</source>
        <translation>nichts: die verborgenen Zustände sind die Ausgabe</translation>
    </message>
    <message>
        <source>next token</source>
        <translation>nächstes Token</translation>
    </message>
    <message>
        <source>masked tokens</source>
        <translation>maskierte Tokens</translation>
    </message>
    <message>
        <source>classes of a text (%1)</source>
        <translation>Klassen eines Textes (%1)</translation>
    </message>
    <message>
        <source>classes of a token (%1)</source>
        <translation>Klassen eines Tokens (%1)</translation>
    </message>
    <message>
        <source>replaced tokens</source>
        <translation>ersetzte Tokens</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>Familie</translation>
    </message>
    <message>
        <source>Architecture</source>
        <translation>Architektur</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Schichten</translation>
    </message>
    <message>
        <source>Heads</source>
        <translation>Köpfe</translation>
    </message>
    <message>
        <source>Key/value heads</source>
        <translation>Key/Value-Köpfe</translation>
    </message>
    <message>
        <source>Hidden size</source>
        <translation>Breite</translation>
    </message>
    <message>
        <source>%1, %2 per head</source>
        <translation>%1, %2 je Kopf</translation>
    </message>
    <message>
        <source>Positions</source>
        <translation>Positionen</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>Kontext</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>unbegrenzt</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 Tokens</translation>
    </message>
    <message>
        <source>%1 tokens trained</source>
        <translation>auf %1 Tokens trainiert</translation>
    </message>
    <message>
        <source>Vocabulary</source>
        <translation>Vokabular</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Data type</source>
        <translation>Zahlenformat</translation>
    </message>
    <message>
        <source>Tokenizer</source>
        <translation>Tokenizer</translation>
    </message>
    <message>
        <source>Predicts</source>
        <translation>Sagt voraus</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>File type</source>
        <translation>Dateityp</translation>
    </message>
    <message>
        <source>%1 %2 (%3)</source>
        <translation>%1 %2 (%3)</translation>
    </message>
    <message>
        <source>Tensors</source>
        <translation>Tensoren</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Memory for a run</source>
        <translation>Speicher für einen Lauf</translation>
    </message>
    <message>
        <source>%1 on top of the weights, for %2 tokens</source>
        <translation>%1 neben den Gewichten, für %2 Token</translation>
    </message>
</context>
<context>
    <name>QStatusBar</name>
    <message>
        <source>%1 tokens</source>
        <translation>%1 Tokens</translation>
    </message>
    <message>
        <source>%1 GB</source>
        <translation>%1 GB</translation>
    </message>
    <message>
        <source>%1 in a scratch file</source>
        <translation>%1 in einer Auslagerungsdatei</translation>
    </message>
</context>
<context>
    <name>Samples</name>
    <message>
        <source>A quoted clause, repeated</source>
        <translation>Ein zitierter Teilsatz, zweimal gesagt</translation>
    </message>
    <message>
        <source>When the clause comes again, each word looks at what followed it the first time: the second &apos;I&apos; at &apos;shall&apos;, the second &apos;be&apos; at &apos;late&apos;.</source>
        <translation>Wenn der Teilsatz wiederkommt, schaut jedes Wort auf das, was ihm beim ersten Mal folgte: das zweite &apos;I&apos; auf &apos;shall&apos;, das zweite &apos;be&apos; auf &apos;late&apos;.</translation>
    </message>
    <message>
        <source>A repeated sentence</source>
        <translation>Ein wiederholter Satz</translation>
    </message>
    <message>
        <source>When the sentence comes again, each word looks at what followed it the first time: the second &apos;password&apos; at &apos;is&apos;, the second &apos;blue&apos; at &apos;river&apos;. So the model can say it again.</source>
        <translation>Wenn der Satz wiederkommt, schaut jedes Wort auf das, was ihm beim ersten Mal folgte: das zweite &apos;password&apos; auf &apos;is&apos;, das zweite &apos;blue&apos; auf &apos;river&apos;. So kann das Modell ihn noch einmal sagen.</translation>
    </message>
    <message>
        <source>The word before</source>
        <translation>Das Wort davor</translation>
    </message>
    <message>
        <source>Every token looks at the token just before it; heads further up use this to find where a phrase was said before.</source>
        <translation>Jedes Token schaut auf das Token direkt davor; höhere Köpfe finden damit, wo eine Wendung schon einmal stand.</translation>
    </message>
    <message>
        <source>The same word again</source>
        <translation>Dasselbe Wort noch einmal</translation>
    </message>
    <message>
        <source>Most words look at their other occurrence: &apos;king&apos; at &apos;king&apos;, &apos;saw&apos; at &apos;saw&apos;.</source>
        <translation>Die meisten Wörter schauen auf ihr anderes Vorkommen: &apos;king&apos; auf &apos;king&apos;, &apos;saw&apos; auf &apos;saw&apos;.</translation>
    </message>
    <message>
        <source>Who was hungry?</source>
        <translation>Wer war hungrig?</translation>
    </message>
    <message>
        <source>Each word looks at the word just before it: &apos;was&apos; at &apos;mice&apos;, although it was the cat that was hungry.</source>
        <translation>Jedes Wort schaut auf das Wort direkt davor: &apos;was&apos; auf &apos;mice&apos;, obwohl die Katze hungrig war.</translation>
    </message>
    <message>
        <source>A list</source>
        <translation>Eine Aufzählung</translation>
    </message>
    <message>
        <source>Each token looks at the one that comes next: the comma at the next item, the item at its ending.</source>
        <translation>Jedes Token schaut auf das nächste: das Komma auf das nächste Glied, das Glied auf sein Ende.</translation>
    </message>
    <message>
        <source>What counts is after &apos;but&apos;</source>
        <translation>Es zählt, was nach &apos;but&apos; kommt</translation>
    </message>
    <message>
        <source>The class is read at [CLS], and [CLS] looks at &apos;wonderful&apos;, not at &apos;cold&apos;.</source>
        <translation>Die Klasse wird bei [CLS] abgelesen, und [CLS] schaut auf &apos;wonderful&apos;, nicht auf &apos;cold&apos;.</translation>
    </message>
    <message>
        <source>Not good</source>
        <translation>Nicht gut</translation>
    </message>
    <message>
        <source>[CLS] looks at &apos;not&apos;, the word that turns the sentence around.</source>
        <translation>[CLS] schaut auf &apos;not&apos;, das Wort, das den Satz umkehrt.</translation>
    </message>
    <message>
        <source>It looks one word back</source>
        <translation>Er schaut ein Wort zurück</translation>
    </message>
    <message>
        <source>This head looks from every word at the one just before it. That sounds dull, but other heads build on it: it tells each word what stood in front.</source>
        <translation>Dieser Kopf schaut von jedem Wort auf das direkt davor. Das klingt langweilig, aber andere Köpfe bauen darauf auf: Er sagt jedem Wort, was davor stand.</translation>
    </message>
    <message>
        <source>It finds the same word again</source>
        <translation>Er findet dasselbe Wort wieder</translation>
    </message>
    <message>
        <source>This head looks from a word at the same word elsewhere in the text: from king to king, from queen to queen.</source>
        <translation>Dieser Kopf schaut von einem Wort auf dasselbe Wort an anderer Stelle im Text: von king zu king, von queen zu queen.</translation>
    </message>
    <message>
        <source>It remembers what came next</source>
        <translation>Er erinnert sich, was als Nächstes kam</translation>
    </message>
    <message>
        <source>When something comes a second time, this head looks at what followed it the first time, and so the model can go on as before. Such heads are called induction heads.</source>
        <translation>Wenn etwas zum zweiten Mal kommt, schaut dieser Kopf auf das, was beim ersten Mal folgte, und so kann das Modell weitermachen wie zuvor. Solche Köpfe heißen Induktionsköpfe.</translation>
    </message>
    <message>
        <source>It rests when there is nothing to do</source>
        <translation>Er ruht, wenn es nichts zu tun gibt</translation>
    </message>
    <message>
        <source>The same head, with nothing repeated: it puts nearly all its attention on the first token. Attention always adds up to 100%, so a head without work has to leave it somewhere.</source>
        <translation>Derselbe Kopf, und nichts doppelt gesagt: Er legt fast all seine Aufmerksamkeit auf das erste der Tokens. Aufmerksamkeit ergibt immer zusammen 100 %, also muss ein Kopf ohne Arbeit sie irgendwo lassen.</translation>
    </message>
    <message>
        <source>It picks the word that decides</source>
        <translation>Er greift das entscheidende Wort heraus</translation>
    </message>
    <message>
        <source>This model says whether a sentence is positive. It reads the answer at the token [CLS], and this head looks from there at the word that counts: wonderful, not cold.</source>
        <translation>Dieses Modell sagt, ob ein Satz positiv ist. Es liest die Antwort am Token [CLS] ab, und dieser Kopf schaut von dort auf das Wort, das zählt: wonderful, nicht cold.</translation>
    </message>
    <message>
        <source>A translation with crossing words</source>
        <translation>Eine Übersetzung, deren Wörter sich kreuzen</translation>
    </message>
    <message>
        <source>Each German piece looks at the French one that means the same: &apos;sieben&apos; at &apos;sept&apos;, the last piece of the number, and &apos;rote&apos; at &apos;rouges&apos;, after its noun.</source>
        <translation>Jedes deutsche Stück schaut auf das französische, das dasselbe bedeutet: &apos;sieben&apos; auf &apos;sept&apos;, das letzte Stück der Zahl, und &apos;rote&apos; auf &apos;rouges&apos; hinter seinem Nomen.</translation>
    </message>
    <message>
        <source>A date</source>
        <translation>Ein Datum</translation>
    </message>
    <message>
        <source>Day, month and the digits of the year each look at theirs; &apos;le&apos; has no counterpart in the source and looks at the word French.</source>
        <translation>Tag, Monat und die Ziffern des Jahres schauen jeweils auf die ihren; &apos;le&apos; steht für nichts in der Quelle und schaut auf das Wort French.</translation>
    </message>
    <message>
        <source>What it says, and where it looks</source>
        <translation>Was es sagt und wohin es schaut</translation>
    </message>
    <message>
        <source>When &apos;star&apos; is the word this head looks at the star, as it looked at the circle for &apos;circle&apos;. Step through the words under the tokens.</source>
        <translation>Während das Modell „star“ sagt, schaut dieser Kopf auf den Stern, wie er bei „circle“ auf den Kreis schaute. Gehen Sie unter den Tokens Wort für Wort durch.</translation>
    </message>
    <message>
        <source>The larger one first</source>
        <translation>Das Größere zuerst</translation>
    </message>
    <message>
        <source>A caption begins with the larger thing, here the heart: this head finds it wherever it is.</source>
        <translation>Eine Bildunterschrift beginnt mit dem größeren Ding, hier dem Herzen: Dieser Kopf findet es, wo immer es steht.</translation>
    </message>
    <message>
        <source>Left or right?</source>
        <translation>Links oder rechts?</translation>
    </message>
    <message>
        <source>When &apos;right&apos; is the word, this head looks at the star and 0.0 at both things: two places that it compares.</source>
        <translation>Während das Modell „right“ sagt, schaut dieser Kopf auf den Stern und 0.0 auf beide Dinge: zwei Orte, die es vergleicht.</translation>
    </message>
</context>
<context>
    <name>Walkthrough</name>
    <message>
        <source>attention weights</source>
        <translation>Aufmerksamkeitsgewichte</translation>
    </message>
    <message>
        <source>Attention weights say how a token divides its attention. They add up to 100%.</source>
        <translation>Aufmerksamkeitsgewichte sagen, wie viel seiner Aufmerksamkeit ein Token jedem anderen gibt. Die eines Tokens ergeben zusammen 100 %.</translation>
    </message>
    <message>
        <source>intervention</source>
        <translation>Eingriff</translation>
    </message>
    <message>
        <source>A change made on purpose while the model runs.</source>
        <translation>Eine Änderung, die mit Absicht gemacht wird, während das Modell läuft.</translation>
    </message>
    <message>
        <source>softmax</source>
        <translation>Softmax</translation>
    </message>
    <message>
        <source>Softmax turns any numbers into shares of 100%: e is raised to each number, then divided by the total.</source>
        <translation>Softmax macht aus beliebigen Zahlen Anteile, die zusammen 100 % ergeben: Jede wird als Potenz von e genommen und durch die Summe aller geteilt.</translation>
    </message>
    <message>
        <source>tokens</source>
        <translation>Tokens</translation>
    </message>
    <message>
        <source>Tokens are the pieces in which a model reads a text: words, parts of words, punctuation.</source>
        <translation>Tokens sind die Stücke, in denen ein Modell einen Text liest: Wörter, Wortteile, Satzzeichen.</translation>
    </message>
    <message>
        <source>heatmap</source>
        <translation>Heatmap</translation>
    </message>
    <message>
        <source>The square picture with a row for each query and a column for each key.</source>
        <translation>Das quadratische Bild mit einer Zeile für jede Query und einer Spalte für jeden Key.</translation>
    </message>
    <message>
        <source>scores</source>
        <translation>Scores</translation>
    </message>
    <message>
        <source>A score says how well a key matches a query. It can be negative.</source>
        <translation>Ein Score sagt, wie gut ein Key zu einer Query passt: eine beliebige Zahl, auch unter null.</translation>
    </message>
    <message>
        <source>vector</source>
        <translation>Vektor</translation>
    </message>
    <message>
        <source>A vector is a list of numbers. The model keeps one for every token.</source>
        <translation>Ein Vektor ist eine Liste von Zahlen. Das Modell führt einen für jedes Token.</translation>
    </message>
    <message>
        <source>values</source>
        <translation>Values</translation>
    </message>
    <message>
        <source>A token&apos;s value is what it passes on when another token attends to it.</source>
        <translation>Der Value eines Tokens ist das, was es weitergibt, wenn es angesehen wird.</translation>
    </message>
    <message>
        <source>query</source>
        <translation>Query</translation>
    </message>
    <message>
        <source>The query of a token is a list of numbers that says what it looks for.</source>
        <translation>Die Query eines Tokens ist eine Liste von Zahlen, die sagt, wonach es sucht.</translation>
    </message>
    <message>
        <source>heads</source>
        <translation>Köpfe</translation>
    </message>
    <message>
        <source>Heads work side by side in each layer. Each compares tokens in its own way.</source>
        <translation>Köpfe arbeiten in jeder Schicht nebeneinander. Jeder vergleicht Tokens auf seine eigene Weise.</translation>
    </message>
    <message>
        <source>layer</source>
        <translation>Schicht</translation>
    </message>
    <message>
        <source>A model is a stack of layers. Each updates the vector of every token once.</source>
        <translation>Ein Modell ist ein Stapel von Schichten; jede schreibt die Vektoren aller Tokens einmal um.</translation>
    </message>
    <message>
        <source>key</source>
        <translation>Key</translation>
    </message>
    <message>
        <source>The key of a token is a list of numbers that says what it offers.</source>
        <translation>Der Key eines Tokens ist eine Liste von Zahlen, die sagt, was es bietet.</translation>
    </message>
</context>
<context>
    <name>Workspace</name>
    <message>
        <source>%1: expected a head of %2 layers with %3 heads each, found layer %4, head %5</source>
        <translation>%1: erwartet wird ein Kopf von %2 Schichten mit je %3 Köpfen, gefunden: Schicht %4, Kopf %5</translation>
    </message>
</context>
<context>
    <name>headlight::AblationWindow</name>
    <message>
        <source>Ablation map</source>
        <translation>Ablationskarte</translation>
    </message>
    <message>
        <source>Effect of switching off each head; arrow keys move, Return opens</source>
        <translation>Was die Antwort ohne jeden Kopf verliert; Pfeile wandern durch die Köpfe, Eingabe öffnet einen</translation>
    </message>
    <message>
        <source>Switches off every head in turn and shows how far the prediction drops.</source>
        <translation>Schaltet jeden Kopf der Reihe nach ab und zeigt, wie stark die Vorhersage sinkt.</translation>
    </message>
    <message>
        <source>A likely prediction, or any token or class that you type</source>
        <translation>Eine wahrscheinliche Vorhersage oder ein Token oder eine Klasse, die Sie eingeben</translation>
    </message>
    <message>
        <source>&amp;Prediction</source>
        <translation>&amp;Antwort</translation>
    </message>
    <message>
        <source>zero</source>
        <translation>null</translation>
    </message>
    <message>
        <source>mean over the text</source>
        <translation>sein Mittel über den Text</translation>
    </message>
    <message>
        <source>Replace w&amp;ith</source>
        <translation>An&amp;stelle eines Kopfes</translation>
    </message>
    <message>
        <source>ln p of the prediction</source>
        <translation>ln p der Vorhersage</translation>
    </message>
    <message>
        <source>whole prediction (KL)</source>
        <translation>ganze Vorhersage (KL)</translation>
    </message>
    <message>
        <source>S&amp;hown</source>
        <translation>&amp;Zeigen</translation>
    </message>
    <message>
        <source>Ablation progress</source>
        <translation>Fortschritt des Abschaltens aller Köpfe</translation>
    </message>
    <message>
        <source>No prediction here. Pin a token, type a mask token, or open a model with an output head.</source>
        <translation>Das Modell sagt hier nichts: Heften Sie ein Token an, schreiben Sie eine Maske oder öffnen Sie ein Modell mit Ausgabekopf.</translation>
    </message>
    <message>
        <source>This map is for another text or token. Measure again to update.</source>
        <translation>Die Karte ist von einem anderen Text oder Token. Messen Sie, um sie neu zu zeichnen.</translation>
    </message>
    <message>
        <source>%1   %2</source>
        <translation>%1   %2</translation>
    </message>
    <message>
        <source>Heads</source>
        <translation>Köpfe</translation>
    </message>
    <message>
        <source>The attention in which heads are switched off</source>
        <translation>Wessen Köpfe abgeschaltet werden</translation>
    </message>
    <message>
        <source>Measure runs the model %1 times, each time without one head, and shows how far “%2” drops; about %3.</source>
        <translation>„Messen“ lässt das Modell %1-mal laufen, jedes Mal ohne einen Kopf, und zeigt, wie weit „%2“ fällt; etwa %3.</translation>
    </message>
    <message>
        <source>Measure runs the model %1 times, each time without one head, and shows how far “%2” drops at “%4”, token %5; about %3.</source>
        <translation>„Messen“ lässt das Modell %1-mal laufen, jedes Mal ohne einen Kopf, und zeigt, wie weit „%2“ bei „%4“, Token %5, fällt; etwa %3.</translation>
    </message>
</context>
<context>
    <name>headlight::AdapterBar</name>
    <message>
        <source>&amp;Adapter</source>
        <translation>&amp;Adapter</translation>
    </message>
    <message>
        <source>Adapter scale, in percent</source>
        <translation>Anteil des Adapters, in Prozent</translation>
    </message>
    <message>
        <source>How much of the adapter counts: 0% is the base model</source>
        <translation>Wie viel vom Adapter zählt: 0% ist das Basismodell</translation>
    </message>
    <message>
        <source>Compare with base</source>
        <translation>Mit Basis vergleichen</translation>
    </message>
    <message>
        <source>Opens the base model next to it and ranks the heads that differ most</source>
        <translation>Öffnet das Basismodell daneben und ordnet die Köpfe, die sich am stärksten unterscheiden</translation>
    </message>
</context>
<context>
    <name>headlight::AnimationDialog</name>
    <message>
        <source>Export animation</source>
        <translation>Animation exportieren</translation>
    </message>
    <message>
        <source>Frames written</source>
        <translation>Geschriebene Bilder</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>%1 × %2 pixels</source>
        <translation>%1 × %2 Pixel</translation>
    </message>
    <message>
        <source>GIF</source>
        <translation>GIF</translation>
    </message>
    <message>
        <source>WebP, smaller and sharper</source>
        <translation>WebP, kleiner und schärfer</translation>
    </message>
    <message>
        <source>Web page with a slider</source>
        <translation>Webseite mit Schieberegler</translation>
    </message>
    <message>
        <source>PowerPoint, slides that morph</source>
        <translation>PowerPoint, Folien mit „Morphen“</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Passend</translation>
    </message>
    <message>
        <source>Includ&amp;e text and session</source>
        <translation>Text und Sitzung in der Datei &amp;behalten</translation>
    </message>
    <message>
        <source>Turn off for confidential work: tokens become numbers, no text is stored</source>
        <translation>Aus für Vertrauliches: Zahlen statt Tokens, und nichts vom Text in der Datei</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Durchsuchen…</translation>
    </message>
    <message>
        <source>&amp;What</source>
        <translation>Wa&amp;s</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>F&amp;ormat</translation>
    </message>
    <message>
        <source>&amp;Size</source>
        <translation>&amp;Größe</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>Farb&amp;schema</translation>
    </message>
    <message>
        <source>Each f&amp;rame</source>
        <translation>&amp;Je Bild</translation>
    </message>
    <message>
        <source>F&amp;ile</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>Plays everywhere. 256 colours a frame.</source>
        <translation>Läuft überall. 256 Farben je Bild.</translation>
    </message>
    <message>
        <source>Plays in browsers and newer programs. All colours.</source>
        <translation>Läuft in Browsern und neueren Programmen. Alle Farben.</translation>
    </message>
    <message>
        <source>One file for any browser: slider, arrow keys, exact values, light and dark.</source>
        <translation>Eine Datei für jeden Browser: Schieberegler, Pfeiltasten, genaue Werte, hell und dunkel.</translation>
    </message>
    <message>
        <source>Native shapes; PowerPoint moves them from slide to slide.</source>
        <translation>Native Formen; PowerPoint bewegt sie von Folie zu Folie.</translation>
    </message>
    <message>
        <source>GIF (*.gif)</source>
        <translation>GIF (*.gif)</translation>
    </message>
    <message>
        <source>WebP (*.webp)</source>
        <translation>WebP (*.webp)</translation>
    </message>
    <message>
        <source>Web page (*.html)</source>
        <translation>Webseite (*.html)</translation>
    </message>
    <message>
        <source>PowerPoint (*.pptx)</source>
        <translation>PowerPoint (*.pptx)</translation>
    </message>
</context>
<context>
    <name>headlight::AnswerStepper</name>
    <message>
        <source>Words of the answer</source>
        <translation>Wörter der Antwort</translation>
    </message>
    <message>
        <source>Previous word</source>
        <translation>Vorheriges Wort</translation>
    </message>
    <message>
        <source>Previous word (left arrow)</source>
        <translation>Vorheriges Wort (Pfeil nach links)</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>Show one word after the other</source>
        <translation>Ein Wort nach dem anderen zeigen</translation>
    </message>
    <message>
        <source>Next word</source>
        <translation>Nächstes Wort</translation>
    </message>
    <message>
        <source>Next word (right arrow)</source>
        <translation>Nächstes Wort (Pfeil nach rechts)</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>%1 words: step through them to see what each attends to</source>
        <translation>%1 Wörter: Schritt für Schritt sehen, worauf jedes achtet</translation>
    </message>
    <message>
        <source>Word %1 of %2: “%3” · %4</source>
        <translation>Wort %1 von %2: „%3“ · %4</translation>
    </message>
</context>
<context>
    <name>headlight::Appearance</name>
    <message>
        <source>&amp;Reduce motion</source>
        <translation>&amp;Weniger Bewegung</translation>
    </message>
    <message>
        <source>L&amp;arger text</source>
        <translation>&amp;Größerer Text</translation>
    </message>
    <message>
        <source>Small&amp;er text</source>
        <translation>&amp;Kleinerer Text</translation>
    </message>
    <message>
        <source>Defa&amp;ult text</source>
        <translation>Üblicher &amp;Text</translation>
    </message>
    <message>
        <source>S&amp;ystem theme</source>
        <translation>Farbschema des S&amp;ystems</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>H&amp;ell</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>&amp;System language</source>
        <translation>Sprache des &amp;Systems</translation>
    </message>
    <message>
        <source>Restart Headlight to use this language.</source>
        <translation>Headlight spricht diese Sprache ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Hoher Kontrast</translation>
    </message>
</context>
<context>
    <name>headlight::ArcsView</name>
    <message>
        <source>Arcs</source>
        <translation>Bögen</translation>
    </message>
</context>
<context>
    <name>headlight::AtlasPane</name>
    <message>
        <source>Heads</source>
        <translation>Köpfe</translation>
    </message>
    <message>
        <source>Open in new panel</source>
        <translation>In einer eigenen Ansicht zeigen</translation>
    </message>
    <message>
        <source>Head order</source>
        <translation>In welcher Reihenfolge die Köpfe stehen</translation>
    </message>
    <message>
        <source>By layer and head</source>
        <translation>Nach Schichten und Köpfen</translation>
    </message>
    <message>
        <source>By similarity to selected head</source>
        <translation>Nach Ähnlichkeit mit dem gewählten Kopf</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Diese vergleichen</translation>
    </message>
    <message>
        <source>Combine</source>
        <translation>Als eines</translation>
    </message>
    <message>
        <source>The marked heads in one panel</source>
        <translation>Die markierten Köpfe in einer Ansicht</translation>
    </message>
    <message>
        <source>Overlay</source>
        <translation>Übereinander</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Ihr Mittel</translation>
    </message>
    <message>
        <source>Maximum</source>
        <translation>Ihr größtes Gewicht</translation>
    </message>
    <message>
        <source>Unmark all heads</source>
        <translation>Alle Markierungen aufheben</translation>
    </message>
    <message>
        <source>No head matches “%1”.</source>
        <translation>Kein Kopf passt zu „%1“.</translation>
    </message>
    <message>
        <source>Marked: %1</source>
        <translation>Markiert: %1</translation>
    </message>
    <message>
        <source>&amp;Heads</source>
        <translation>&amp;Köpfe</translation>
    </message>
    <message>
        <source>Go to heads: arrows select, Space marks, Ctrl+Return opens a panel</source>
        <translation>Zu den Köpfen: Pfeile wählen, Leertaste markiert, Strg+Eingabe öffnet</translation>
    </message>
    <message>
        <source>Previous layer</source>
        <translation>Schicht davor</translation>
    </message>
    <message>
        <source>Next layer</source>
        <translation>Schicht danach</translation>
    </message>
    <message>
        <source>Previous head</source>
        <translation>Kopf davor</translation>
    </message>
    <message>
        <source>Next head</source>
        <translation>Kopf danach</translation>
    </message>
    <message>
        <source>Compare mar&amp;ked heads</source>
        <translation>&amp;Markierte Köpfe vergleichen</translation>
    </message>
    <message>
        <source>One panel each; for two heads also the difference</source>
        <translation>Jeder in einer eigenen Ansicht, und von zweien ihr Unterschied</translation>
    </message>
    <message>
        <source>By label</source>
        <translation>Nach Bezeichnung</translation>
    </message>
    <message>
        <source>similarity to %1</source>
        <translation>Ähnlichkeit mit %1</translation>
    </message>
    <message>
        <source>layer and head</source>
        <translation>Schicht und Kopf</translation>
    </message>
    <message>
        <source>Order: %1</source>
        <translation>Reihenfolge: %1</translation>
    </message>
    <message>
        <source>Measuring heads…</source>
        <translation>Köpfe werden gemessen…</translation>
    </message>
</context>
<context>
    <name>headlight::AtlasView</name>
    <message>
        <source>Head atlas</source>
        <translation>Atlas der Köpfe</translation>
    </message>
    <message>
        <source>, marked</source>
        <translation>, markiert</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation>%1 auf %2</translation>
    </message>
    <message>
        <source>the first token</source>
        <translation>dem ersten Token</translation>
    </message>
    <message>
        <source>special tokens</source>
        <translation>Sondertokens</translation>
    </message>
    <message>
        <source>, switched off</source>
        <translation>, abgeschaltet</translation>
    </message>
    <message>
        <source>, changed</source>
        <translation>, verändert</translation>
    </message>
</context>
<context>
    <name>headlight::AttentionView</name>
    <message>
        <source>Computing weights</source>
        <translation>Gewichte werden berechnet</translation>
    </message>
    <message>
        <source>Computing weights… %1</source>
        <translation>Die Gewichte werden gelesen… %1</translation>
    </message>
</context>
<context>
    <name>headlight::AudienceWindow</name>
    <message>
        <source>Headlight: talk</source>
        <translation>Headlight: Vortrag</translation>
    </message>
</context>
<context>
    <name>headlight::BarList</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>headlight::Beginning</name>
    <message>
        <source>Start &amp;page…</source>
        <translation>&amp;Startseite…</translation>
    </message>
    <message>
        <source>Examples, recent sessions, models and the tour</source>
        <translation>Beispiele, letzte Sitzungen, Modelle und die Tour</translation>
    </message>
    <message>
        <source>T&amp;our: two minutes, hands on</source>
        <translation>Tour: &amp;zwei Minuten, zum Mitmachen</translation>
    </message>
    <message>
        <source>Change the text</source>
        <translation>Den Text ändern</translation>
    </message>
    <message>
        <source>Type a word into the text at the top. Every picture follows.</source>
        <translation>Tippen Sie oben ein Wort in den Text. Jedes Bild folgt.</translation>
    </message>
    <message>
        <source>Choose a head</source>
        <translation>Einen Kopf wählen</translation>
    </message>
    <message>
        <source>Click one of the small maps on the left.</source>
        <translation>Klicken Sie links auf eine der kleinen Karten.</translation>
    </message>
    <message>
        <source>Point at a cell</source>
        <translation>Auf eine Zelle zeigen</translation>
    </message>
    <message>
        <source>Move over the large map: the status line tells the weight.</source>
        <translation>Fahren Sie über die große Karte: Die Statuszeile nennt das Gewicht.</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Press “Compare” next to the text, or %1 for a second panel.</source>
        <translation>Drücken Sie „Vergleichen“ neben dem Text oder %1 für ein zweites Panel.</translation>
    </message>
    <message>
        <source>Change the model</source>
        <translation>Das Modell ändern</translation>
    </message>
    <message>
        <source>Press %1: the head is switched off, and the prediction changes.</source>
        <translation>Drücken Sie %1: Der Kopf wird abgeschaltet, und die Vorhersage ändert sich.</translation>
    </message>
    <message>
        <source>Export a figure</source>
        <translation>Eine Abbildung exportieren</translation>
    </message>
    <message>
        <source>Press %1 and save what you see.</source>
        <translation>Drücken Sie %1 und speichern Sie, was Sie sehen.</translation>
    </message>
</context>
<context>
    <name>headlight::ChangeForm</name>
    <message>
        <source>As written for --intervene</source>
        <translation>Wie --intervene auf der Befehlszeile es nennt</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>The sink (first and special tokens)</source>
        <translation>Die Senke (erstes Token und Sondertokens)</translation>
    </message>
    <message>
        <source>The first token</source>
        <translation>Das erste Token</translation>
    </message>
    <message>
        <source>The last token</source>
        <translation>Das letzte Token</translation>
    </message>
    <message>
        <source>Punctuation</source>
        <translation>Satzzeichen</translation>
    </message>
    <message>
        <source>Special tokens</source>
        <translation>Sondertokens</translation>
    </message>
    <message>
        <source>&amp;Tokens</source>
        <translation>&amp;Tokens</translation>
    </message>
    <message>
        <source>Hidden from all tokens (columns)</source>
        <translation>Niemand sieht sie (Spalten)</translation>
    </message>
    <message>
        <source>They attend to nothing (rows)</source>
        <translation>Sie lesen nichts (Zeilen)</translation>
    </message>
    <message>
        <source>Hidden from chosen tokens (cells)</source>
        <translation>Gewählte Tokens sehen sie nicht (Zellen)</translation>
    </message>
    <message>
        <source>&amp;How</source>
        <translation>&amp;Wie</translation>
    </message>
    <message>
        <source>From &amp;whom</source>
        <translation>&amp;Vor wem</translation>
    </message>
    <message>
        <source>&amp;Temperature (below 1 sharper, above 1 flatter)</source>
        <translation>&amp;Temperatur (unter 1 schärfer, über 1 flacher)</translation>
    </message>
    <message>
        <source>&amp;Maximum per row</source>
        <translation>&amp;Höchstens, von jeder Zeile</translation>
    </message>
    <message>
        <source>%</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Weight &amp;times</source>
        <translation>Gewicht &amp;mal</translation>
    </message>
    <message>
        <source>&amp;Rate</source>
        <translation>&amp;Rate</translation>
    </message>
    <message>
        <source>&amp;Draws</source>
        <translation>&amp;Ziehungen</translation>
    </message>
    <message>
        <source>&amp;Seed</source>
        <translation>&amp;Startwert</translation>
    </message>
    <message>
        <source>Zero</source>
        <translation>Nichts</translation>
    </message>
    <message>
        <source>Mean over the text</source>
        <translation>Sein Mittel über den Text</translation>
    </message>
    <message>
        <source>Mean over another text</source>
        <translation>Sein Mittel über einen Beispieltext</translation>
    </message>
    <message>
        <source>Replace w&amp;ith</source>
        <translation>Was er statt&amp;dessen sagt</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Was er sagt (Ausgabe)</translation>
    </message>
    <message>
        <source>Attention pattern</source>
        <translation>Wohin er schaut (Muster)</translation>
    </message>
    <message>
        <source>&amp;What</source>
        <translation>Wa&amp;s</translation>
    </message>
    <message>
        <source>A text of %1 tokens</source>
        <translation>Ein Text von %1 Tokens</translation>
    </message>
    <message>
        <source>From the te&amp;xt</source>
        <translation>Aus dem Te&amp;xt</translation>
    </message>
    <message>
        <source>Sample te&amp;xt</source>
        <translation>Beispielte&amp;xt</translation>
    </message>
    <message>
        <source>Every head of layer %1</source>
        <translation>Jeder Kopf von Schicht %1</translation>
    </message>
    <message>
        <source>Every head of some layers</source>
        <translation>Jeder Kopf einiger Schichten</translation>
    </message>
    <message>
        <source>Every head</source>
        <translation>Jeder Kopf</translation>
    </message>
    <message>
        <source>Wh&amp;ere</source>
        <translation>W&amp;o</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Schicht</translation>
    </message>
    <message>
        <source>to</source>
        <translation>bis</translation>
    </message>
    <message>
        <source>Write the other text.</source>
        <translation>Schreiben Sie den anderen Text.</translation>
    </message>
    <message>
        <source>Choose, or type words of the text, numbers and ranges: Darcy, 3, 5-7</source>
        <translation>Wählen, oder Wörter des Textes, Zahlen und Bereiche eintippen: Darcy, 3, 5-7</translation>
    </message>
    <message>
        <source>&amp;Attention</source>
        <translation>&amp;Aufmerksamkeit</translation>
    </message>
    <message>
        <source>“%1” is no token of the text.</source>
        <translation>„%1“ ist kein Token des Textes.</translation>
    </message>
    <message>
        <source>Layer %1 of the encoder</source>
        <translation>Schicht %1 des Encoders</translation>
    </message>
    <message>
        <source>Layer %1</source>
        <translation>Schicht %1</translation>
    </message>
    <message>
        <source>&amp;Layer</source>
        <translation>S&amp;chicht</translation>
    </message>
    <message>
        <source>E&amp;xpert</source>
        <translation>E&amp;xperte</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Force</source>
        <translation>Erzwingen</translation>
    </message>
    <message>
        <source>%1 (selected)</source>
        <translation>%1 (ausgewählt)</translation>
    </message>
    <message>
        <source>%1 (current panel)</source>
        <translation>%1 (aktuelles Panel)</translation>
    </message>
    <message>
        <source>Every token</source>
        <translation>Jedes Token</translation>
    </message>
    <message>
        <source>Residual stream before the layer</source>
        <translation>Residualstrom vor der Schicht</translation>
    </message>
    <message>
        <source>Attention output</source>
        <translation>Attention-Ausgabe</translation>
    </message>
    <message>
        <source>Feed-forward output</source>
        <translation>Feed-forward-Ausgabe</translation>
    </message>
    <message>
        <source>Head output</source>
        <translation>Kopf-Ausgabe</translation>
    </message>
    <message>
        <source>Queries</source>
        <translation>Queries</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Keys</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>Values</translation>
    </message>
    <message>
        <source>Mean over a text file</source>
        <translation>Mittel über eine Textdatei</translation>
    </message>
    <message>
        <source>Random tokens of another text</source>
        <translation>Zufällige Tokens eines anderen Textes</translation>
    </message>
    <message>
        <source>Same tokens of another text</source>
        <translation>Dieselben Tokens eines anderen Textes</translation>
    </message>
    <message>
        <source>Themselves times a factor</source>
        <translation>Sie selbst mal einen Faktor</translation>
    </message>
    <message>
        <source>Write the path of a text file, a text a line.</source>
        <translation>Geben Sie den Pfad einer Textdatei an, ein Text pro Zeile.</translation>
    </message>
    <message>
        <source>&amp;Values times</source>
        <translation>&amp;Werte mal</translation>
    </message>
</context>
<context>
    <name>headlight::ChangesBadge</name>
    <message>
        <source>Changes to the model</source>
        <translation>Änderungen am Modell</translation>
    </message>
    <message>
        <source>Show the list of changes</source>
        <translation>Die Liste der Änderungen zeigen</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>Show everything without the changes</source>
        <translation>Alles ohne die Änderungen zeigen</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
    <message>
        <source>Show everything with the changes</source>
        <translation>Alles mit den Änderungen zeigen</translation>
    </message>
    <message>
        <source>1 change</source>
        <translation>1 Änderung</translation>
    </message>
    <message>
        <source>%1 changes</source>
        <translation>%1 Änderungen</translation>
    </message>
    <message>
        <source>, %1 without effect</source>
        <translation>, %1 ohne Wirkung</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>headlight::ChangesPane</name>
    <message>
        <source>Change what heads do and see how predictions react. Right-click a head or cell, or add a change here.</source>
        <translation>Ändern Sie, was Köpfe tun, und sehen Sie, was das Modell daraus macht. Rechtsklick auf einen Kopf oder eine Zelle, oder hier hinzufügen.</translation>
    </message>
    <message>
        <source>Changes: Space switches one on or off, F2 edits it, Delete removes it</source>
        <translation>Änderungen: Leertaste schaltet ein oder aus, F2 bearbeitet, Entf entfernt</translation>
    </message>
    <message>
        <source>Change command</source>
        <translation>Eine Änderung in Worten der Grammatik</translation>
    </message>
    <message>
        <source>Or type one: ablate 2.1</source>
        <translation>Oder schreiben: ablate 2.1</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Add a change</source>
        <translation>Eine Änderung hinzufügen</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Edit the marked change</source>
        <translation>Die markierte Änderung bearbeiten</translation>
    </message>
    <message>
        <source>Edit the marked change as a command (F2)</source>
        <translation>Die markierte Änderung als Befehl bearbeiten (F2)</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove the marked change</source>
        <translation>Die markierte Änderung entfernen</translation>
    </message>
    <message>
        <source>Remove the marked change (Delete)</source>
        <translation>Die markierte Änderung entfernen (Entf)</translation>
    </message>
    <message>
        <source>%1
Not applied: %2</source>
        <translation>%1
Passt nicht: %2</translation>
    </message>
    <message>
        <source>%1
%2</source>
        <translation>%1
%2</translation>
    </message>
    <message>
        <source>%1, switched off</source>
        <translation>%1, abgeschaltet</translation>
    </message>
    <message>
        <source>&amp;Toggle head</source>
        <translation>&amp;Gewählten Kopf ab- oder anschalten</translation>
    </message>
    <message>
        <source>&amp;Write a change</source>
        <translation>Änderung &amp;schreiben</translation>
    </message>
    <message>
        <source>Show &amp;before or after</source>
        <translation>&amp;Vorher oder nachher zeigen</translation>
    </message>
    <message>
        <source>Show the &amp;difference</source>
        <translation>&amp;Den Unterschied zeigen</translation>
    </message>
    <message>
        <source>ablate, mask, patch, scale, steer, temperature, uniform, cap, dropout, expert; separated by “;”</source>
        <translation>ablate, mask, patch, scale, steer, temperature, uniform, cap, dropout, expert; getrennt durch „;“</translation>
    </message>
    <message>
        <source>Steer by texts…</source>
        <translation>Durch Texte lenken…</translation>
    </message>
    <message>
        <source>Steering vector: a direction from two sets of texts</source>
        <translation>Lenkvektor: eine Richtung aus zwei Mengen von Texten</translation>
    </message>
</context>
<context>
    <name>headlight::ChartWindow</name>
    <message>
        <source>St&amp;op</source>
        <translation>An&amp;halten</translation>
    </message>
    <message>
        <source>&amp;Measure</source>
        <translation>&amp;Messen</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exportieren…</translation>
    </message>
</context>
<context>
    <name>headlight::CircuitsWindow</name>
    <message>
        <source>Circuits</source>
        <translation>Schaltkreise</translation>
    </message>
    <message>
        <source>Cop&amp;y as command</source>
        <translation>Als Befehl &amp;kopieren</translation>
    </message>
    <message>
        <source>Copy the command line that draws this picture</source>
        <translation>Die Befehlszeile kopieren, die dieses Bild zeichnet</translation>
    </message>
    <message>
        <source>The command is on the clipboard.</source>
        <translation>Der Befehl ist in der Zwischenablage.</translation>
    </message>
    <message>
        <source>Findings about the prediction; arrow keys move, Return opens</source>
        <translation>Befunde zur Antwort; Pfeile wandern, Eingabe öffnet</translation>
    </message>
    <message>
        <source>Progress of the measurement</source>
        <translation>Fortschritt der Messung</translation>
    </message>
    <message>
        <source>&amp;Question</source>
        <translation>&amp;Frage</translation>
    </message>
    <message>
        <source>S&amp;hown</source>
        <translation>Ge&amp;zeigt</translation>
    </message>
    <message>
        <source>&amp;At token</source>
        <translation>&amp;An Token</translation>
    </message>
    <message>
        <source>The token at which the prediction is read</source>
        <translation>Das Token, an dem die Antwort gelesen wird</translation>
    </message>
    <message>
        <source>&amp;Prediction</source>
        <translation>A&amp;ntwort</translation>
    </message>
    <message>
        <source>The token or class that is watched: a likely one, or any that you type</source>
        <translation>Das beobachtete Token oder die Klasse: eine wahrscheinliche oder jede, die Sie eingeben</translation>
    </message>
    <message>
        <source>&amp;less</source>
        <translation>&amp;minus</translation>
    </message>
    <message>
        <source>&amp;Key</source>
        <translation>&amp;Schlüssel</translation>
    </message>
    <message>
        <source>The token that the selected head looks at from that position</source>
        <translation>Das Token, auf das der gewählte Kopf von dieser Stelle aus blickt</translation>
    </message>
    <message>
        <source>E&amp;dges from</source>
        <translation>&amp;Kanten ab</translation>
    </message>
    <message>
        <source>%1 of the strongest</source>
        <translation>%1 der stärksten</translation>
    </message>
    <message>
        <source>the runner-up</source>
        <translation>die zweite</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>%1   %2</source>
        <translation>%1   %2</translation>
    </message>
    <message>
        <source>No model has run: attention from a file has nothing to ask.</source>
        <translation>Es lief kein Modell: Aufmerksamkeit aus einer Datei kann man nichts fragen.</translation>
    </message>
    <message>
        <source>This model has no output head, so there is nothing to predict.</source>
        <translation>Dieses Modell hat keinen Ausgabekopf und sagt nichts vorher.</translation>
    </message>
    <message>
        <source>Running…</source>
        <translation>Wird gelesen…</translation>
    </message>
    <message>
        <source>This picture is of another text. Measure again to update.</source>
        <translation>Dieses Bild ist von einem anderen Text. Messen Sie, um es neu zu zeichnen.</translation>
    </message>
    <message>
        <source>No model has run.</source>
        <translation>Es lief kein Modell.</translation>
    </message>
    <message>
        <source>The token or class to subtract: what both have in common cancels out</source>
        <translation>Das Token oder die Klasse, die abgezogen wird: Was beide gemeinsam haben, hebt sich auf</translation>
    </message>
    <message>
        <source>the most likely</source>
        <translation>die wahrscheinlichste</translation>
    </message>
    <message>
        <source>the most likely of text B</source>
        <translation>die wahrscheinlichste von Text B</translation>
    </message>
    <message>
        <source>The two texts must have equally many tokens: the first has %1, the second %2.</source>
        <translation>Beide Texte müssen gleich viele Token haben: der erste hat %1, der zweite %2.</translation>
    </message>
    <message>
        <source>Stopped: the picture shows what had been measured. Measure again for the rest.</source>
        <translation>Angehalten: Das Bild zeigt, was gemessen war. Erneut messen für den Rest.</translation>
    </message>
    <message>
        <source>&amp;Noise on</source>
        <translation>&amp;Rauschen auf</translation>
    </message>
    <message>
        <source>The subject to hide: words of the text, numbers or ranges, separated by commas</source>
        <translation>Das zu verdeckende Subjekt: Wörter des Textes, Nummern oder Bereiche, durch Kommas getrennt</translation>
    </message>
    <message>
        <source>This compares two texts of equally many tokens, the second with one thing changed: “Tom Brown …” and “Tom Sawyer …”. Type it as the second text (Compare).</source>
        <translation>Dies vergleicht zwei Texte mit gleich vielen Token, im zweiten ist eine Sache anders: „Tom Brown …“ und „Tom Sawyer …“. Geben Sie ihn als zweiten Text ein (Vergleichen).</translation>
    </message>
</context>
<context>
    <name>headlight::ColouredTextView</name>
    <message>
        <source>Coloured text</source>
        <translation>Gefärbter Text</translation>
    </message>
</context>
<context>
    <name>headlight::CommandPalette</name>
    <message>
        <source>Command palette</source>
        <translation>Befehlspalette</translation>
    </message>
    <message>
        <source>Command, head such as 1.3, token, model, example, guide page or change</source>
        <translation>Befehl, Kopf wie 1.3, Token, Modell, Beispiel, Seite der Anleitung oder Änderung</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Matches</source>
        <translation>Treffer</translation>
    </message>
    <message>
        <source>No match</source>
        <translation>Kein Treffer</translation>
    </message>
</context>
<context>
    <name>headlight::ComparisonPane</name>
    <message>
        <source>Most different rows</source>
        <translation>Zeilen, die sich am meisten unterscheiden</translation>
    </message>
    <message>
        <source>Jensen–Shannon divergence of each row, in nats; at most 0.6931</source>
        <translation>Jensen-Shannon-Divergenz jeder Zeile, in Nats; höchstens 0,6931</translation>
    </message>
    <message>
        <source>Rows that differ most, with their divergence in nats</source>
        <translation>Zeilen, die sich am meisten unterscheiden, mit ihrer Divergenz in Nats</translation>
    </message>
    <message>
        <source>Head comparison progress</source>
        <translation>Fortschritt des Vergleichs aller Köpfe</translation>
    </message>
    <message>
        <source>Heads with their divergence in nats</source>
        <translation>Köpfe mit ihrer Divergenz in Nats</translation>
    </message>
    <message>
        <source>Compare with another text (Ctrl+B) or another model, or subtract a head in a panel&apos;s menu.</source>
        <translation>Vergleichen Sie mit einem anderen Text (Strg+B) oder Modell, oder ziehen Sie im Menü einer Ansicht einen Kopf ab.</translation>
    </message>
    <message>
        <source>Running…</source>
        <translation>Wird gelesen…</translation>
    </message>
    <message>
        <source>Most similar heads</source>
        <translation>Köpfe, die diesem am ähnlichsten sind</translation>
    </message>
    <message>
        <source>Most different heads</source>
        <translation>Köpfe, die sich am meisten unterscheiden</translation>
    </message>
    <message>
        <source>Jensen–Shannon divergence, mean over rows, in nats</source>
        <translation>Jensen-Shannon-Divergenz, Mittel über die Zeilen, in Nats</translation>
    </message>
    <message>
        <source>Jensen–Shannon</source>
        <translation>Jensen–Shannon</translation>
    </message>
    <message>
        <source>%1 nats</source>
        <translation>%1 Nats</translation>
    </message>
    <message>
        <source>% of maximum</source>
        <translation>Vom größtmöglichen</translation>
    </message>
    <message>
        <source>Correlation</source>
        <translation>Korrelation</translation>
    </message>
    <message>
        <source>Largest difference</source>
        <translation>Größter Unterschied</translation>
    </message>
</context>
<context>
    <name>headlight::ContactsWindow</name>
    <message>
        <source>Contacts</source>
        <translation>Kontakte</translation>
    </message>
    <message>
        <source>Predicted contacts of residues; arrow keys move</source>
        <translation>Vorhergesagte Kontakte von Resten; Pfeiltasten bewegen</translation>
    </message>
    <message>
        <source>Contacts progress</source>
        <translation>Fortschritt der Kontakte</translation>
    </message>
    <message>
        <source>This model predicts no contacts. Open a protein model with a contact head, such as ESM-2.</source>
        <translation>Dieses Modell sagt keine Kontakte vorher. Öffnen Sie ein Proteinmodell mit Kontaktkopf wie ESM-2.</translation>
    </message>
</context>
<context>
    <name>headlight::ConversationEditor</name>
    <message>
        <source>Turns of the conversation</source>
        <translation>Beiträge des Gesprächs</translation>
    </message>
    <message>
        <source>Add turn</source>
        <translation>Beitrag hinzufügen</translation>
    </message>
    <message>
        <source>Add a turn at the end</source>
        <translation>Am Ende einen Beitrag hinzufügen</translation>
    </message>
    <message>
        <source>System prompt</source>
        <translation>System-Prompt</translation>
    </message>
    <message>
        <source>Add a system prompt</source>
        <translation>Einen System-Prompt hinzufügen</translation>
    </message>
    <message>
        <source>Add a first turn that tells the model how to behave</source>
        <translation>Einen ersten Beitrag hinzufügen, der dem Modell sagt, wie es sich verhalten soll</translation>
    </message>
    <message>
        <source>End of the conversation</source>
        <translation>Ende des Gesprächs</translation>
    </message>
    <message>
        <source>Where the model stops reading, and goes on when it generates</source>
        <translation>Wo das Modell zu lesen aufhört und beim Generieren weitermacht</translation>
    </message>
    <message>
        <source>end after last turn</source>
        <translation>nach dem letzten Beitrag enden</translation>
    </message>
    <message>
        <source>begin the answer</source>
        <translation>die Antwort beginnen</translation>
    </message>
    <message>
        <source>continue last turn</source>
        <translation>letzten Beitrag fortsetzen</translation>
    </message>
</context>
<context>
    <name>headlight::CorpusWindow</name>
    <message>
        <source>Over many texts</source>
        <translation>Über viele Texte</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>S&amp;peichern…</translation>
    </message>
    <message>
        <source>Every head over all texts; arrow keys move, Return selects</source>
        <translation>Jeder Kopf über alle Texte; Pfeiltasten bewegen, Eingabe wählt</translation>
    </message>
    <message>
        <source>Progress over many texts</source>
        <translation>Fortschritt über viele Texte</translation>
    </message>
    <message>
        <source>&amp;Limit</source>
        <translation>&amp;Grenze</translation>
    </message>
    <message>
        <source>scatter</source>
        <translation>Streudiagramm</translation>
    </message>
    <message>
        <source>atlas</source>
        <translation>Atlas</translation>
    </message>
    <message>
        <source>S&amp;how</source>
        <translation>&amp;Zeigen</translation>
    </message>
    <message>
        <source>What one head does over all texts</source>
        <translation>Was ein Kopf über alle Texte tut</translation>
    </message>
    <message>
        <source>Texts from the strongest to the weakest; Return opens one</source>
        <translation>Texte vom stärksten zum schwächsten; Eingabe öffnet einen</translation>
    </message>
    <message>
        <source>Double-click opens the text at this head</source>
        <translation>Doppelklick öffnet den Text bei diesem Kopf</translation>
    </message>
    <message>
        <source>Measure runs %1 over the first %2 texts of %3 and shows what each head does over all of them.</source>
        <translation>Messen führt %1 über die ersten %2 Texte von %3 aus und zeigt, was jeder Kopf über alle hinweg tut.</translation>
    </message>
    <message>
        <source>Choose texts</source>
        <translation>Texte wählen</translation>
    </message>
    <message>
        <source>Save statistics</source>
        <translation>Statistiken speichern</translation>
    </message>
    <message>
        <source>Statistics of heads (*.headstats)</source>
        <translation>Statistiken der Köpfe (*.headstats)</translation>
    </message>
    <message>
        <source>%1 texts, %2 per second, %3 left</source>
        <translation>%1 Texte, %2 je Sekunde, noch %3</translation>
    </message>
    <message>
        <source>head card</source>
        <translation>Kopfkarte</translation>
    </message>
    <message>
        <source>differences</source>
        <translation>Unterschiede</translation>
    </message>
    <message>
        <source>differences as atlas</source>
        <translation>Unterschiede als Atlas</translation>
    </message>
    <message>
        <source>curves</source>
        <translation>Kurven</translation>
    </message>
    <message>
        <source>heads by step</source>
        <translation>Köpfe nach Schritt</translation>
    </message>
    <message>
        <source>atlas of a step</source>
        <translation>Atlas eines Schritts</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>Ö&amp;ffnen</translation>
    </message>
    <message>
        <source>&amp;Texts or statistics…</source>
        <translation>&amp;Texte oder Statistiken…</translation>
    </message>
    <message>
        <source>Compare &amp;with statistics…</source>
        <translation>&amp;Vergleichen mit Statistiken…</translation>
    </message>
    <message>
        <source>Choose statistics to compare with</source>
        <translation>Statistiken zum Vergleich wählen</translation>
    </message>
    <message>
        <source>&amp;End comparison</source>
        <translation>Vergleich &amp;beenden</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keines</translation>
    </message>
    <message>
        <source>Where heads should attend: each gets a score next to the chance level of even attention</source>
        <translation>Worauf Köpfe achten sollen: Jeder erhält einen Wert neben dem Zufallsniveau gleichmäßiger Aufmerksamkeit</translation>
    </message>
    <message>
        <source>&amp;Pattern</source>
        <translation>&amp;Muster</translation>
    </message>
    <message>
        <source>Metri&amp;c</source>
        <translation>&amp;Kennzahl</translation>
    </message>
    <message>
        <source>&amp;against</source>
        <translation>&amp;gegen</translation>
    </message>
    <message>
        <source>S&amp;tep</source>
        <translation>Sc&amp;hritt</translation>
    </message>
    <message>
        <source>Reading statistics…</source>
        <translation>Statistiken werden gelesen…</translation>
    </message>
    <message>
        <source>Texts and statistics (*.txt *.jsonl *.csv *.tsv *.conllu *.json *.headstats)</source>
        <translation>Texte und Statistiken (*.txt *.jsonl *.csv *.tsv *.conllu *.json *.headstats)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Tabelle (*.csv)</translation>
    </message>
    <message>
        <source>Table (*.json)</source>
        <translation>Tabelle (*.json)</translation>
    </message>
    <message>
        <source>%1 steps, %2 to %3</source>
        <translation>%1 Schritte, %2 bis %3</translation>
    </message>
    <message>
        <source>&amp;Checkpoints over training (folder)…</source>
        <translation>Stände eines &amp;Trainings (Ordner)…</translation>
    </message>
    <message>
        <source>Choose a folder of statistics or of models</source>
        <translation>Ordner mit Statistiken oder Modellen wählen</translation>
    </message>
    <message>
        <source>Training of %1 (built in)</source>
        <translation>Training von %1 (eingebaut)</translation>
    </message>
    <message>
        <source>Measure runs each step of %1 over the first %2 texts of %3 and shows what its heads become.</source>
        <translation>Messen führt jeden Stand von %1 über die ersten %2 Texte von %3 aus und zeigt, was aus seinen Köpfen wird.</translation>
    </message>
    <message>
        <source>loss without each head</source>
        <translation>Verlust ohne jeden Kopf</translation>
    </message>
    <message>
        <source>losses as atlas</source>
        <translation>Verluste als Atlas</translation>
    </message>
    <message>
        <source>attention</source>
        <translation>Attention</translation>
    </message>
    <message>
        <source>ablation, zero</source>
        <translation>Ablation, null</translation>
    </message>
    <message>
        <source>ablation, mean</source>
        <translation>Ablation, Mittelwert</translation>
    </message>
    <message>
        <source>What each head does, or what the prediction loses without it</source>
        <translation>Was jeder Kopf tut, oder was die Vorhersage ohne ihn verliert</translation>
    </message>
    <message>
        <source>M&amp;easured</source>
        <translation>G&amp;emessen</translation>
    </message>
    <message>
        <source>Measure runs %1 over the first %2 texts of %3, once more without each head in turn, and shows what the predictions lose.</source>
        <translation>Messen lässt %1 die ersten %2 Texte von %3 lesen, dann noch einmal ohne jeden Kopf der Reihe nach, und zeigt, was die Vorhersagen verlieren.</translation>
    </message>
    <message>
        <source>A training is measured by the attention of its steps; ablation needs texts and one model.</source>
        <translation>Ein Training wird an der Attention seiner Schritte gemessen; Ablation braucht Texte und ein Modell.</translation>
    </message>
    <message>
        <source>Add to &amp;deck</source>
        <translation>Zum Foliensatz &amp;hinzufügen</translation>
    </message>
    <message>
        <source>A slide of statistics names their file: save or open them first</source>
        <translation>Eine Folie mit Statistiken nennt deren Datei: erst speichern oder öffnen</translation>
    </message>
    <message>
        <source>This &amp;picture</source>
        <translation>Dieses &amp;Bild</translation>
    </message>
    <message>
        <source>Head &amp;card</source>
        <translation>Kopf&amp;karte</translation>
    </message>
    <message>
        <source>Running the first texts…</source>
        <translation>Die ersten Texte laufen…</translation>
    </message>
    <message>
        <source>Ablation: %1</source>
        <translation>Ablation: %1</translation>
    </message>
    <message>
        <source>Attention: %1; ablation follows</source>
        <translation>Attention: %1; danach Ablation</translation>
    </message>
    <message>
        <source>The ablation is not in this file; save a table to keep it.</source>
        <translation>Die Ablation ist nicht in dieser Datei; eine Tabelle behält sie.</translation>
    </message>
</context>
<context>
    <name>headlight::CostWindow</name>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>Cost by text length</source>
        <translation>Kosten über der Länge des Textes</translation>
    </message>
    <message>
        <source>&amp;Window size</source>
        <translation>&amp;Fenster der gefensterten Kurven</translation>
    </message>
    <message>
        <source> tokens</source>
        <translation> Tokens</translation>
    </message>
</context>
<context>
    <name>headlight::Deck</name>
    <message>
        <source>deck: expected at least one slide, found none</source>
        <translation>Foliensatz: mindestens eine Folie erwartet, keine gefunden</translation>
    </message>
    <message>
        <source>deck: expected a text in the main window, found none</source>
        <translation>Foliensatz: ein Text im Hauptfenster erwartet, keiner gefunden</translation>
    </message>
</context>
<context>
    <name>headlight::DeckWindow</name>
    <message>
        <source>Deck</source>
        <translation>Foliensatz</translation>
    </message>
    <message>
        <source>Slides</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>No slides yet. Press Ctrl+D to add the current panel.</source>
        <translation>Noch nichts hier. Strg+D fügt beim Erkunden die aktuelle Ansicht hinzu.</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Move up (Alt+Up)</source>
        <translation>Früher im Foliensatz (Alt+Hoch)</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Move down (Alt+Down)</source>
        <translation>Später im Foliensatz (Alt+Runter)</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove from deck (Undo restores)</source>
        <translation>Aus dem Foliensatz nehmen; Rückgängig bringt es zurück</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Slide title</source>
        <translation>Titel der Seite</translation>
    </message>
    <message>
        <source>Say what the slide shows</source>
        <translation>Ein Satz, der sagt, was man sieht</translation>
    </message>
    <message>
        <source>Slide text</source>
        <translation>Satz der Seite</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>PowerPoint</source>
        <translation>PowerPoint</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>Web page</source>
        <translation>Webseite</translation>
    </message>
    <message>
        <source>Aspect ratio</source>
        <translation>Form der Seiten</translation>
    </message>
    <message>
        <source>16:9</source>
        <translation>16:9</translation>
    </message>
    <message>
        <source>4:3</source>
        <translation>4:3</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Farbschema</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Include texts and session</source>
        <translation>Texte und Sitzung einschließen</translation>
    </message>
    <message>
        <source>Turn off for confidential work: tokens become numbers, no texts are stored</source>
        <translation>Aus für Vertrauliches: Zahlen statt Tokens, und nichts von den Texten in der Datei</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Export deck</source>
        <translation>Foliensatz exportieren</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Durchsuchen…</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>Ohne Titel</translation>
    </message>
    <message>
        <source>Open in window</source>
        <translation>Im Fenster öffnen</translation>
    </message>
    <message>
        <source>Show this slide in the main window (Return)</source>
        <translation>Diese Folie im Hauptfenster zeigen (Eingabetaste)</translation>
    </message>
    <message>
        <source>Present…</source>
        <translation>Vortragen…</translation>
    </message>
    <message>
        <source>The pages on one screen, notes and the next page on the other (F5)</source>
        <translation>Die Seiten auf einem Bildschirm, Notizen und die nächste Seite auf dem anderen (F5)</translation>
    </message>
    <message>
        <source>Hypothesis</source>
        <translation>Hypothese</translation>
    </message>
    <message>
        <source>Doubt</source>
        <translation>Zweifel</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Kind of note</source>
        <translation>Art der Notiz</translation>
    </message>
    <message>
        <source>What the slide is in a notebook: the word begins its text</source>
        <translation>Was die Folie in einem Notizbuch ist: das Wort beginnt ihren Text</translation>
    </message>
    <message>
        <source>Slide</source>
        <translation>Folie</translation>
    </message>
    <message>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
</context>
<context>
    <name>headlight::DifferencesWindow</name>
    <message>
        <source>Two models</source>
        <translation>Zwei Modelle</translation>
    </message>
    <message>
        <source>Differences of two models; arrow keys move</source>
        <translation>Unterschiede zweier Modelle; Pfeiltasten bewegen</translation>
    </message>
    <message>
        <source>Comparison progress</source>
        <translation>Fortschritt des Vergleichs</translation>
    </message>
    <message>
        <source>Tensor</source>
        <translation>Tensor</translation>
    </message>
    <message>
        <source>In the finer file</source>
        <translation>In der feineren Datei</translation>
    </message>
    <message>
        <source>Data type, finer</source>
        <translation>Zahlenformat, feiner</translation>
    </message>
    <message>
        <source>Data type, other</source>
        <translation>Zahlenformat, andere</translation>
    </message>
    <message>
        <source>Relative error</source>
        <translation>Relativer Fehler</translation>
    </message>
    <message>
        <source>Largest difference</source>
        <translation>Größter Unterschied</translation>
    </message>
    <message>
        <source>All tensors with their errors</source>
        <translation>Alle Tensoren mit ihren Fehlern</translation>
    </message>
    <message>
        <source>Open a second file of the model with File → Compare with another model: another quantisation, or what was fine-tuned of it.</source>
        <translation>Öffnen Sie mit Datei → Mit einem anderen Modell vergleichen eine zweite Datei des Modells: eine andere Quantisierung oder was daraus durch Feinabstimmung wurde.</translation>
    </message>
    <message>
        <source>Running…</source>
        <translation>Wird gelesen…</translation>
    </message>
    <message>
        <source>No model has run: attention from a file has no weights.</source>
        <translation>Kein Modell ist gelaufen: Aufmerksamkeit aus einer Datei hat keine Modellgewichte.</translation>
    </message>
</context>
<context>
    <name>headlight::DrawingGrid</name>
    <message>
        <source>%1 → %2</source>
        <comment>from a token to a token</comment>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>%1, drawn</source>
        <translation>%1, gezeichnet</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>headlight::EffectPane</name>
    <message>
        <source>Predictions before and after; select one to track</source>
        <translation>Antworten vor und nach den Änderungen; wählen Sie eine, um sie zu beobachten</translation>
    </message>
    <message>
        <source>Prediction</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
    <message>
        <source>Δ ln p</source>
        <translation>Δ ln p</translation>
    </message>
    <message>
        <source>Change of the log-probability, in nats</source>
        <translation>Änderung der Log-Wahrscheinlichkeit, in Nats</translation>
    </message>
    <message>
        <source>Which head matters for this word?</source>
        <translation>Welcher Kopf zählt für dieses Wort?</translation>
    </message>
    <message>
        <source>Switches each head off in turn and shows its effect on the tracked prediction</source>
        <translation>Schaltet jeden Kopf der Reihe nach ab und zeigt, was das mit der beobachteten Antwort macht</translation>
    </message>
    <message>
        <source>Ablation progress</source>
        <translation>Fortschritt des Abschaltens aller Köpfe</translation>
    </message>
    <message>
        <source>Change in log-probability without each head</source>
        <translation>Köpfe und wie sich ohne sie die Log-Wahrscheinlichkeit der Antwort ändert</translation>
    </message>
    <message>
        <source>Show as a map…</source>
        <translation>Als Karte zeigen…</translation>
    </message>
    <message>
        <source>Every head in its place, layer by layer, with zero or mean ablation</source>
        <translation>Jeder Kopf an seinem Platz, Schicht um Schicht, mit Null- oder Mittelwert-Ablation</translation>
    </message>
    <message>
        <source>Heads with shifted attention</source>
        <translation>Köpfe, die jetzt woanders hinschauen</translation>
    </message>
    <message>
        <source>Jensen–Shannon divergence of their attention, mean over rows, in nats</source>
        <translation>Jensen-Shannon-Divergenz ihrer Aufmerksamkeit, Mittel über die Zeilen, in Nats</translation>
    </message>
    <message>
        <source>Before/after comparison progress</source>
        <translation>Fortschritt des Vergleichs vorher und nachher</translation>
    </message>
    <message>
        <source>Heads with shifted attention and their divergence in nats</source>
        <translation>Köpfe mit verschobener Aufmerksamkeit und ihre Divergenz in Nats</translation>
    </message>
    <message>
        <source>Show the difference</source>
        <translation>Den Unterschied zeigen</translation>
    </message>
    <message>
        <source>With changes, without changes, and the difference</source>
        <translation>Mit Änderungen, ohne Änderungen und der Unterschied</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Running…</source>
        <translation>Wird gelesen…</translation>
    </message>
    <message>
        <source>Prediction for the text</source>
        <translation>Was das Modell zum Text sagt</translation>
    </message>
    <message>
        <source>Next token after “%1” (%2)</source>
        <translation>Was auf „%1“ (%2) folgt</translation>
    </message>
    <message>
        <source>Prediction for “%1” (%2)</source>
        <translation>Was für „%1“ (%2) steht</translation>
    </message>
    <message>
        <source>Class of “%1” (%2)</source>
        <translation>Was „%1“ (%2) ist</translation>
    </message>
    <message>
        <source>This model has no output head, so it predicts nothing.</source>
        <translation>Dieses Modell hat keinen Ausgabekopf: Es sagt nichts.</translation>
    </message>
    <message>
        <source>Pin a token or type a mask token to see a prediction.</source>
        <translation>Heften Sie ein Token an oder schreiben Sie eine Maske, um zu sehen, was das Modell dort sagt.</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source> ± %1</source>
        <translation> ± %1</translation>
    </message>
    <message>
        <source>“%1”: %2 before, %3 after</source>
        <translation>„%1“: %2 vorher, %3 nachher</translation>
    </message>
    <message>
        <source>“%1”: %2 → %3, Δ log-probability %4 nats. </source>
        <translation>„%1“: %2 → %3, Δ Log-Wahrscheinlichkeit %4 Nats. </translation>
    </message>
    <message>
        <source>Whole prediction: KL divergence %1 nats.</source>
        <translation>Alle Antworten zusammen: KL-Divergenz %1 Nats.</translation>
    </message>
    <message>
        <source> After: mean of %1 draws ± their standard deviation.</source>
        <translation> Nachher: Mittel von %1 Ziehungen ± ihre Standardabweichung.</translation>
    </message>
    <message>
        <source>No head shifts its attention</source>
        <translation>Kein Kopf verschiebt seine Aufmerksamkeit</translation>
    </message>
    <message>
        <source>Δ log-probability of “%1” without each head, in nats; largest first</source>
        <translation>Δ Log-Wahrscheinlichkeit von „%1“ ohne jeden Kopf, in Nats; die größte zuerst</translation>
    </message>
    <message>
        <source>No single head changes the log-probability of “%1”</source>
        <translation>Kein Kopf allein ändert die Log-Wahrscheinlichkeit von „%1“</translation>
    </message>
    <message>
        <source>Head %1</source>
        <translation>Kopf %1</translation>
    </message>
</context>
<context>
    <name>headlight::ExpertsView</name>
    <message>
        <source>Experts of each token; arrow keys move, Return stresses the expert</source>
        <translation>Experten jedes Tokens; Pfeiltasten bewegen, Eingabe hebt den Experten hervor</translation>
    </message>
</context>
<context>
    <name>headlight::ExpertsWindow</name>
    <message>
        <source>Experts</source>
        <translation>Experten</translation>
    </message>
    <message>
        <source>layers and tokens</source>
        <translation>Schichten und Tokens</translation>
    </message>
    <message>
        <source>load</source>
        <translation>Auslastung</translation>
    </message>
    <message>
        <source>text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>S&amp;hown</source>
        <translation>&amp;Zeigen</translation>
    </message>
    <message>
        <source>&amp;Layer</source>
        <translation>S&amp;chicht</translation>
    </message>
    <message>
        <source>E&amp;xpert</source>
        <translation>E&amp;xperte</translation>
    </message>
    <message>
        <source>Switch &amp;off</source>
        <translation>&amp;Abschalten</translation>
    </message>
    <message>
        <source>Adds a change: the router may not choose this expert</source>
        <translation>Fügt eine Änderung hinzu: Der Router darf diesen Experten nicht wählen</translation>
    </message>
    <message>
        <source>&amp;Force</source>
        <translation>Er&amp;zwingen</translation>
    </message>
    <message>
        <source>Adds a change: the router must choose this expert</source>
        <translation>Fügt eine Änderung hinzu: Der Router muss diesen Experten wählen</translation>
    </message>
    <message>
        <source>Experts of each token; arrow keys move, Return chooses the expert</source>
        <translation>Experten jedes Tokens; Pfeiltasten bewegen, Eingabe wählt den Experten</translation>
    </message>
    <message>
        <source>This model has no experts. Open a mixture of experts, such as Mixtral or Qwen3-MoE.</source>
        <translation>Dieses Modell hat keine Experten. Öffnen Sie eine Expertenmischung wie Mixtral oder Qwen3-MoE.</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
</context>
<context>
    <name>headlight::ExportDialog</name>
    <message>
        <source>Export figure</source>
        <translation>Abbildung exportieren</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>F&amp;ile</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Durchsuchen…</translation>
    </message>
    <message>
        <source>PNG (raster)</source>
        <translation>PNG, Pixel</translation>
    </message>
    <message>
        <source>SVG (vector)</source>
        <translation>SVG, Vektoren</translation>
    </message>
    <message>
        <source>PDF (vector)</source>
        <translation>PDF, Vektoren</translation>
    </message>
    <message>
        <source>PowerPoint, editable shapes</source>
        <translation>PowerPoint, bearbeitbare Formen</translation>
    </message>
    <message>
        <source>Web page, one file</source>
        <translation>Webseite, eine Datei</translation>
    </message>
    <message>
        <source>Custom size</source>
        <translation>Eigene Größe</translation>
    </message>
    <message>
        <source>16:9</source>
        <translation>16:9</translation>
    </message>
    <message>
        <source>4:3</source>
        <translation>4:3</translation>
    </message>
    <message>
        <source>Width in pixels</source>
        <translation>Breite in Pixeln</translation>
    </message>
    <message>
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <source>Height in pixels</source>
        <translation>Höhe in Pixeln</translation>
    </message>
    <message>
        <source>Pixels per inch</source>
        <translation>Pixel je Zoll</translation>
    </message>
    <message>
        <source> dpi</source>
        <translation> dpi</translation>
    </message>
    <message>
        <source>More pixels per inch make text and lines larger in pixels</source>
        <translation>Mehr Pixel pro Zoll machen Text und Linien in Pixeln größer</translation>
    </message>
    <message>
        <source>&amp;Size</source>
        <translation>&amp;Größe</translation>
    </message>
    <message>
        <source>&amp;Slide</source>
        <translation>&amp;Folie</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Abbildung</translation>
    </message>
    <message>
        <source>&amp;What</source>
        <translation>Wa&amp;s</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>F&amp;ormat</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>As in the window</source>
        <translation>Wie im Fenster</translation>
    </message>
    <message>
        <source>Default font</source>
        <translation>Übliche Schrift</translation>
    </message>
    <message>
        <source>Size of labels in points</source>
        <translation>Größe der Beschriftung in Punkt</translation>
    </message>
    <message>
        <source> pt</source>
        <translation> pt</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Passend</translation>
    </message>
    <message>
        <source>Size of labels; 0 fits them to the figure</source>
        <translation>Größe der Beschriftung; 0 passt sie der Abbildung an</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Rechts</translation>
    </message>
    <message>
        <source>Below</source>
        <translation>Unten</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>Farb&amp;schema</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>Far&amp;ben</translation>
    </message>
    <message>
        <source>Te&amp;xt</source>
        <translation>Te&amp;xt</translation>
    </message>
    <message>
        <source>&amp;Legend</source>
        <translation>&amp;Legende</translation>
    </message>
    <message>
        <source>T&amp;itle</source>
        <translation>T&amp;itel</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>C&amp;aption</source>
        <translation>&amp;Unterschrift</translation>
    </message>
    <message>
        <source>Model, text and how to read the colours</source>
        <translation>Modell, Text und wie die Farben zu lesen sind</translation>
    </message>
    <message>
        <source>Your own sentence</source>
        <translation>Ein eigener Satz</translation>
    </message>
    <message>
        <source>&amp;Numbers in cells</source>
        <translation>&amp;Zahlen in den Zellen</translation>
    </message>
    <message>
        <source>Percentages in the cells of a heatmap, when they fit</source>
        <translation>Prozentzahlen in den Zellen einer Heatmap, wenn sie passen</translation>
    </message>
    <message>
        <source>Transparent &amp;background</source>
        <translation>D&amp;urchsichtiger Hintergrund</translation>
    </message>
    <message>
        <source>Includ&amp;e text and session</source>
        <translation>Text und Sitzung in der Datei &amp;behalten</translation>
    </message>
    <message>
        <source>Turn off for confidential work: tokens become numbers, no text is stored</source>
        <translation>Aus für Vertrauliches: Zahlen statt Tokens, und nichts vom Text in der Datei</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Callouts</source>
        <translation>Hinweise</translation>
    </message>
    <message>
        <source>Click a cell or token to add a callout, or use arrow keys and Return.</source>
        <translation>Klicken Sie im Bild auf eine Zelle oder ein Token, um es zu markieren, oder gehen Sie mit den Pfeiltasten hin und drücken Sie Eingabe.</translation>
    </message>
    <message>
        <source>Remove the mark: %1</source>
        <translation>Die Markierung entfernen: %1</translation>
    </message>
    <message>
        <source>Title and caption become text of the slide.</source>
        <translation>Titel und Unterschrift sind Texte der Folie.</translation>
    </message>
    <message>
        <source>%1 × %2 inches</source>
        <translation>%1 × %2 Zoll</translation>
    </message>
    <message>
        <source>Drop the file on Headlight to restore this session.</source>
        <translation>Wird die Datei auf Headlight gezogen, öffnet sie diese Sitzung wieder.</translation>
    </message>
    <message>
        <source>Tokens are numbered. The file contains no session.</source>
        <translation>Tokens sind nummeriert. Die Datei enthält keine Sitzung.</translation>
    </message>
    <message>
        <source>PNG (*.png)</source>
        <translation>PNG (*.png)</translation>
    </message>
    <message>
        <source>SVG (*.svg)</source>
        <translation>SVG (*.svg)</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>PowerPoint (*.pptx)</source>
        <translation>PowerPoint (*.pptx)</translation>
    </message>
    <message>
        <source>Web page (*.html)</source>
        <translation>Webseite (*.html)</translation>
    </message>
    <message>
        <source>How the figure is exported</source>
        <translation>Wie die Abbildung exportiert wird</translation>
    </message>
    <message>
        <source>Visible part</source>
        <translation>Sichtbarer Teil</translation>
    </message>
    <message>
        <source>Whole map</source>
        <translation>Ganze Karte</translation>
    </message>
    <message>
        <source>The map is zoomed: export the visible part or all of it</source>
        <translation>Die Karte ist vergrößert: den sichtbaren Teil oder alles exportieren</translation>
    </message>
    <message>
        <source>&amp;Part</source>
        <translation>A&amp;usschnitt</translation>
    </message>
    <message>
        <source>Sentence below the title</source>
        <translation>Satz unter dem Titel</translation>
    </message>
</context>
<context>
    <name>headlight::FigureCanvas</name>
    <message>
        <source>No picture yet</source>
        <translation>Noch kein Bild</translation>
    </message>
</context>
<context>
    <name>headlight::FigureCommands</name>
    <message>
        <source>&amp;Export figure…</source>
        <translation>Abbildung ex&amp;portieren…</translation>
    </message>
    <message>
        <source>Add to &amp;deck</source>
        <translation>Zum Foliensatz &amp;hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Copy figure</source>
        <translation>Abbildung ko&amp;pieren</translation>
    </message>
    <message>
        <source>Copy figure (outside a text field)</source>
        <translation>Die Abbildung kopieren (außerhalb eines Textfelds)</translation>
    </message>
    <message>
        <source>Copy &amp;numbers</source>
        <translation>&amp;Zahlen kopieren</translation>
    </message>
    <message>
        <source>Copy numbers as a table for spreadsheets</source>
        <translation>Zahlen als Tabelle für Tabellenprogramme kopieren</translation>
    </message>
    <message>
        <source>Saved to %1</source>
        <translation>Nach %1 geschrieben</translation>
    </message>
    <message>
        <source>Open file</source>
        <translation>Datei öffnen</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
    <message>
        <source>Copied as picture and as vectors</source>
        <translation>Als Bild und als Vektoren kopiert</translation>
    </message>
    <message>
        <source>Heatmap too large to copy. Export it instead.</source>
        <translation>Die Karte ist zu groß für die Zwischenablage.</translation>
    </message>
    <message>
        <source>Copied as a table</source>
        <translation>Als Tabelle kopiert</translation>
    </message>
    <message>
        <source>Added as slide %1</source>
        <translation>Seite %1 des Foliensatzes</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>&amp;Drucken…</translation>
    </message>
    <message>
        <source>Print current panel</source>
        <translation>Aktuelles Feld drucken</translation>
    </message>
    <message>
        <source>Copy &amp;as command</source>
        <translation>&amp;Als Befehl kopieren</translation>
    </message>
    <message>
        <source>Copy the command line that draws the current panel</source>
        <translation>Die Befehlszeile kopieren, die die aktuelle Ansicht zeichnet</translation>
    </message>
    <message>
        <source>Copied as a command</source>
        <translation>Als Befehl kopiert</translation>
    </message>
    <message>
        <source>E&amp;xport animation…</source>
        <translation>Animation &amp;exportieren…</translation>
    </message>
    <message>
        <source>This panel shows all heads and there is no model: there is nothing to animate.</source>
        <translation>Diese Ansicht zeigt alle Köpfe, und es gibt kein Modell: Es gibt nichts zu animieren.</translation>
    </message>
</context>
<context>
    <name>headlight::FindBar</name>
    <message>
        <source>Find in the tokens</source>
        <translation>In den Tokens suchen</translation>
    </message>
    <message>
        <source>Find text or token #12</source>
        <translation>Wörter finden, oder #12 für ein Token</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Long-range link</source>
        <translation>Stärkste Fernverbindung</translation>
    </message>
    <message>
        <source>Least distance in tokens</source>
        <translation>Kleinster Abstand in Tokens</translation>
    </message>
    <message>
        <source>≥ </source>
        <translation>≥ </translation>
    </message>
    <message>
        <source> tokens apart</source>
        <translation> Tokens Abstand</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Schließen (Esc)</translation>
    </message>
    <message>
        <source>Looking… %1</source>
        <translation>Suche… %1</translation>
    </message>
    <message>
        <source>Not in the text</source>
        <translation>Nicht im Text</translation>
    </message>
    <message>
        <source>This head has no link between tokens so far apart.</source>
        <translation>Dieser Kopf hat keine Verbindung zwischen so weit entfernten Tokens.</translation>
    </message>
    <message>
        <source>%1 of %2: “%3” → “%4”, %5, %6 apart</source>
        <translation>%1 von %2: „%3“ → „%4“, %5, Abstand %6</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>&amp;Find…</source>
        <translation>S&amp;uchen…</translation>
    </message>
    <message>
        <source>Find ne&amp;xt</source>
        <translation>Weitersu&amp;chen</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>Die nächste Stelle</translation>
    </message>
    <message>
        <source>Find pre&amp;vious</source>
        <translation>&amp;Die Stelle davor suchen</translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation>Die Stelle davor</translation>
    </message>
    <message>
        <source>Next long-range &amp;link</source>
        <translation>Stärkste &amp;Fernverbindung</translation>
    </message>
    <message>
        <source>Next strongest link between distant tokens in this head</source>
        <translation>Geht zur stärksten Verbindung zwischen weit entfernten Tokens im Kopf der aktuellen Ansicht und jedes Mal zur nächsten</translation>
    </message>
</context>
<context>
    <name>headlight::FindWindow</name>
    <message>
        <source>Find heads by drawing</source>
        <translation>Köpfe zeichnend finden</translation>
    </message>
    <message>
        <source>Patterns that describe the drawn cells, the best first; their other cells are outlined</source>
        <translation>Muster, die die gezeichneten Zellen beschreiben, das beste zuerst; ihre übrigen Zellen sind umrandet</translation>
    </message>
    <message>
        <source>As &amp;pattern</source>
        <translation>Als M&amp;uster</translation>
    </message>
    <message>
        <source>Over &amp;many texts…</source>
        <translation>Über &amp;viele Texte…</translation>
    </message>
    <message>
        <source>Ranks all heads by this pattern over many texts</source>
        <translation>Reiht alle Köpfe nach diesem Muster über viele Texte</translation>
    </message>
    <message>
        <source>&amp;Clear</source>
        <translation>&amp;Löschen</translation>
    </message>
    <message>
        <source>Heads by their attention on the drawn cells; arrow keys move, Return selects</source>
        <translation>Köpfe nach ihrer Aufmerksamkeit auf den gezeichneten Zellen; Pfeiltasten bewegen, Eingabe wählt</translation>
    </message>
    <message>
        <source>Search progress</source>
        <translation>Fortschritt der Suche</translation>
    </message>
    <message>
        <source>Cells to draw: rows attend, columns are attended to; arrow keys move, Space draws, Delete clears</source>
        <translation>Zellen zum Zeichnen: Zeilen achten, Spalten werden beachtet; Pfeiltasten bewegen, Leertaste zeichnet, Entf löscht alles</translation>
    </message>
    <message>
        <source>Cells can be drawn for up to %1 tokens; the text has %2.</source>
        <translation>Zellen lassen sich für höchstens %1 Tokens zeichnen; der Text hat %2.</translation>
    </message>
    <message>
        <source>Cells are drawn where a text attends to itself.</source>
        <translation>Zellen werden gezeichnet, wo ein Text sich selbst beachtet.</translation>
    </message>
    <message>
        <source>Draw cells with the pointer: rows attend, columns are attended to. Colours: %1.</source>
        <translation>Zellen mit dem Zeiger zeichnen: Zeilen achten, Spalten werden beachtet. Farben: %1.</translation>
    </message>
    <message>
        <source>No row can be scored: all that it sees is drawn, or its token is a sink.</source>
        <translation>Keine Zeile lässt sich bewerten: Alles, was sie sieht, ist gezeichnet, oder sie steht auf einer Senke.</translation>
    </message>
    <message>
        <source>%1: %2 of the drawn rows’ cells, %3 in the text</source>
        <translation>%1: %2 der Zellen dieser Zeilen, %3 im Text</translation>
    </message>
    <message>
        <source>these places in every text</source>
        <translation>diese Stellen in jedem Text</translation>
    </message>
    <message>
        <source>Heads by drawing</source>
        <translation>Gezeichnet gefundene Köpfe</translation>
    </message>
    <message>
        <source>Filled: the drawn cells. Dashed: the other cells of the pattern.</source>
        <translation>Gefüllt: die gezeichneten Zellen. Gestrichelt: die übrigen Zellen des Musters.</translation>
    </message>
</context>
<context>
    <name>headlight::FlowView</name>
    <message>
        <source>Token flow</source>
        <translation>Token-Fluss</translation>
    </message>
</context>
<context>
    <name>headlight::GenerationBar</name>
    <message>
        <source>Continue text</source>
        <translation>Weiterschreiben</translation>
    </message>
    <message>
        <source>Maximum new tokens</source>
        <translation>Höchstens so viele Tokens</translation>
    </message>
    <message>
        <source> tokens</source>
        <translation> Tokens</translation>
    </message>
    <message>
        <source>Decoding method</source>
        <translation>Wie das nächste Token gewählt wird</translation>
    </message>
    <message>
        <source>greedy</source>
        <translation>jedes Mal das wahrscheinlichste</translation>
    </message>
    <message>
        <source>sampling</source>
        <translation>zufällig gezogen</translation>
    </message>
    <message>
        <source>beam search</source>
        <translation>Beam Search</translation>
    </message>
    <message>
        <source>temperature </source>
        <translation>Temperatur </translation>
    </message>
    <message>
        <source>Above 1 evens the chances out, below 1 sharpens them</source>
        <translation>Über 1 gleicht die Chancen an, unter 1 schärft sie</translation>
    </message>
    <message>
        <source>top-k </source>
        <translation>top-k </translation>
    </message>
    <message>
        <source>Sample from the k most likely tokens; 0 = all</source>
        <translation>Nur so viele der wahrscheinlichsten Tokens; 0 für alle</translation>
    </message>
    <message>
        <source>top-p </source>
        <translation>top-p </translation>
    </message>
    <message>
        <source>Sample from the most likely tokens up to this total probability</source>
        <translation>Nur die wahrscheinlichsten Tokens, die zusammen diese Chance haben</translation>
    </message>
    <message>
        <source>seed </source>
        <translation>Startwert </translation>
    </message>
    <message>
        <source>Same seed, same tokens</source>
        <translation>Derselbe Startwert zieht dieselben Tokens</translation>
    </message>
    <message>
        <source>beams </source>
        <translation>Beams </translation>
    </message>
    <message>
        <source>Candidate texts kept at each step</source>
        <translation>Wie viele Anfänge gleichzeitig behalten werden</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Previous step</source>
        <translation>Der Schritt davor</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>Der nächste Schritt</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Alternatives</source>
        <translation>Was sonst hier hätte stehen können</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>This model cannot continue text.</source>
        <translation>Dieses Modell sagt kein nächstes Token.</translation>
    </message>
    <message>
        <source>Generating…</source>
        <translation>Schreibt…</translation>
    </message>
    <message>
        <source>Step %1 of %2: “%3”, %4</source>
        <translation>Schritt %1 von %2: „%3“, %4</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Continue from this token</source>
        <translation>Das Modell stattdessen mit diesem Token fortfahren lassen</translation>
    </message>
    <message>
        <source>Cont&amp;inue text</source>
        <translation>Weitersc&amp;hreiben</translation>
    </message>
    <message>
        <source>Continue the text token by token; again to stop</source>
        <translation>Das Modell Token für Token weiterschreiben lassen; noch einmal zum Anhalten</translation>
    </message>
    <message>
        <source>Generation &amp;steps</source>
        <translation>&amp;Schritte des Schreibens</translation>
    </message>
    <message>
        <source>&amp;Keep as text</source>
        <translation>Als Text &amp;behalten</translation>
    </message>
    <message>
        <source>Take the generated tokens into the text</source>
        <translation>Die erzeugten Token in den Text übernehmen</translation>
    </message>
</context>
<context>
    <name>headlight::GuideBrowser</name>
    <message>
        <source>Page of the guide</source>
        <translation>Seite des Leitfadens</translation>
    </message>
</context>
<context>
    <name>headlight::GuideWindow</name>
    <message>
        <source>Guide</source>
        <translation>Leitfaden</translation>
    </message>
    <message>
        <source>Pages of the guide</source>
        <translation>Seiten des Leitfadens</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>headlight::HandsOnTour</name>
    <message>
        <source>Tour: two minutes, hands on</source>
        <translation>Tour: zwei Minuten, zum Mitmachen</translation>
    </message>
    <message>
        <source>Try it: each step ticks itself</source>
        <translation>Probieren Sie: Jeder Schritt hakt sich selbst ab</translation>
    </message>
    <message>
        <source>Done: %1</source>
        <translation>Erledigt: %1</translation>
    </message>
    <message>
        <source>To do: %1</source>
        <translation>Zu tun: %1</translation>
    </message>
    <message>
        <source>That is all you need. F1 opens the guide.</source>
        <translation>Mehr brauchen Sie nicht. F1 öffnet die Anleitung.</translation>
    </message>
    <message>
        <source>&amp;Done</source>
        <translation>&amp;Fertig</translation>
    </message>
    <message>
        <source>&amp;Later</source>
        <translation>&amp;Später</translation>
    </message>
</context>
<context>
    <name>headlight::HeadFinder</name>
    <message>
        <source>Filter: 1.* or sink &gt; 0.5</source>
        <translation>Filter: 1.* or sink &gt; 0.5</translation>
    </message>
    <message>
        <source>Filter heads</source>
        <translation>Köpfe filtern</translation>
    </message>
    <message>
        <source>Heads such as 1.* or *.0 2.3; metrics such as induction &gt; 0.5; label:previous; like:3.1; layer:0-2; joined by and, or, not</source>
        <translation>Köpfe wie 1.* oder *.0 2.3; Maße wie induction &gt; 0.5; label:previous; like:3.1; layer:0-2; verbunden durch and, or, not</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Den Filter leeren</translation>
    </message>
</context>
<context>
    <name>headlight::HeadTableModel</name>
    <message>
        <source>score %1, chance level %2</source>
        <translation>Wert %1, Zufallsniveau %2</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>Kopf</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Etikett</translation>
    </message>
</context>
<context>
    <name>headlight::HeadTableWindow</name>
    <message>
        <source>Head table</source>
        <translation>Köpfe in Zahlen</translation>
    </message>
    <message>
        <source>Head table progress</source>
        <translation>Fortschritt des Messens der Köpfe</translation>
    </message>
    <message>
        <source>Heads with labels and metrics; Return opens one</source>
        <translation>Köpfe mit Bezeichnungen und Kennzahlen; Eingabe öffnet einen</translation>
    </message>
    <message>
        <source>One metric of each head by layer; arrow keys move</source>
        <translation>Eine Kennzahl jedes Kopfes nach Schicht; Pfeiltasten bewegen</translation>
    </message>
    <message>
        <source>&amp;Heads</source>
        <translation>&amp;Köpfe</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>&amp;Label</source>
        <translation>E&amp;tikett</translation>
    </message>
    <message>
        <source>&amp;Chart</source>
        <translation>&amp;Diagramm</translation>
    </message>
    <message>
        <source>&amp;Save table…</source>
        <translation>Tabelle &amp;speichern…</translation>
    </message>
    <message>
        <source>Save table</source>
        <translation>Tabelle speichern</translation>
    </message>
    <message>
        <source>Tables (*.csv *.json)</source>
        <translation>Tabellen (*.csv *.json)</translation>
    </message>
</context>
<context>
    <name>headlight::HeatmapView</name>
    <message>
        <source>Heatmap</source>
        <translation>Heatmap</translation>
    </message>
    <message>
        <source>masked for this query</source>
        <translation>für diese Query nicht sichtbar</translation>
    </message>
    <message>
        <source>Overview; drag to move the view</source>
        <translation>Die ganze Karte; ziehen verschiebt den sichtbaren Teil</translation>
    </message>
    <message>
        <source>Overview; drag to move the view.
Cached: %1 of at most %2 MB</source>
        <translation>Übersicht; ziehen verschiebt die Ansicht.
Zwischengespeichert: %1 von höchstens %2 MB</translation>
    </message>
    <message>
        <source>only one side has this token</source>
        <translation>nur eine Seite hat dieses Token</translation>
    </message>
</context>
<context>
    <name>headlight::HistoryCommands</name>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>&amp;Undo %1</source>
        <translation>&amp;Rückgängig: %1</translation>
    </message>
    <message>
        <source>&amp;Redo %1</source>
        <translation>&amp;Wiederholen: %1</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Anfang</translation>
    </message>
</context>
<context>
    <name>headlight::ImageOverlayView</name>
    <message>
        <source>Attention over the image</source>
        <translation>Aufmerksamkeit über dem Bild</translation>
    </message>
</context>
<context>
    <name>headlight::Inspector</name>
    <message>
        <source>Attends to</source>
        <translation>Schaut auf</translation>
    </message>
    <message>
        <source>Attended by</source>
        <translation>Wird angesehen von</translation>
    </message>
    <message>
        <source>Point at a token to see its links; click to pin it.</source>
        <translation>Zeigen Sie auf ein Token, um seine Verbindungen zu sehen; ein Klick hält es fest.</translation>
    </message>
    <message>
        <source>“%1” · token %2</source>
        <translation>„%1“ · Token %2</translation>
    </message>
    <message>
        <source>First token</source>
        <translation>Auf dem ersten Token</translation>
    </message>
    <message>
        <source>Special tokens</source>
        <translation>Auf Sondertokens</translation>
    </message>
    <message>
        <source>Entropy</source>
        <translation>Entropie</translation>
    </message>
    <message>
        <source>%1 nats</source>
        <translation>%1 Nats</translation>
    </message>
    <message>
        <source>Normalised entropy</source>
        <translation>Vom größtmöglichen</translation>
    </message>
    <message>
        <source>Mean row maximum</source>
        <translation>Größtes Gewicht</translation>
    </message>
    <message>
        <source>Every row of this head has missing values</source>
        <translation>Jeder Zeile dieses Kopfes fehlen Werte</translation>
    </message>
    <message>
        <source>Mean distance</source>
        <translation>Abstand</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 Tokens</translation>
    </message>
    <message>
        <source>Previous token</source>
        <translation>Voriges Token</translation>
    </message>
    <message>
        <source>Next token</source>
        <translation>Nächstes Token</translation>
    </message>
    <message>
        <source>Induction</source>
        <translation>Nach gleichem Token</translation>
    </message>
    <message>
        <source>Coverage of the source</source>
        <translation>Abdeckung der Quelle</translation>
    </message>
    <message>
        <source>Total attention from generated tokens; about 1 = read once</source>
        <translation>Wie sehr alle geschriebenen Tokens in Summe auf jedes schauen: etwa 1, wo es einmal gelesen wurde</translation>
    </message>
    <message>
        <source>“%1” · token %2, as generated</source>
        <translation>„%1“ · Token %2, wie es geschrieben wurde</translation>
    </message>
    <message>
        <source>Numbers of the token and the head</source>
        <translation>Zahlen zum Token und zum Kopf</translation>
    </message>
    <message>
        <source>To the system</source>
        <translation>Zum System</translation>
    </message>
    <message>
        <source>To the user</source>
        <translation>Zum Nutzer</translation>
    </message>
    <message>
        <source>To the assistant</source>
        <translation>Zum Assistenten</translation>
    </message>
    <message>
        <source>To other roles</source>
        <translation>Zu anderen Rollen</translation>
    </message>
    <message>
        <source>To the chat template</source>
        <translation>Zur Chat-Vorlage</translation>
    </message>
    <message>
        <source>Note of this head</source>
        <translation>Notiz zu diesem Kopf</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Kept with the session; in no figure</source>
        <translation>Bleibt in der Sitzung; steht in keiner Abbildung</translation>
    </message>
</context>
<context>
    <name>headlight::LensBar</name>
    <message>
        <source>Remove: %1</source>
        <translation>Wegnehmen: %1</translation>
    </message>
    <message>
        <source>Click to remove.</source>
        <translation>Klicken, um es wegzunehmen.</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>Nur Gewichte ab</translation>
    </message>
    <message>
        <source>Only long-range links</source>
        <translation>Nur Fernverbindungen</translation>
    </message>
    <message>
        <source>Top per row</source>
        <translation>Nur die größten jeder Zeile</translation>
    </message>
</context>
<context>
    <name>headlight::LensButton</name>
    <message>
        <source>Lenses</source>
        <translation>Durchsehen</translation>
    </message>
    <message>
        <source>Lenses: merge words, remove the sink, …</source>
        <translation>Durchsehen: Wörter statt Tokens, ohne die Senke, …</translation>
    </message>
</context>
<context>
    <name>headlight::LensWindow</name>
    <message>
        <source>Logit lens</source>
        <translation>Logit-Linse</translation>
    </message>
    <message>
        <source>The token that heads add to: a likely one, or any that you type</source>
        <translation>Zu wessen Logit die Köpfe beitragen: ein wahrscheinliches Token oder ein eingetipptes</translation>
    </message>
    <message>
        <source>&amp;Token</source>
        <translation>&amp;Token</translation>
    </message>
    <message>
        <source>Logit lens; arrow keys choose a token and a layer</source>
        <translation>Logit-Linse; Pfeiltasten wählen Token und Schicht</translation>
    </message>
    <message>
        <source>Logit lens progress</source>
        <translation>Fortschritt der Logit-Linse</translation>
    </message>
    <message>
        <source>No model has run: attention from a file has no hidden states.</source>
        <translation>Kein Modell ist gelaufen: Aufmerksamkeit aus einer Datei hat keine verborgenen Zustände.</translation>
    </message>
    <message>
        <source>This model has no output head, so there is nothing to predict.</source>
        <translation>Dieses Modell hat keinen Ausgabekopf, also gibt es nichts vorherzusagen.</translation>
    </message>
    <message>
        <source>%1   %2</source>
        <translation>%1   %2</translation>
    </message>
</context>
<context>
    <name>headlight::LinksView</name>
    <message>
        <source>Links</source>
        <translation>Verbindungen</translation>
    </message>
</context>
<context>
    <name>headlight::MainMenu</name>
    <message>
        <source>&amp;Compare with another model</source>
        <translation>Mit einem anderen Modell &amp;vergleichen</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>Noch keine</translation>
    </message>
    <message>
        <source>Clear this list</source>
        <translation>Diese Liste leeren</translation>
    </message>
    <message>
        <source>Open model &amp;folder…</source>
        <translation>&amp;Modellordner öffnen…</translation>
    </message>
    <message>
        <source>&amp;Stop comparing</source>
        <translation>&amp;Kein anderes Modell</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>Recent sess&amp;ions</source>
        <translation>&amp;Letzte Sitzungen</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>Bea&amp;rbeiten</translation>
    </message>
    <message>
        <source>&amp;Change</source>
        <translation>Ä&amp;ndern</translation>
    </message>
    <message>
        <source>&amp;Add a change</source>
        <translation>Änderung &amp;hinzufügen</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation>Sp&amp;rache</translation>
    </message>
    <message>
        <source>E&amp;xplain</source>
        <translation>&amp;Erklären</translation>
    </message>
    <message>
        <source>Exa&amp;mples</source>
        <translation>&amp;Beispiele</translation>
    </message>
    <message>
        <source>%1   %2, layer %3, head %4</source>
        <translation>%1   %2, Schicht %3, Kopf %4</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>Unsaved</source>
        <translation>Nicht gespeichert</translation>
    </message>
    <message>
        <source>Delete these</source>
        <translation>Diese löschen</translation>
    </message>
    <message>
        <source>Histor&amp;y</source>
        <translation>&amp;Verlauf</translation>
    </message>
    <message>
        <source>Mode&amp;ls</source>
        <translation>&amp;Modelle</translation>
    </message>
    <message>
        <source>Built in</source>
        <translation>Eingebaut</translation>
    </message>
    <message>
        <source>Opened before</source>
        <translation>Früher geöffnet</translation>
    </message>
    <message>
        <source>Found on this computer</source>
        <translation>Auf diesem Rechner gefunden</translation>
    </message>
    <message>
        <source>Clear the models opened before</source>
        <translation>Früher geöffnete Modelle vergessen</translation>
    </message>
    <message>
        <source>%1   (%2)</source>
        <translation>%1   (%2)</translation>
    </message>
    <message>
        <source>Open model f&amp;ile…</source>
        <translation>M&amp;odelldatei öffnen…</translation>
    </message>
    <message>
        <source>Layouts</source>
        <translation>Fensteraufteilungen</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>&amp;Forget layout</source>
        <translation>Aufteilung &amp;vergessen</translation>
    </message>
</context>
<context>
    <name>headlight::MainWindow</name>
    <message>
        <source>Headlight</source>
        <translation>Headlight</translation>
    </message>
    <message>
        <source>Heads</source>
        <translation>Köpfe</translation>
    </message>
    <message>
        <source>Inspect</source>
        <translation>Ansehen</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>Opening %1</source>
        <translation>%1 wird geöffnet</translation>
    </message>
    <message>
        <source>Locate folder…</source>
        <translation>Seinen Ordner wählen…</translation>
    </message>
    <message>
        <source>Apply softmax</source>
        <translation>Softmax anwenden</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>Side panel</source>
        <translation>Was neben den Bildern steht</translation>
    </message>
    <message>
        <source>Type a text</source>
        <translation>Einen Text eingeben</translation>
    </message>
    <message>
        <source>A real language model on your computer reads it. Every panel updates as you type. Try the Examples menu.</source>
        <translation>Ein echtes Sprachmodell auf diesem Rechner liest ihn, und jedes Bild darunter folgt beim Tippen. Das Menü Beispiele hat Sätze, die etwas zeigen.</translation>
    </message>
    <message>
        <source>The tokens</source>
        <translation>Die Tokens</translation>
    </message>
    <message>
        <source>The model reads these pieces. Point at one to light up its links everywhere; click to pin it.</source>
        <translation>Das Modell liest diese Stücke. Zeigen Sie auf eines, und seine Verbindungen leuchten in jedem Bild auf; ein Klick hält es fest.</translation>
    </message>
    <message>
        <source>All heads</source>
        <translation>Alle Köpfe</translation>
    </message>
    <message>
        <source>Each small map is one attention head. A row attends to a column; stronger colour, more attention. Click one to enlarge it.</source>
        <translation>Jede kleine Karte ist ein Aufmerksamkeitskopf: Eine Zeile schaut, eine Spalte wird angesehen, und je kräftiger die Farbe, desto mehr Aufmerksamkeit. Klicken Sie eine an, um sie groß zu sehen.</translation>
    </message>
    <message>
        <source>One head, large</source>
        <translation>Ein Kopf, groß</translation>
    </message>
    <message>
        <source>Each panel draws a head differently. Point at a cell for the exact weight. The first token often takes most attention without meaning much: it is hatched and has its own bar.</source>
        <translation>Jede Ansicht zeigt einen Kopf auf ihre Weise. Zeigen Sie auf eine Zelle, um das genaue Gewicht zu sehen. Das erste Token nimmt oft den größten Teil der Aufmerksamkeit, ohne viel zu bedeuten; es ist schraffiert und hat einen eigenen Balken.</translation>
    </message>
    <message>
        <source>Numbers and export</source>
        <translation>Zahlen, und wohin damit</translation>
    </message>
    <message>
        <source>Strongest links of the pinned token, predictions and head statistics. Ctrl+E exports, F9 walks through the head, F1 opens the guide.</source>
        <translation>Hier stehen die stärksten Verbindungen des gewählten Tokens, was das Modell vorhersagt und was der Kopf tut. Strg+E exportiert die Bilder, F9 geht Schritt für Schritt durch den Kopf, F1 öffnet den Leitfaden.</translation>
    </message>
    <message>
        <source>This text is part of the attention file</source>
        <translation>Dieser Text gehört zur Attention-Datei</translation>
    </message>
    <message>
        <source>No model to change: this file contains only attention.</source>
        <translation>Es gibt kein Modell zu ändern: Die Datei enthält nur Aufmerksamkeit</translation>
    </message>
    <message>
        <source>Headlight, private</source>
        <translation>Headlight, privat</translation>
    </message>
    <message>
        <source>%1 contains only attention. Open a model to get predictions or make changes.</source>
        <translation>%1 enthält nur Aufmerksamkeit: Hier gibt es kein Modell zu fragen oder zu ändern.</translation>
    </message>
    <message>
        <source>Change (%1)</source>
        <translation>Ändern (%1)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>Bee&amp;nden</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Tastatur</translation>
    </message>
    <message>
        <source>Window &amp;tour</source>
        <translation>&amp;Rundgang durch das Fenster</translation>
    </message>
    <message>
        <source>&amp;About Headlight</source>
        <translation>Über &amp;Headlight</translation>
    </message>
    <message>
        <source>&amp;Command palette…</source>
        <translation>&amp;Befehlspalette…</translation>
    </message>
    <message>
        <source>Find a command, head, token, model or page by name</source>
        <translation>Befehl, Kopf, Token, Modell oder Seite nach Namen finden</translation>
    </message>
    <message>
        <source>Settin&amp;gs…</source>
        <translation>&amp;Einstellungen…</translation>
    </message>
    <message>
        <source>Nothing plays from here: the sound has ended, or no program on this computer opens WAV files.</source>
        <translation>Hier ist nichts abzuspielen: Der Ton ist zu Ende, oder kein Programm auf diesem Rechner öffnet WAV-Dateien.</translation>
    </message>
    <message>
        <source>Added as slide %1</source>
        <translation>Seite %1 des Foliensatzes</translation>
    </message>
</context>
<context>
    <name>headlight::MapOverview</name>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Overview; drag to move the view</source>
        <translation>Die ganze Karte; ziehen verschiebt den sichtbaren Teil</translation>
    </message>
    <message>
        <source>In view: queries from %1% to %2%, keys from %3% to %4%</source>
        <translation>Sichtbar: Queries von %1% bis %2%, Keys von %3% bis %4%</translation>
    </message>
</context>
<context>
    <name>headlight::MediaBar</name>
    <message>
        <source>Pictures and sound</source>
        <translation>Bilder und Ton</translation>
    </message>
    <message>
        <source>&amp;Replace…</source>
        <translation>&amp;Ersetzen…</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>Ent&amp;fernen</translation>
    </message>
    <message>
        <source>Open sound…</source>
        <translation>Ton öffnen…</translation>
    </message>
    <message>
        <source>Open a sound, or drop one here</source>
        <translation>Einen Ton öffnen oder hier ablegen</translation>
    </message>
    <message>
        <source>Add picture…</source>
        <translation>Bild hinzufügen…</translation>
    </message>
    <message>
        <source>Open image…</source>
        <translation>Bild öffnen…</translation>
    </message>
    <message>
        <source>Open a picture, or drop or paste one here</source>
        <translation>Ein Bild öffnen, hier ablegen oder einfügen</translation>
    </message>
    <message>
        <source>Picture %1: %2</source>
        <translation>Bild %1: %2</translation>
    </message>
    <message>
        <source>Picture %1: %2, %3 × %4 pixels</source>
        <translation>Bild %1: %2, %3 × %4 Pixel</translation>
    </message>
    <message>
        <source>Move &amp;before the previous one</source>
        <translation>&amp;Vor das vorige Bild setzen</translation>
    </message>
    <message>
        <source>Sound: %1, %2</source>
        <translation>Ton: %1, %2</translation>
    </message>
    <message>
        <source>%1, %2, %3 Hz</source>
        <translation>%1, %2, %3 Hz</translation>
    </message>
</context>
<context>
    <name>headlight::MessageBar</name>
    <message>
        <source>Model opening progress</source>
        <translation>Fortschritt beim Öffnen des Modells</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Ausblenden</translation>
    </message>
</context>
<context>
    <name>headlight::MethodsWindow</name>
    <message>
        <source>Compare methods</source>
        <translation>Methoden nebeneinander</translation>
    </message>
    <message>
        <source>What the token attends to, by method; arrow keys move</source>
        <translation>Worauf das Token achtet, nach Methode; Pfeiltasten bewegen</translation>
    </message>
    <message>
        <source>Methods progress</source>
        <translation>Fortschritt der Berechnung der Methoden</translation>
    </message>
    <message>
        <source>&amp;Slow methods</source>
        <translation>&amp;Langsame Methoden</translation>
    </message>
    <message>
        <source>Value zeroing, hiding each token, integrated gradients</source>
        <translation>Nullen der Werte, Verbergen jedes Tokens, integrierte Gradienten</translation>
    </message>
</context>
<context>
    <name>headlight::ModelButton</name>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Current model. Click to open another.</source>
        <translation>Das Modell, das den Text liest; hier ein anderes öffnen</translation>
    </message>
    <message>
        <source>No model</source>
        <translation>Kein Modell</translation>
    </message>
    <message>
        <source>Model s&amp;heet…</source>
        <translation>Datenblatt des M&amp;odells…</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1 und %2</translation>
    </message>
    <message>
        <source>Model: %1</source>
        <translation>Modell: %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Model sheet</source>
        <translation>Datenblatt des Modells</translation>
    </message>
</context>
<context>
    <name>headlight::ModelSheet</name>
    <message>
        <source>Model sheet: %1</source>
        <translation>Datenblatt: %1</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>&amp;Tensors…</source>
        <translation>&amp;Tensoren…</translation>
    </message>
    <message>
        <source>Tensors</source>
        <translation>Tensoren</translation>
    </message>
    <message>
        <source>Tensor</source>
        <translation>Tensor</translation>
    </message>
    <message>
        <source>In the file</source>
        <translation>In der Datei</translation>
    </message>
    <message>
        <source>Data type</source>
        <translation>Zahlenformat</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>Bytes</translation>
    </message>
    <message>
        <source>All tensors with their data types</source>
        <translation>Alle Tensoren mit ihren Zahlenformaten</translation>
    </message>
</context>
<context>
    <name>headlight::NoiseWindow</name>
    <message>
        <source>Noise</source>
        <translation>Rauschen</translation>
    </message>
    <message>
        <source>Adds noise to the text and measures how much each head attends to it and how far the prediction shifts.</source>
        <translation>Rauschen kommt in den Text, und jeder Kopf wird gemessen: welche es ansehen und wie weit sich die Vorhersage bewegt.</translation>
    </message>
    <message>
        <source>Attention of each head on the noise</source>
        <translation>Aufmerksamkeit jedes Kopfes auf das Rauschen</translation>
    </message>
    <message>
        <source>Noisy texts; Return opens one</source>
        <translation>Verrauschte Texte; Eingabe öffnet einen</translation>
    </message>
    <message>
        <source>Double-click opens a text in the workspace</source>
        <translation>Doppelklick öffnet einen Text im Arbeitsbereich</translation>
    </message>
    <message>
        <source>random words</source>
        <translation>zufällige Wörter</translation>
    </message>
    <message>
        <source>repeated words</source>
        <translation>Wörter des Textes noch einmal</translation>
    </message>
    <message>
        <source>custom words</source>
        <translation>eigene Wörter</translation>
    </message>
    <message>
        <source>typos</source>
        <translation>Tippfehler</translation>
    </message>
    <message>
        <source>shuffled clauses</source>
        <translation>Teilsätze in anderer Reihenfolge</translation>
    </message>
    <message>
        <source>&amp;Noise</source>
        <translation>&amp;Rauschen</translation>
    </message>
    <message>
        <source>words to insert</source>
        <translation>einzufügende Wörter</translation>
    </message>
    <message>
        <source>% of the words</source>
        <translation>% der Wörter</translation>
    </message>
    <message>
        <source>&amp;Amount</source>
        <translation>&amp;Menge</translation>
    </message>
    <message>
        <source>&amp;Seeds</source>
        <translation>&amp;Ziehungen</translation>
    </message>
    <message>
        <source>Noise test progress</source>
        <translation>Fortschritt der Messung des Rauschens</translation>
    </message>
    <message>
        <source>%1, %2% of the words</source>
        <translation>%1, %2 % der Wörter</translation>
    </message>
    <message numerus="yes">
        <source>, %n seed(s)</source>
        <translation>
            <numerusform>, %n Ziehung(en)</numerusform>
            <numerusform>, %n Ziehung(en)</numerusform>
        </translation>
    </message>
    <message>
        <source>Measure reads the text and the %1 texts below, and shows how much each head attends to the noise and how far the prediction shifts; about %2.</source>
        <translation>„Messen“ liest den Text und die %1 Texte darunter und zeigt, wie viel jeder Kopf auf das Rauschen achtet und wie weit sich die Vorhersage verschiebt; etwa %2.</translation>
    </message>
</context>
<context>
    <name>headlight::OtherTokens</name>
    <message>
        <source>Tokens of the source</source>
        <translation>Token der Quelle</translation>
    </message>
    <message>
        <source>Tokens of text B</source>
        <translation>Token von Text B</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>B</source>
        <translation>B</translation>
    </message>
</context>
<context>
    <name>headlight::Panel</name>
    <message>
        <source>Subtracted: the panel shows the difference of the weights.</source>
        <translation>Abgezogen: Die Ansicht zeigt den Unterschied der Gewichte.</translation>
    </message>
    <message>
        <source>%1 heads</source>
        <translation>%1 Köpfe</translation>
    </message>
    <message>
        <source>mean of %1 heads</source>
        <translation>Mittel von %1 Köpfen</translation>
    </message>
    <message>
        <source>maximum of %1 heads</source>
        <translation>Maximum von %1 Köpfen</translation>
    </message>
    <message>
        <source>Layer.head: %1</source>
        <translation>Schicht.Kopf: %1</translation>
    </message>
    <message>
        <source>Mean of %1 heads</source>
        <translation>Mittel von %1 Köpfen</translation>
    </message>
    <message>
        <source>Maximum of %1 heads</source>
        <translation>Maximum von %1 Köpfen</translation>
    </message>
    <message>
        <source>All heads</source>
        <translation>Alle Köpfe</translation>
    </message>
    <message>
        <source>All layers</source>
        <translation>Alle Schichten</translation>
    </message>
    <message>
        <source>Layer %1 · %2</source>
        <translation>Schicht %1 · %2</translation>
    </message>
    <message>
        <source>Layer %1 · all heads</source>
        <translation>Schicht %1 · alle Köpfe</translation>
    </message>
    <message>
        <source>Expert %1</source>
        <translation>Experte %1</translation>
    </message>
    <message>
        <source>Experts of layer %1</source>
        <translation>Experten der Schicht %1</translation>
    </message>
    <message>
        <source>Experts</source>
        <translation>Experten</translation>
    </message>
    <message>
        <source>Note of this panel</source>
        <translation>Notiz zu dieser Ansicht</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Kept with the session; in no figure</source>
        <translation>Bleibt in der Sitzung; steht in keiner Abbildung</translation>
    </message>
</context>
<context>
    <name>headlight::PanelArea</name>
    <message>
        <source>Panels</source>
        <translation>Ansichten</translation>
    </message>
    <message>
        <source>&amp;New panel</source>
        <translation>&amp;Neue Ansicht</translation>
    </message>
    <message>
        <source>New panel with this head pinned</source>
        <translation>Noch eine Ansicht, die den jetzigen Kopf behält</translation>
    </message>
    <message>
        <source>&amp;Close panel</source>
        <translation>Ans&amp;icht schließen</translation>
    </message>
    <message>
        <source>Ne&amp;xt panel</source>
        <translation>Nä&amp;chste Ansicht</translation>
    </message>
    <message>
        <source>&amp;Previous panel</source>
        <translation>&amp;Vorige Ansicht</translation>
    </message>
    <message>
        <source>&amp;Maximise or restore panel</source>
        <translation>Ansicht maximieren &amp;oder wiederherstellen</translation>
    </message>
    <message>
        <source>Maximise panel; Esc restores</source>
        <translation>Der Ansicht allen Platz geben; Escape nimmt ihn zurück</translation>
    </message>
    <message>
        <source>Move panel &amp;back</source>
        <translation>&amp;Ansicht nach vorn</translation>
    </message>
    <message>
        <source>Move panel &amp;forward</source>
        <translation>Ansicht nach &amp;hinten</translation>
    </message>
    <message>
        <source>No&amp;te on this panel</source>
        <translation>Notiz &amp;zu dieser Ansicht</translation>
    </message>
    <message>
        <source>A note of your own, kept with the session</source>
        <translation>Eine eigene Notiz, die in der Sitzung bleibt</translation>
    </message>
    <message>
        <source>Panel in its own window</source>
        <translation>Ansicht in eigenem Fenster</translation>
    </message>
    <message>
        <source>For a second screen; closing it brings it back</source>
        <translation>Für einen zweiten Bildschirm; Schließen holt sie zurück</translation>
    </message>
    <message>
        <source>Panel</source>
        <translation>Feld</translation>
    </message>
</context>
<context>
    <name>headlight::PanelHeader</name>
    <message>
        <source>Linear</source>
        <translation>Linear</translation>
    </message>
    <message>
        <source>Square root</source>
        <translation>Wurzel</translation>
    </message>
    <message>
        <source>Logarithmic</source>
        <translation>Logarithmisch</translation>
    </message>
    <message>
        <source>Attends to</source>
        <translation>Worauf das Token schaut</translation>
    </message>
    <message>
        <source>Attended by</source>
        <translation>Wer auf das Token schaut</translation>
    </message>
    <message>
        <source>Mean of the heads</source>
        <translation>Mittel der Köpfe</translation>
    </message>
    <message>
        <source>One head</source>
        <translation>Ein Kopf</translation>
    </message>
    <message>
        <source>Rollout</source>
        <translation>Rollout</translation>
    </message>
    <message>
        <source>Panel menu</source>
        <translation>Alles zu dieser Ansicht</translation>
    </message>
    <message>
        <source>Close panel</source>
        <translation>Ansicht schließen</translation>
    </message>
    <message>
        <source>Close this panel</source>
        <translation>Diese Ansicht schließen</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Wie die Aufmerksamkeit gezeichnet wird</translation>
    </message>
    <message>
        <source>Smallest weight drawn, in percent</source>
        <translation>Kleinstes gezeichnetes Gewicht, in Prozent</translation>
    </message>
    <message>
        <source>Weights below this one are not drawn</source>
        <translation>Gewichte unter diesem werden nicht gezeichnet</translation>
    </message>
    <message>
        <source>All heads of the layer</source>
        <translation>Alle Köpfe der Schicht</translation>
    </message>
    <message>
        <source>All heads of the layer, each in its own colour</source>
        <translation>Alle Köpfe der Schicht, jeder in seiner Farbe</translation>
    </message>
    <message>
        <source>Show what attends to the token</source>
        <translation>Zeigen, wer auf das Token schaut, statt worauf es schaut</translation>
    </message>
    <message>
        <source>Layer shown as</source>
        <translation>Was für eine Schicht steht</translation>
    </message>
    <message>
        <source>Colour scale</source>
        <translation>Wie Farben mit dem Gewicht wachsen</translation>
    </message>
    <message>
        <source>Separate sink</source>
        <translation>Senke getrennt</translation>
    </message>
    <message>
        <source>Show attention on first or special tokens as its own bar</source>
        <translation>Die Masse auf dem ersten Token oder den Sondertokens als eigenen Balken zeigen</translation>
    </message>
    <message>
        <source>Pin head</source>
        <translation>Kopf festhalten</translation>
    </message>
    <message>
        <source>Keep this head when you select another</source>
        <translation>Diesen Kopf behalten, wenn im Atlas ein anderer gewählt wird</translation>
    </message>
    <message>
        <source>Linked</source>
        <translation>Verknüpft</translation>
    </message>
    <message>
        <source>Share cursor, pinned token and zoom with the other panels</source>
        <translation>Zeiger, festgehaltenes Token und Zoom mit den anderen Ansichten teilen</translation>
    </message>
    <message>
        <source>Export figure</source>
        <translation>Abbildung exportieren</translation>
    </message>
    <message>
        <source>Export this picture as a figure file</source>
        <translation>Dieses Bild als Abbildungsdatei exportieren</translation>
    </message>
    <message>
        <source>View: %1</source>
        <translation>Art des Bildes: %1</translation>
    </message>
    <message>
        <source>Layer shown as: %1</source>
        <translation>Eine Schicht ist: %1</translation>
    </message>
    <message>
        <source>Colour scale: %1</source>
        <translation>Farbskala: %1</translation>
    </message>
    <message>
        <source>Zoomed</source>
        <translation>Vergrößert</translation>
    </message>
    <message>
        <source>Zoomed in: show the whole map</source>
        <translation>Vergrößert: die ganze Karte zeigen</translation>
    </message>
    <message>
        <source>Zoomed in. Click, or press 0, to show the whole map.</source>
        <translation>Vergrößert. Klicken oder 0 drücken zeigt die ganze Karte.</translation>
    </message>
    <message>
        <source>Not the default</source>
        <translation>Nicht die Voreinstellung</translation>
    </message>
    <message>
        <source>Attention</source>
        <translation>Aufmerksamkeit</translation>
    </message>
    <message>
        <source>Layers and tokens</source>
        <translation>Schichten und Tokens</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>Auslastung</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Experts shown as</source>
        <translation>Experten gezeigt als</translation>
    </message>
    <message>
        <source>Experts shown as: %1</source>
        <translation>Experten gezeigt als: %1</translation>
    </message>
</context>
<context>
    <name>headlight::PanelMenu</name>
    <message>
        <source>text A</source>
        <translation>Text A</translation>
    </message>
    <message>
        <source>text B</source>
        <translation>Text B</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>with changes</source>
        <translation>mit den Änderungen</translation>
    </message>
    <message>
        <source>without changes</source>
        <translation>wie das Modell ist</translation>
    </message>
    <message>
        <source>&amp;View as</source>
        <translation>Z&amp;eichnen als</translation>
    </message>
    <message>
        <source>Met&amp;hod</source>
        <translation>Me&amp;thode</translation>
    </message>
    <message>
        <source>&amp;Lenses</source>
        <translation>&amp;Durchsehen</translation>
    </message>
    <message>
        <source>&amp;Show</source>
        <translation>&amp;Zeigen</translation>
    </message>
    <message>
        <source>S&amp;ubtract</source>
        <translation>A&amp;bziehen</translation>
    </message>
    <message>
        <source>Zero</source>
        <translation>Nichts</translation>
    </message>
    <message>
        <source>Pin this panel&apos;s head, select another in the atlas, then subtract it here.</source>
        <translation>Halten Sie den Kopf dieser Ansicht fest, wählen Sie im Atlas einen anderen und ziehen Sie ihn dann hier ab.</translation>
    </message>
    <message>
        <source>&amp;Colour scale</source>
        <translation>&amp;Farbskala</translation>
    </message>
    <message>
        <source>0 to 1, same for all heads</source>
        <translation>Bis 1, gleich für jeden Kopf</translation>
    </message>
    <message>
        <source>Di&amp;rection</source>
        <translation>&amp;Richtung</translation>
    </message>
    <message>
        <source>La&amp;yer shown as</source>
        <translation>Eine &amp;Schicht ist</translation>
    </message>
    <message>
        <source>&amp;All heads of the layer</source>
        <translation>Alle &amp;Köpfe der Schicht</translation>
    </message>
    <message>
        <source>Se&amp;parate sink</source>
        <translation>Senke &amp;getrennt</translation>
    </message>
    <message>
        <source>P&amp;in head</source>
        <translation>Kopf fest&amp;halten</translation>
    </message>
    <message>
        <source>Li&amp;nked</source>
        <translation>Mit den anderen Ansichten &amp;verbunden</translation>
    </message>
    <message>
        <source>Chan&amp;ge the model</source>
        <translation>Das M&amp;odell ändern</translation>
    </message>
    <message>
        <source>R&amp;estore</source>
        <translation>&amp;Wiederherstellen</translation>
    </message>
    <message>
        <source>&amp;Maximise</source>
        <translation>&amp;Maximieren</translation>
    </message>
    <message>
        <source>Move &amp;back</source>
        <translation>&amp;Nach vorn</translation>
    </message>
    <message>
        <source>Move &amp;forward</source>
        <translation>Nach h&amp;inten</translation>
    </message>
    <message>
        <source>E&amp;xport figure…</source>
        <translation>Abbildung e&amp;xportieren…</translation>
    </message>
    <message>
        <source>Close panel</source>
        <translation>Ansicht schließen</translation>
    </message>
    <message>
        <source>A&amp;ttention</source>
        <translation>&amp;Aufmerksamkeit</translation>
    </message>
    <message>
        <source>Up to this head&apos;s maximum</source>
        <translation>Bis zum Maximum dieses Kopfes</translation>
    </message>
    <message>
        <source>%1, selected in the atlas</source>
        <translation>%1, im Atlas gewählt</translation>
    </message>
    <message>
        <source>Apply this loo&amp;k to all panels</source>
        <translation>Dieses Aussehen für alle &amp;Panels</translation>
    </message>
    <message>
        <source>Colour scale, sinks, smallest weight, direction</source>
        <translation>Farbskala, Senken, kleinstes Gewicht, Richtung</translation>
    </message>
    <message>
        <source>Expe&amp;rts shown as</source>
        <translation>Expe&amp;rten gezeigt als</translation>
    </message>
    <message>
        <source>Show all experts</source>
        <translation>Alle Experten zeigen</translation>
    </message>
    <message>
        <source>N&amp;ote</source>
        <translation>N&amp;otiz</translation>
    </message>
    <message>
        <source>Smooth&amp;ed</source>
        <translation>Geg&amp;lättet</translation>
    </message>
</context>
<context>
    <name>headlight::PatchWords</name>
    <message>
        <source>Words that attend to the patch</source>
        <translation>Wörter, die auf den Patch achten</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>row %1, column %2 of picture %3</source>
        <translation>Zeile %1, Spalte %2 von Bild %3</translation>
    </message>
    <message>
        <source>%1 to %2 s</source>
        <translation>%1 bis %2 s</translation>
    </message>
    <message>
        <source>No word attends to %1 · %2</source>
        <translation>Kein Wort achtet auf %1 · %2</translation>
    </message>
    <message>
        <source>Attend to %1 · %2:</source>
        <translation>Achten auf %1 · %2:</translation>
    </message>
    <message>
        <source>“%1”, token %2</source>
        <translation>„%1“, Token %2</translation>
    </message>
    <message>
        <source>Pin this token</source>
        <translation>Dieses Token anheften</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation>%1 auf %2</translation>
    </message>
    <message>
        <source>Play the sound from here</source>
        <translation>Den Ton ab hier abspielen</translation>
    </message>
</context>
<context>
    <name>headlight::PathOpener</name>
    <message>
        <source>Open session</source>
        <translation>Sitzung öffnen</translation>
    </message>
    <message>
        <source>Headlight sessions (*.headlight)</source>
        <translation>Headlight-Sitzungen (*.headlight)</translation>
    </message>
    <message>
        <source>Open text file</source>
        <translation>Textdatei öffnen</translation>
    </message>
    <message>
        <source>Open model folder</source>
        <translation>Modellordner öffnen</translation>
    </message>
    <message>
        <source>Open image</source>
        <translation>Bild öffnen</translation>
    </message>
    <message>
        <source>Images (*.png *.jpg *.jpeg *.bmp *.gif *.webp *.ppm *.svg);;All files (*)</source>
        <translation>Bilder (*.png *.jpg *.jpeg *.bmp *.gif *.webp *.ppm *.svg);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Import attention</source>
        <translation>Attention importieren</translation>
    </message>
    <message>
        <source>Attention (*.safetensors *.npz *.npy *.pt)</source>
        <translation>Aufmerksamkeit (*.safetensors *.npz *.npy *.pt)</translation>
    </message>
    <message>
        <source>text file: expected an open model, found none; open one first</source>
        <translation>Textdatei: ein geöffnetes Modell erwartet, keines gefunden; öffnen Sie zuerst eines</translation>
    </message>
    <message>
        <source>&amp;Open model folder…</source>
        <translation>Modello&amp;rdner öffnen…</translation>
    </message>
    <message>
        <source>Open &amp;text file…</source>
        <translation>&amp;Textdatei öffnen…</translation>
    </message>
    <message>
        <source>Import &amp;attention…</source>
        <translation>&amp;Aufmerksamkeit öffnen…</translation>
    </message>
    <message>
        <source>Open i&amp;mage…</source>
        <translation>&amp;Bild öffnen…</translation>
    </message>
    <message>
        <source>Open sessio&amp;n…</source>
        <translation>Sitzun&amp;g öffnen…</translation>
    </message>
    <message>
        <source>Choose a text</source>
        <translation>Text wählen</translation>
    </message>
    <message>
        <source>%1 has the attention of %2 texts. Number of the text to open, from 0:</source>
        <translation>%1 enthält die Attention von %2 Texten. Nummer des Textes, der geöffnet wird, ab 0:</translation>
    </message>
    <message>
        <source>Open model &amp;file…</source>
        <translation>Modelldatei &amp;wählen…</translation>
    </message>
    <message>
        <source>Open model file</source>
        <translation>Modelldatei öffnen</translation>
    </message>
    <message>
        <source>GGUF models (*.gguf);;All files (*)</source>
        <translation>GGUF-Modelle (*.gguf);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>%1 is not valid UTF-8: other bytes are read as �.</source>
        <translation>%1 ist kein gültiges UTF-8: andere Bytes werden als � gelesen.</translation>
    </message>
    <message>
        <source>Open so&amp;und…</source>
        <translation>Ton &amp;öffnen…</translation>
    </message>
    <message>
        <source>Pasted picture</source>
        <translation>Eingefügtes Bild</translation>
    </message>
    <message>
        <source>Replace picture</source>
        <translation>Bild ersetzen</translation>
    </message>
    <message>
        <source>Open sound</source>
        <translation>Ton öffnen</translation>
    </message>
    <message>
        <source>Sounds (%1);;All files (*)</source>
        <translation>Töne (%1);;Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>headlight::PinsHint</name>
    <message>
        <source>%1 is selected, but every visible panel is pinned to its own head.</source>
        <translation>%1 ist gewählt, aber jede sichtbare Ansicht hält ihren eigenen Kopf fest.</translation>
    </message>
    <message>
        <source>Show it in this panel</source>
        <translation>In diesem Feld zeigen</translation>
    </message>
</context>
<context>
    <name>headlight::Presenter</name>
    <message>
        <source>Presenter view</source>
        <translation>Referentenansicht</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>Time, and how long the talk has taken</source>
        <translation>Uhrzeit und bisherige Dauer des Vortrags</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>&amp;Weiter</translation>
    </message>
    <message>
        <source>B&amp;lank</source>
        <translation>&amp;Leer</translation>
    </message>
    <message>
        <source>Show an empty page (B)</source>
        <translation>Eine leere Seite zeigen (B)</translation>
    </message>
    <message>
        <source>&amp;End</source>
        <translation>&amp;Ende</translation>
    </message>
    <message>
        <source>Audience &amp;on</source>
        <translation>Publikum &amp;auf</translation>
    </message>
    <message>
        <source>a window</source>
        <translation>einem Fenster</translation>
    </message>
    <message>
        <source>This is the last page.</source>
        <translation>Das ist die letzte Seite.</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Nächste</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>Seite %1 von %2</translation>
    </message>
</context>
<context>
    <name>headlight::ProfileView</name>
    <message>
        <source>Row profile</source>
        <translation>Zeilenprofil</translation>
    </message>
</context>
<context>
    <name>headlight::QueryField</name>
    <message>
        <source>Words to complete with</source>
        <translation>Wörter zum Ergänzen</translation>
    </message>
</context>
<context>
    <name>headlight::ReplaceQuestion</name>
    <message>
        <source>Replace file</source>
        <translation>Datei ersetzen</translation>
    </message>
    <message>
        <source>“%1” already exists. Replace it?</source>
        <translation>„%1“ gibt es schon. Ersetzen?</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
</context>
<context>
    <name>headlight::RunStatus</name>
    <message>
        <source>Run progress</source>
        <translation>Fortschritt des Durchlaufs</translation>
    </message>
    <message>
        <source>%1 s, about %2 s left</source>
        <translation>%1 s, noch etwa %2 s</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
</context>
<context>
    <name>headlight::ScatterWindow</name>
    <message>
        <source>Scatter of heads</source>
        <translation>Streudiagramm der Köpfe</translation>
    </message>
    <message>
        <source>&amp;Across</source>
        <translation>&amp;Waagrecht</translation>
    </message>
    <message>
        <source>&amp;Up</source>
        <translation>&amp;Senkrecht</translation>
    </message>
    <message>
        <source>&amp;Heads</source>
        <translation>&amp;Köpfe</translation>
    </message>
    <message>
        <source>Two metrics of each head; arrow keys move, Return selects</source>
        <translation>Zwei Maße jedes Kopfes; Pfeiltasten bewegen, Eingabe wählt</translation>
    </message>
    <message>
        <source>Scatter progress</source>
        <translation>Fortschritt des Streudiagramms</translation>
    </message>
    <message>
        <source>No head matches “%1”; all are shown.</source>
        <translation>Kein Kopf passt zu „%1“; alle werden gezeigt.</translation>
    </message>
</context>
<context>
    <name>headlight::ScoreWindow</name>
    <message>
        <source>Score of a cell</source>
        <translation>Score einer Zelle</translation>
    </message>
    <message>
        <source>&amp;Key</source>
        <translation>&amp;Key</translation>
    </message>
    <message>
        <source>Parts of the score by wavelength; arrow keys move</source>
        <translation>Teile des Scores nach Wellenlänge; Pfeiltasten bewegen</translation>
    </message>
</context>
<context>
    <name>headlight::SessionController</name>
    <message>
        <source>%1: model “%2” not found in %3.</source>
        <translation>%1: sein Modell „%2“ ist nicht mehr in %3.</translation>
    </message>
    <message>
        <source>“%1” is not the model of this session: its configuration or tensors differ.</source>
        <translation>„%1“ ist nicht das Modell, mit dem diese Sitzung gespeichert wurde: Seine Konfiguration oder seine Tensoren weichen ab.</translation>
    </message>
    <message>
        <source>This session stores a reduced copy of “%1”. Values differ slightly from the original.</source>
        <translation>Die Sitzung enthält eine kleinere Kopie von „%1“: Ihre Zahlen weichen etwas von denen der Datei ab.</translation>
    </message>
    <message>
        <source>%1: model “%2” not found.</source>
        <translation>%1: Modell „%2“ nicht gefunden.</translation>
    </message>
</context>
<context>
    <name>headlight::SettingsWindow</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Find a setting or shortcut</source>
        <translation>Einstellung oder Tastenkürzel suchen</translation>
    </message>
    <message>
        <source>No match</source>
        <translation>Kein Treffer</translation>
    </message>
</context>
<context>
    <name>headlight::ShareColumns</name>
    <message>
        <source>pictures or sound %1, text %2, first or special tokens %3</source>
        <translation>Bilder oder Ton %1, Text %2, erste oder Spezial-Tokens %3</translation>
    </message>
    <message>
        <source>Shares of attention for each word</source>
        <translation>Anteile der Attention für jedes Wort</translation>
    </message>
    <message>
        <source>“%1”: %2</source>
        <translation>„%1“: %2</translation>
    </message>
</context>
<context>
    <name>headlight::ShortcutField</name>
    <message>
        <source>Keys of %1</source>
        <translation>Tasten für %1</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>No keys for %1</source>
        <translation>Keine Tasten für %1</translation>
    </message>
    <message>
        <source>Usual keys of %1</source>
        <translation>Übliche Tasten für %1</translation>
    </message>
    <message>
        <source>Usual keys</source>
        <translation>Übliche Tasten</translation>
    </message>
    <message>
        <source>Use here</source>
        <translation>Hier verwenden</translation>
    </message>
    <message>
        <source>%1 belongs to “%2”.</source>
        <translation>%1 gehört zu „%2“.</translation>
    </message>
</context>
<context>
    <name>headlight::SimilarityView</name>
    <message>
        <source>Head similarity</source>
        <translation>Ähnlichkeit der Köpfe</translation>
    </message>
</context>
<context>
    <name>headlight::StartPage</name>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>Beispiele</translation>
    </message>
    <message>
        <source>Recent sessions</source>
        <translation>Letzte Sitzungen</translation>
    </message>
    <message>
        <source>Begin with an example</source>
        <translation>Mit einem Beispiel beginnen</translation>
    </message>
    <message>
        <source>Or with something of your own</source>
        <translation>Oder mit etwas Eigenem</translation>
    </message>
    <message>
        <source>&amp;Open a model…</source>
        <translation>Ein Modell ö&amp;ffnen…</translation>
    </message>
    <message>
        <source>&amp;Attention from elsewhere…</source>
        <translation>&amp;Aufmerksamkeit von anderswo…</translation>
    </message>
    <message>
        <source>New here?</source>
        <translation>Neu hier?</translation>
    </message>
    <message>
        <source>&amp;Tour: two minutes, hands on</source>
        <translation>&amp;Tour: zwei Minuten, zum Mitmachen</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>S&amp;chließen</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>Noch keine</translation>
    </message>
</context>
<context>
    <name>headlight::SteeringForm</name>
    <message>
        <source>This file contains only attention.</source>
        <translation>Diese Datei enthält nur Aufmerksamkeit.</translation>
    </message>
    <message>
        <source>This model has no tokenizer to read texts with.</source>
        <translation>Dieses Modell hat keinen Tokenizer, um Texte zu lesen.</translation>
    </message>
    <message>
        <source>Steering is for models of one stack.</source>
        <translation>Lenken geht bei Modellen mit einem Stapel.</translation>
    </message>
    <message>
        <source>Steer by texts</source>
        <translation>Durch Texte lenken</translation>
    </message>
    <message>
        <source>The mean stream of one set of texts less that of another, added at a layer (Turner et al. 2023; Rimsky et al. 2024)</source>
        <translation>Der mittlere Strom einer Menge von Texten minus dem einer anderen, an einer Schicht addiert (Turner et al. 2023; Rimsky et al. 2024)</translation>
    </message>
    <message>
        <source>To&amp;wards these texts, one a line</source>
        <translation>&amp;Hin zu diesen Texten, einer je Zeile</translation>
    </message>
    <message>
        <source>I love this. What a wonderful day.</source>
        <translation>I love this. What a wonderful day.</translation>
    </message>
    <message>
        <source>Awa&amp;y from these texts</source>
        <translation>&amp;Weg von diesen Texten</translation>
    </message>
    <message>
        <source>I hate this. What a terrible day.</source>
        <translation>I hate this. What a terrible day.</translation>
    </message>
    <message>
        <source>The layer that reads the changed stream</source>
        <translation>Die Schicht, die den geänderten Strom liest</translation>
    </message>
    <message>
        <source>&amp;Layer</source>
        <translation>&amp;Schicht</translation>
    </message>
    <message>
        <source>The last of each text</source>
        <translation>Das letzte jedes Textes</translation>
    </message>
    <message>
        <source>The mean of all</source>
        <translation>Das Mittel aller</translation>
    </message>
    <message>
        <source>&amp;Tokens</source>
        <translation>&amp;Tokens</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>&amp;Durchsuchen…</translation>
    </message>
    <message>
        <source>Sa&amp;ve as</source>
        <translation>S&amp;peichern als</translation>
    </message>
    <message>
        <source>Progress of the texts</source>
        <translation>Fortschritt der Texte</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>Hin&amp;zufügen</translation>
    </message>
    <message>
        <source>Save steering vector</source>
        <translation>Lenkvektor speichern</translation>
    </message>
    <message>
        <source>Steering vectors (*.safetensors)</source>
        <translation>Lenkvektoren (*.safetensors)</translation>
    </message>
    <message>
        <source>Type at least one text in each field.</source>
        <translation>Geben Sie in jedes Feld mindestens einen Text ein.</translation>
    </message>
    <message>
        <source>Name a file to save the vector in.</source>
        <translation>Nennen Sie eine Datei, in der der Vektor gespeichert wird.</translation>
    </message>
</context>
<context>
    <name>headlight::SurpriseTint</name>
    <message>
        <source>Surprisal of each token, −ln p given all other tokens. Right end: a uniform guess.</source>
        <translation>Überraschung jedes Tokens, −ln p bei Kenntnis aller anderen. Rechtes Ende: blind geraten.</translation>
    </message>
    <message>
        <source>Surprisal of each token, −ln p given the previous ones. Right end: a uniform guess.</source>
        <translation>Überraschung jedes Tokens, −ln p bei Kenntnis der vorigen. Rechtes Ende: blind geraten.</translation>
    </message>
    <message>
        <source>surprisal %1 nats, p %2</source>
        <translation>Surprisal %1 Nats, p %2</translation>
    </message>
    <message>
        <source>C&amp;olour by surprisal</source>
        <translation>Tokens nach Überraschung &amp;färben</translation>
    </message>
    <message>
        <source>How unexpected each token is to the model</source>
        <translation>Wie wenig jedes Token nach dem Modell zu erwarten war</translation>
    </message>
</context>
<context>
    <name>headlight::TextBar</name>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Compare with a second text (starts as a copy)</source>
        <translation>Mit einem anderen Text vergleichen: Er beginnt als Kopie und wird dann geändert</translation>
    </message>
    <message>
        <source>A</source>
        <translation>A</translation>
    </message>
    <message>
        <source>B</source>
        <translation>B</translation>
    </message>
    <message>
        <source>Token ids</source>
        <translation>Token-Ids</translation>
    </message>
    <message>
        <source>Type token ids: 101 2023 102</source>
        <translation>Token-Ids eingeben: 101 2023 102</translation>
    </message>
    <message>
        <source>Go to &amp;text</source>
        <translation>&amp;Text</translation>
    </message>
    <message>
        <source>Co&amp;mpare texts</source>
        <translation>&amp;Mit einem anderen Text vergleichen</translation>
    </message>
    <message>
        <source>Second text</source>
        <translation>Zweiter Text</translation>
    </message>
    <message>
        <source>A pair in one input: the model reads both texts together</source>
        <translation>Ein Paar in einer Eingabe: Das Modell liest beide Texte zusammen</translation>
    </message>
    <message>
        <source>Generated: %1</source>
        <translation>Erzeugt: %1</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Gespräch</translation>
    </message>
    <message>
        <source>Conv&amp;ersation</source>
        <translation>&amp;Gespräch</translation>
    </message>
    <message>
        <source>Write in turns: the model&apos;s chat template makes a text of them; again for a plain text</source>
        <translation>In Beiträgen schreiben, aus denen die Chat-Vorlage des Modells seinen Text macht; nochmals für einen einfachen Text</translation>
    </message>
    <message>
        <source>%1 has no chat template, so it reads plain text only.</source>
        <translation>%1 hat keine Chat-Vorlage und liest daher nur einfachen Text.</translation>
    </message>
</context>
<context>
    <name>headlight::TextFileDialog</name>
    <message>
        <source>Read a part of %1</source>
        <translation>Einen Teil von %1 lesen</translation>
    </message>
    <message>
        <source>Where the part begins</source>
        <translation>Wo der Teil beginnt</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>The part</source>
        <translation>Der Teil</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Lesen</translation>
    </message>
    <message>
        <source>Begins at</source>
        <translation>Beginnt bei</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Länge</translation>
    </message>
    <message>
        <source>Counting tokens…</source>
        <translation>Die Tokens werden gezählt…</translation>
    </message>
    <message>
        <source>%1 tokens; needs %2 in a scratch file</source>
        <translation>%1 Tokens; das Lesen braucht %2, in einer Auslagerungsdatei</translation>
    </message>
    <message>
        <source>%1 tokens; needs %2 of memory</source>
        <translation>%1 Tokens; braucht %2 Speicher</translation>
    </message>
    <message>
        <source> tokens</source>
        <translation> Token</translation>
    </message>
    <message>
        <source>&amp;Whole file</source>
        <translation>&amp;Ganze Datei</translation>
    </message>
    <message>
        <source>The file has %1; at most %2 are read as one text.</source>
        <translation>Die Datei hat %1; höchstens %2 werden als ein Text gelesen.</translation>
    </message>
    <message>
        <source>The file has no %1 tokens from there on.</source>
        <translation>Die Datei hat von dort an keine %1 Token.</translation>
    </message>
</context>
<context>
    <name>headlight::TextLine</name>
    <message>
        <source>Text to compare with</source>
        <translation>Vergleichstext</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Type the text to compare with</source>
        <translation>Geben Sie den Vergleichstext ein</translation>
    </message>
    <message>
        <source>Type a sentence</source>
        <translation>Geben Sie einen Satz ein</translation>
    </message>
    <message>
        <source>Second text to compare with</source>
        <translation>Zweiter Vergleichstext</translation>
    </message>
    <message>
        <source>Text pair</source>
        <translation>Zweiter Text</translation>
    </message>
</context>
<context>
    <name>headlight::TokenStrip</name>
    <message>
        <source>Tokens</source>
        <translation>Tokens</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Eine Spanne machen</translation>
    </message>
    <message>
        <source>Token %1: %2 · id %3</source>
        <translation>Token %1: %2 · Nr. %3</translation>
    </message>
    <message>
        <source>Token %1 of %2: %3</source>
        <translation>Token %1 von %2: %3</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 Tokens</translation>
    </message>
    <message>
        <source>T&amp;okens</source>
        <translation>Toke&amp;ns</translation>
    </message>
    <message>
        <source>Go to tokens: arrows move, Return pins, Esc unpins</source>
        <translation>Zu den Tokens: Pfeile wandern, Eingabe hält eines fest, Escape lässt los</translation>
    </message>
    <message>
        <source>Merge as s&amp;pan</source>
        <translation>Aus den gewählten T&amp;okens eine Spanne machen</translation>
    </message>
    <message>
        <source>Show selected tokens as one</source>
        <translation>Die gewählten Tokens in der aktuellen Ansicht als eines zeigen</translation>
    </message>
    <message>
        <source>Sho&amp;w spaces in tokens</source>
        <translation>&amp;Leerzeichen in Tokens zeigen</translation>
    </message>
    <message>
        <source>generated by the model</source>
        <translation>vom Modell erzeugt</translation>
    </message>
    <message>
        <source>Picture %1: %2 tokens. Click to fold them.</source>
        <translation>Bild %1: %2 Tokens. Klicken, um sie zusammenzufassen.</translation>
    </message>
    <message>
        <source>Picture %1: %2 tokens. Click to see each.</source>
        <translation>Bild %1: %2 Tokens. Klicken, um jedes zu sehen.</translation>
    </message>
    <message>
        <source>Picture %1: %2 tokens. Return opens it.</source>
        <translation>Bild %1: %2 Tokens. Die Eingabetaste öffnet es.</translation>
    </message>
</context>
<context>
    <name>headlight::TourWindow</name>
    <message>
        <source>Five things heads do</source>
        <translation>Fünf Dinge, die Köpfe tun</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>Ne&amp;xt</source>
        <translation>&amp;Weiter</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Your turn</source>
        <translation>Nun Ihr eigener Satz</translation>
    </message>
    <message>
        <source>Type a text at the top of the window. Every panel updates as you type. Choose heads on the left; press F9 to see step by step how one works.</source>
        <translation>Geben Sie oben im Fenster einen Text ein. Jede Ansicht folgt, während Sie tippen. Wählen Sie links Köpfe; F9 zeigt Schritt für Schritt, wie einer arbeitet.</translation>
    </message>
    <message>
        <source>%1 of %2 · %3, layer %4, head %5</source>
        <translation>%1 von %2 · %3, Schicht %4, Kopf %5</translation>
    </message>
</context>
<context>
    <name>headlight::TurnRow</name>
    <message>
        <source>Move turn up</source>
        <translation>Beitrag nach oben</translation>
    </message>
    <message>
        <source>Move turn down</source>
        <translation>Beitrag nach unten</translation>
    </message>
    <message>
        <source>Remove turn</source>
        <translation>Beitrag entfernen</translation>
    </message>
    <message>
        <source>Role of turn %1</source>
        <translation>Rolle von Beitrag %1</translation>
    </message>
    <message>
        <source>Who speaks</source>
        <translation>Wer spricht</translation>
    </message>
    <message>
        <source>Turn %1, %2</source>
        <translation>Beitrag %1, %2</translation>
    </message>
    <message>
        <source>What %1 says</source>
        <translation>Was %1 sagt</translation>
    </message>
    <message>
        <source>This turn has parts other than text. It stays as it is.</source>
        <translation>Dieser Beitrag hat Teile, die kein Text sind. Er bleibt, wie er ist.</translation>
    </message>
    <message>
        <source>This turn has more than its text, such as calls of tools. That stays as it is.</source>
        <translation>Dieser Beitrag hat mehr als seinen Text, etwa Werkzeugaufrufe. Das bleibt, wie es ist.</translation>
    </message>
</context>
<context>
    <name>headlight::WalkWindow</name>
    <message>
        <source>Walkthrough</source>
        <translation>Schritt für Schritt</translation>
    </message>
    <message>
        <source>Picture of the step</source>
        <translation>Bild des Schritts</translation>
    </message>
    <message>
        <source>&amp;Token</source>
        <translation>&amp;Token</translation>
    </message>
    <message>
        <source>&amp;Layer</source>
        <translation>S&amp;chicht</translation>
    </message>
    <message>
        <source>&amp;Head</source>
        <translation>&amp;Kopf</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Vollbild</translation>
    </message>
    <message>
        <source>Fill the screen for presenting (F11)</source>
        <translation>Den Bildschirm füllen, zum Vortragen (F11)</translation>
    </message>
    <message>
        <source>Show the &amp;numbers</source>
        <translation>Zahlen &amp;zeigen</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>Ne&amp;xt</source>
        <translation>&amp;Weiter</translation>
    </message>
    <message>
        <source>&amp;Export step…</source>
        <translation>Schritt &amp;exportieren…</translation>
    </message>
    <message>
        <source>Export all as &amp;slides…</source>
        <translation>Alle als &amp;Folien exportieren…</translation>
    </message>
    <message>
        <source>Step %1: %2</source>
        <translation>Schritt %1: %2</translation>
    </message>
    <message>
        <source>Export all steps</source>
        <translation>Alle Schritte exportieren</translation>
    </message>
    <message>
        <source>Slides (*.pptx);;PDF (*.pdf);;Web page (*.html)</source>
        <translation>Folien (*.pptx);;PDF (*.pdf);;Webseite (*.html)</translation>
    </message>
    <message>
        <source>Present…</source>
        <translation>Vortragen…</translation>
    </message>
    <message>
        <source>The steps on one screen, notes and the next step on the other (F5)</source>
        <translation>Die Schritte auf einem Bildschirm, Notizen und der nächste Schritt auf dem anderen (F5)</translation>
    </message>
</context>
<context>
    <name>headlight::WelcomeTour</name>
    <message>
        <source>&amp;Skip</source>
        <translation>&amp;Überspringen</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>&amp;Done</source>
        <translation>&amp;Fertig</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>&amp;Weiter</translation>
    </message>
</context>
<context>
    <name>headlight::WindowLayout</name>
    <message>
        <source>All &amp;heads</source>
        <translation>Alle Kö&amp;pfe</translation>
    </message>
    <message>
        <source>Show or hide the maps of all heads</source>
        <translation>Karten aller Köpfe zeigen oder verbergen</translation>
    </message>
    <message>
        <source>S&amp;ide panel</source>
        <translation>&amp;Seitenleiste</translation>
    </message>
    <message>
        <source>Show or hide the side panel</source>
        <translation>Seitenleiste zeigen oder verbergen</translation>
    </message>
    <message>
        <source>Full &amp;screen</source>
        <translation>Voll&amp;bild</translation>
    </message>
    <message>
        <source>Reset layou&amp;t</source>
        <translation>&amp;Fensteraufteilung zurücksetzen</translation>
    </message>
    <message>
        <source>Window parts as on a first start</source>
        <translation>Teile des Fensters wie beim ersten Start</translation>
    </message>
    <message>
        <source>Heads in a window of their own</source>
        <translation>Köpfe in eigenem Fenster</translation>
    </message>
    <message>
        <source>For a second screen; closing it brings them back</source>
        <translation>Für einen zweiten Bildschirm; Schließen holt sie zurück</translation>
    </message>
    <message>
        <source>Side panel in its own window</source>
        <translation>Seitenleiste in eigenem Fenster</translation>
    </message>
    <message>
        <source>For a second screen; closing it brings it back</source>
        <translation>Für einen zweiten Bildschirm; Schließen holt sie zurück</translation>
    </message>
    <message>
        <source>&amp;Save layout…</source>
        <translation>&amp;Aufteilung speichern…</translation>
    </message>
    <message>
        <source>Keep the parts of the window under a name</source>
        <translation>Teile des Fensters unter einem Namen behalten</translation>
    </message>
    <message>
        <source>Save layout</source>
        <translation>Aufteilung speichern</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
</context>
<context>
    <name>headlight::Words</name>
    <message>
        <source>Ablation map</source>
        <translation>Ablationskarte</translation>
    </message>
    <message>
        <source>Loss without each head</source>
        <translation>Was die Antwort ohne jeden Kopf verliert</translation>
    </message>
    <message>
        <source>Loss of “%1” without each head</source>
        <translation>Was „%1“ ohne jeden Kopf verliert</translation>
    </message>
    <message>
        <source>Shift of the prediction without each head</source>
        <translation>Wie weit sich alle Antworten ohne jeden Kopf bewegen</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>„%1“</translation>
    </message>
    <message>
        <source>zero ablation</source>
        <translation>nichts anstelle der Ausgabe eines Kopfes</translation>
    </message>
    <message>
        <source>mean ablation over the text</source>
        <translation>ihr Mittel über den Text anstelle der Ausgabe eines Kopfes</translation>
    </message>
    <message>
        <source>mean ablation over another text</source>
        <translation>ihr Mittel über einen anderen Text anstelle der Ausgabe eines Kopfes</translation>
    </message>
    <message>
        <source>The probe finds no induction head.</source>
        <translation>Die Probe findet keinen Induktionskopf.</translation>
    </message>
    <message>
        <source>Outlined: probed induction heads with their rank of %1 by loss: %2</source>
        <translation>Umrandet: Induktionsköpfe der Probe mit ihrem Rang unter %1 nach Verlust: %2</translation>
    </message>
    <message>
        <source> and %1 more</source>
        <translation> und %1 weitere</translation>
    </message>
    <message>
        <source>the prediction</source>
        <translation>die Vorhersage</translation>
    </message>
    <message>
        <source>Change in ln p of %1 (%2 with all heads). Negative: the head helps.</source>
        <translation>Änderung von ln p, Antwort: %1 (%2 mit allen Köpfen); unter 0 hilft ihr der Kopf.</translation>
    </message>
    <message>
        <source>KL divergence of the predictions with and without the head.</source>
        <translation>KL-Divergenz aller Antworten mit dem Kopf von denen ohne ihn.</translation>
    </message>
    <message>
        <source>Colours: square-root scale.</source>
        <translation>Farben: die Wurzel der Zahl.</translation>
    </message>
    <message>
        <source>Colours: logarithmic scale.</source>
        <translation>Farben: der Logarithmus der Zahl.</translation>
    </message>
    <message>
        <source>Colours: linear scale.</source>
        <translation>Farben: proportional zur Zahl.</translation>
    </message>
    <message>
        <source>Layer %1, head %2</source>
        <translation>Schicht %1, Kopf %2</translation>
    </message>
    <message>
        <source>%1: Δ ln p %2 nats, %3 → %4; KL %5 nats</source>
        <translation>%1: Δ ln p %2 Nats, %3 → %4; KL %5 Nats</translation>
    </message>
    <message>
        <source>An ablation map without heads.</source>
        <translation>Eine Ablationskarte ohne Köpfe.</translation>
    </message>
    <message>
        <source>%1 %2 nats</source>
        <translation>%1 %2 Nats</translation>
    </message>
    <message>
        <source>One cell per head: %1. The prediction drops most without %2. %3</source>
        <translation>Eine Zelle pro Kopf: %1. Die Vorhersage sinkt am stärksten ohne %2. %3</translation>
    </message>
    <message>
        <source>attention, full</source>
        <translation>Aufmerksamkeit, ganz</translation>
    </message>
    <message>
        <source>attention, windowed</source>
        <translation>Aufmerksamkeit, gefenstert</translation>
    </message>
    <message>
        <source>projections</source>
        <translation>Projektionen</translation>
    </message>
    <message>
        <source>feed-forward</source>
        <translation>Feed-forward</translation>
    </message>
    <message>
        <source>output</source>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <source>attention, streamed</source>
        <translation>Aufmerksamkeit, gestreamt</translation>
    </message>
    <message>
        <source>keys and values</source>
        <translation>Keys und Values</translation>
    </message>
    <message>
        <source>weights</source>
        <translation>Gewichte</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation>%1 Tage</translation>
    </message>
    <message>
        <source>Cost of %1 by text length</source>
        <translation>Was %1 kostet, über der Länge des Textes</translation>
    </message>
    <message>
        <source>tokens of the text</source>
        <translation>Tokens des Textes</translation>
    </message>
    <message>
        <source>Multiply-adds of one run</source>
        <translation>Multiplikationen mit Addition eines Durchlaufs</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Marked: the open text, %1 tokens, %2 multiply-adds.</source>
        <translation>Markiert: der offene Text, %1 Tokens, %2 Multiply-Adds.</translation>
    </message>
    <message>
        <source> Measured %1: %2 per second; at that speed a million tokens would take %3.</source>
        <translation> Gemessen %1: %2 je Sekunde; eine Million Tokens bräuchte bei dieser Geschwindigkeit %3.</translation>
    </message>
    <message>
        <source>Full: all weights computed and stored. Windowed: a query sees the %1 previous keys. Streamed: all computed, none stored (Headlight).</source>
        <translation>Ganz: jedes Gewicht wird berechnet und behalten. Gefenstert: Eine Query sieht die %1 Keys vor ihr. Gestreamt: alle werden berechnet, keines behalten, wie in diesem Programm.</translation>
    </message>
    <message>
        <source>A chart of costs without a model.</source>
        <translation>Ein Kostendiagramm ohne Modell.</translation>
    </message>
    <message>
        <source>Two charts with logarithmic axes. </source>
        <translation>Zwei Diagramme mit logarithmischen Achsen. </translation>
    </message>
    <message>
        <source> At a million tokens: attention in full %1 multiply-adds and %2, streamed %3.</source>
        <translation> Bei einer Million Tokens: Aufmerksamkeit ganz %1 Multiply-Adds und %2, gestreamt %3.</translation>
    </message>
    <message>
        <source>layer</source>
        <translation>Schicht</translation>
    </message>
    <message>
        <source>%1 heads have no value.</source>
        <translation>%1 Köpfe haben keinen Wert.</translation>
    </message>
    <message>
        <source>A chart of heads without numbers.</source>
        <translation>Ein Diagramm der Köpfe ohne Zahlen.</translation>
    </message>
    <message>
        <source>: no head has a value.</source>
        <translation>: Kein Kopf hat einen Wert.</translation>
    </message>
    <message>
        <source>%1 of %2 heads by layer; the highest is %3, head %4.</source>
        <translation>%1 von %2 Köpfen nach Schicht; der höchste Wert ist %3, Kopf %4.</translation>
    </message>
    <message>
        <source>Compare methods</source>
        <translation>Methoden nebeneinander</translation>
    </message>
    <message>
        <source>What “%1” attends to, by method</source>
        <translation>Worauf „%1“ schaut, nach Methode</translation>
    </message>
    <message>
        <source>The methods disagree: %1 and the weights rank the tokens differently (ρ = %2)</source>
        <translation>Die Methoden sind uneins: %1 und die Gewichte ordnen die Tokens verschieden (ρ = %2)</translation>
    </message>
    <message>
        <source>, “%1” first by the weights, “%2” by %3</source>
        <translation>, „%1“ zuerst nach den Gewichten, „%2“ nach %3</translation>
    </message>
    <message>
        <source>. Do not read the weights alone as an explanation.</source>
        <translation>. Nehmen Sie die Gewichte allein nicht für eine Erklärung.</translation>
    </message>
    <message>
        <source>changed: </source>
        <translation>geändert: </translation>
    </message>
    <message>
        <source>Layer %1, all heads together</source>
        <translation>Schicht %1, alle Köpfe zusammen</translation>
    </message>
    <message>
        <source>attention weights, mean</source>
        <translation>Aufmerksamkeitsgewichte, Mittel</translation>
    </message>
    <message>
        <source>ρ: Spearman’s rank correlation with the weights above in the same scope. Each row has its own scale; its largest bar has the full colour.</source>
        <translation>ρ: Spearmans Rangkorrelation mit den Gewichten darüber im selben Umfang. Jede Zeile hat ihre eigene Skala; ihr größter Balken hat die volle Farbe.</translation>
    </message>
    <message>
        <source>Grey: the first or special tokens; their bars are cut where they leave no room for the others.</source>
        <translation>Grau: das erste oder hinzugefügte Tokens; ihre Balken sind abgeschnitten, wo sie den anderen keinen Platz lassen.</translation>
    </message>
    <message>
        <source>Hollow bars are below 0.</source>
        <translation>Hohle Balken liegen unter 0.</translation>
    </message>
    <message>
        <source>No %1: %2.</source>
        <translation>Es fehlt: %1, %2.</translation>
    </message>
    <message>
        <source>%1: “%2” %3</source>
        <translation>%1: „%2“ %3</translation>
    </message>
    <message>
        <source>Compare methods, without a token.</source>
        <translation>Methoden nebeneinander, ohne Token.</translation>
    </message>
    <message>
        <source>: a row of bars for each of %1 methods.</source>
        <translation>: eine Zeile von Balken für jede von %1 Methoden.</translation>
    </message>
    <message>
        <source> Rank correlation with the weights: %1.</source>
        <translation> Rangkorrelation mit den Gewichten: %1.</translation>
    </message>
    <message>
        <source>Heads that attend to noise</source>
        <translation>Welche Köpfe das Rauschen anzieht</translation>
    </message>
    <message>
        <source>%1 of %2 heads attend to the noise above chance (mark) by more than one standard deviation over seeds (whisker).</source>
        <translation>%1 von %2 Köpfen geben dem Rauschen mehr, als gleiche Gewichte es täten (die Marke), um mehr als eine Standardabweichung über die Ziehungen (der Strich).</translation>
    </message>
    <message>
        <source>Prediction shift: KL %1 nats; ln p of the top prediction %2.</source>
        <translation>Die Vorhersage bewegt sich um %1 Nats (KL-Divergenz), ln p der wahrscheinlichsten Antwort um %2.</translation>
    </message>
    <message>
        <source>A chart of noise without heads.</source>
        <translation>Ein Rauschdiagramm ohne Köpfe.</translation>
    </message>
    <message>
        <source>%1 %2 (chance %3)</source>
        <translation>%1 %2 (Zufall %3)</translation>
    </message>
    <message>
        <source>Bars of how much attention each head gives to %1. Most above chance: %2.</source>
        <translation>Balken, wie viel Aufmerksamkeit jeder Kopf gibt: %1. Am weitesten über dem Zufall: %2.</translation>
    </message>
    <message>
        <source>%1: %2 ± %3 on the noise, chance %4</source>
        <translation>%1: %2 ± %3 auf dem Rauschen, Zufall %4</translation>
    </message>
    <message>
        <source> Callout: </source>
        <translation> Hinweis: </translation>
    </message>
    <message>
        <source>Attention in %1</source>
        <translation>Aufmerksamkeit in %1</translation>
    </message>
    <message>
        <source>Point at the figure, or use the arrow keys, to read its values.</source>
        <translation>Zeigen Sie auf die Abbildung oder verwenden Sie die Pfeiltasten, um ihre Werte zu lesen.</translation>
    </message>
    <message>
        <source>Arrows point to the token that is attended to.</source>
        <translation>Pfeile zeigen auf das Token, auf das geachtet wird.</translation>
    </message>
    <message>
        <source>the first token</source>
        <translation>dem ersten Token</translation>
    </message>
    <message>
        <source>“%1” (%2)</source>
        <translation>„%1“ (%2)</translation>
    </message>
    <message>
        <source>“%1” %2</source>
        <translation>„%1“ %2</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation>%1 auf %2</translation>
    </message>
    <message>
        <source>Arcs without tokens.</source>
        <translation>Bögen ohne Tokens.</translation>
    </message>
    <message>
        <source>Arcs over the text from each token to the tokens that it attends to, </source>
        <translation>Bögen über dem Text von jedem Token zu den Tokens, auf die es achtet, </translation>
    </message>
    <message>
        <source>All heads</source>
        <translation>Alle Köpfe</translation>
    </message>
    <message>
        <source>%1 layers × %2 heads</source>
        <translation>%1 Schichten × %2 Köpfe</translation>
    </message>
    <message>
        <source>A line joins %1 heads that share keys and values.</source>
        <translation>Eine Linie verbindet %1 Köpfe, die Keys und Values teilen.</translation>
    </message>
    <message>
        <source>Underlined layers see only a window of the text.</source>
        <translation>Unterstrichene Schichten sehen nur ein Fenster des Textes.</translation>
    </message>
    <message>
        <source>Rows of a map are queries, columns keys.</source>
        <translation>Zeilen einer Karte sind Queries, Spalten Keys.</translation>
    </message>
    <message>
        <source>Atlas without tokens.</source>
        <translation>Atlas ohne Tokens.</translation>
    </message>
    <message>
        <source>Small attention maps of all %1 heads in each of %2 layers</source>
        <translation>Kleine Aufmerksamkeitskarten aller %1 Köpfe in jeder von %2 Schichten</translation>
    </message>
    <message>
        <source>Layer %1, %2</source>
        <translation>Schicht %1, %2</translation>
    </message>
    <message>
        <source>head %1</source>
        <translation>Kopf %1</translation>
    </message>
    <message>
        <source>special tokens</source>
        <translation>Sondertokens</translation>
    </message>
    <message>
        <source>first token</source>
        <translation>1. Token</translation>
    </message>
    <message>
        <source>one token</source>
        <translation>ein Token</translation>
    </message>
    <message>
        <source>Square-root colour scale</source>
        <translation>Wurzel-Farbskala</translation>
    </message>
    <message>
        <source>Logarithmic colour scale</source>
        <translation>Logarithmische Farbskala</translation>
    </message>
    <message>
        <source>Linear colour scale</source>
        <translation>Lineare Farbskala</translation>
    </message>
    <message>
        <source>, from −100% to +100%.</source>
        <translation>, von −100 % bis +100 %.</translation>
    </message>
    <message>
        <source>, symmetric about 0, up to the largest difference.</source>
        <translation>, symmetrisch um 0, bis zum größten Unterschied.</translation>
    </message>
    <message>
        <source>, the same for every head.</source>
        <translation>, gleich für jeden Kopf.</translation>
    </message>
    <message>
        <source>No tokens to show</source>
        <translation>Keine Tokens zu zeigen</translation>
    </message>
    <message>
        <source>words</source>
        <translation>Wörter</translation>
    </message>
    <message>
        <source>sentences</source>
        <translation>Sätze</translation>
    </message>
    <message>
        <source>sections</source>
        <translation>Abschnitte</translation>
    </message>
    <message>
        <source>: what “%1” attends to</source>
        <translation>: worauf „%1“ achtet</translation>
    </message>
    <message>
        <source>: what attends to “%1”</source>
        <translation>: was auf „%1“ achtet</translation>
    </message>
    <message>
        <source>Tint: how much of the framed token’s attention a token gets.</source>
        <translation>Tönung: wie viel von der Aufmerksamkeit des umrahmten Tokens ein Token bekommt.</translation>
    </message>
    <message>
        <source>Tint: how much of its attention a token gives to the framed one.</source>
        <translation>Tönung: wie viel seiner Aufmerksamkeit ein Token dem umrahmten gibt.</translation>
    </message>
    <message>
        <source>on %1</source>
        <translation>auf %1</translation>
    </message>
    <message>
        <source>First token: hatched, with its own bar.</source>
        <translation>Das erste Token ist schraffiert, mit eigenem Balken.</translation>
    </message>
    <message>
        <source>Special tokens: hatched, with their own bar.</source>
        <translation>Sondertokens sind schraffiert, mit eigenem Balken.</translation>
    </message>
    <message>
        <source>“%1” attends to “%2”: %3</source>
        <translation>„%1“ achtet auf „%2“: %3</translation>
    </message>
    <message>
        <source>Coloured text without tokens.</source>
        <translation>Gefärbter Text ohne Tokens.</translation>
    </message>
    <message>
        <source> Strongest: </source>
        <translation> Am stärksten: </translation>
    </message>
    <message>
        <source> %1 on %2, shown separately.</source>
        <translation> %1 auf %2, getrennt gezeigt.</translation>
    </message>
    <message>
        <source>Tokens %1 to %2 of %3 are shown.</source>
        <translation>Gezeigt werden die Tokens %1 bis %2 von %3.</translation>
    </message>
    <message>
        <source>nats</source>
        <translation>Nats</translation>
    </message>
    <message>
        <source>weight</source>
        <translation>Gewicht</translation>
    </message>
    <message>
        <source>every</source>
        <translation>jedes</translation>
    </message>
    <message>
        <source>every other</source>
        <translation>jedes zweite</translation>
    </message>
    <message>
        <source>every %1</source>
        <comment>place in an order</comment>
        <translation>jedes %1</translation>
    </message>
    <message>
        <source>Labels: %1 token.</source>
        <translation>Beschriftet: %1 Token.</translation>
    </message>
    <message>
        <source>Labels: %1 query and %2 key.</source>
        <translation>Beschriftet: bei Queries %1 Token, bei Keys %2 Token.</translation>
    </message>
    <message>
        <source>Token flow</source>
        <translation>Token-Fluss</translation>
    </message>
    <message>
        <source>rollout</source>
        <translation>Rollout</translation>
    </message>
    <message>
        <source>mean of the heads</source>
        <translation>Mittel der Köpfe</translation>
    </message>
    <message>
        <source>head %1 of each layer</source>
        <translation>Kopf %1 jeder Schicht</translation>
    </message>
    <message>
        <source>in the input</source>
        <translation>in der Eingabe</translation>
    </message>
    <message>
        <source>after layer %1</source>
        <translation>nach Schicht %1</translation>
    </message>
    <message>
        <source>Flow into “%1” %2, %3</source>
        <translation>Fluss in „%1“ %2, %3</translation>
    </message>
    <message>
        <source>Input at the bottom, each layer above.</source>
        <translation>Eingabe unten, jede Schicht darüber.</translation>
    </message>
    <message>
        <source>Half of each step is the token itself (residual stream).</source>
        <translation>Die Hälfte jedes Schritts ist das Token selbst (Residualstrom).</translation>
    </message>
    <message>
        <source>Strongest %1 links per layer; %2 weaker links hidden.</source>
        <translation>Die stärksten %1 Verbindungen einer Schicht; %2 schwächere sind weggelassen.</translation>
    </message>
    <message>
        <source>Links below %1 hidden.</source>
        <translation>Verbindungen unter %1 ausgeblendet.</translation>
    </message>
    <message>
        <source>Token flow needs self-attention</source>
        <translation>Ein Token-Fluss braucht dieselben Tokens als Queries und Keys</translation>
    </message>
    <message>
        <source>Token flow needs every layer; the file contains only some</source>
        <translation>Ein Token-Fluss braucht jede Schicht, und die Datei enthält nur einige</translation>
    </message>
    <message>
        <source>%1 of “%2” %3</source>
        <translation>%1 von „%2“ %3</translation>
    </message>
    <message>
        <source>“%1” (%2) %3</source>
        <translation>„%1“ (%2) %3</translation>
    </message>
    <message>
        <source>takes from </source>
        <translation>nimmt von </translation>
    </message>
    <message>
        <source>Token flow without tokens.</source>
        <translation>Token-Fluss ohne Tokens.</translation>
    </message>
    <message>
        <source> Largest shares of the input: </source>
        <translation> Größte Anteile der Eingabe: </translation>
    </message>
    <message>
        <source>input</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>layer %1</source>
        <translation>Schicht %1</translation>
    </message>
    <message>
        <source>%1 heads</source>
        <translation>%1 Köpfe</translation>
    </message>
    <message>
        <source>Heads </source>
        <translation>Köpfe </translation>
    </message>
    <message>
        <source>Strongest %1 links; %2 weaker links hidden.</source>
        <translation>Die stärksten %1 Verbindungen; %2 schwächere ausgeblendet.</translation>
    </message>
    <message>
        <source>Line strength: %1, %2.</source>
        <translation>Linienstärke: %1, %2.</translation>
    </message>
    <message>
        <source>the same for every head</source>
        <translation>gleich für jeden Kopf</translation>
    </message>
    <message>
        <source>up to the largest one drawn</source>
        <translation>bis zum größten gezeichneten</translation>
    </message>
    <message>
        <source>“%1” to “%2” %3</source>
        <translation>„%1“ zu „%2“ %3</translation>
    </message>
    <message>
        <source>Strongest: </source>
        <translation>Am stärksten: </translation>
    </message>
    <message>
        <source>Hatched: tokens that only A (+) or only B (−) has.</source>
        <translation>Schraffiert: Tokens, die nur A (+) oder nur B (−) hat.</translation>
    </message>
    <message>
        <source>Each pixel shows the largest of %1 × %2 differences.</source>
        <translation>Jeder Punkt ist der größte von %1 × %2 Unterschieden.</translation>
    </message>
    <message>
        <source>Each pixel shows the largest of up to %1 × %2 differences.</source>
        <translation>Jeder Punkt ist der größte von bis zu %1 × %2 Unterschieden.</translation>
    </message>
    <message>
        <source>Numbers are percentages.</source>
        <translation>Zahlen sind Prozent.</translation>
    </message>
    <message>
        <source>Heatmap without tokens.</source>
        <translation>Heatmap ohne Tokens.</translation>
    </message>
    <message>
        <source>layer %1, %2</source>
        <translation>Schicht %1, %2</translation>
    </message>
    <message>
        <source>some tokens</source>
        <translation>einige Tokens</translation>
    </message>
    <message>
        <source>tokens</source>
        <translation>Tokens</translation>
    </message>
    <message>
        <source>Labels: %1 of queries, %2 of keys.</source>
        <translation>Beschriftet: bei Queries %1, bei Keys %2.</translation>
    </message>
    <message>
        <source>Labels: some of the %1.</source>
        <translation>Beschriftet: nicht alle (%1).</translation>
    </message>
    <message>
        <source>Labels: %1.</source>
        <translation>Beschriftet: %1.</translation>
    </message>
    <message>
        <source>: no link is strong enough to be drawn</source>
        <translation>: keine Verbindung ist stark genug, um gezeichnet zu werden</translation>
    </message>
    <message>
        <source> attends to </source>
        <translation> achtet auf </translation>
    </message>
    <message>
        <source> is attended to by </source>
        <translation> wird beachtet von </translation>
    </message>
    <message>
        <source>Links without tokens.</source>
        <translation>Verbindungen ohne Tokens.</translation>
    </message>
    <message>
        <source>Links from query tokens to the tokens they attend to, </source>
        <translation>Verbindungen von Query-Tokens zu den Tokens, auf die sie achten, </translation>
    </message>
    <message>
        <source>query</source>
        <translation>Query</translation>
    </message>
    <message>
        <source>attends to</source>
        <translation>achtet auf</translation>
    </message>
    <message>
        <source>head</source>
        <translation>Kopf</translation>
    </message>
    <message>
        <source>The bar for %1 has its own scale: full height = 100%.</source>
        <translation>Der Balken zu %1 hat seine eigene Skala: Seine volle Höhe ist 100 %.</translation>
    </message>
    <message>
        <source>Row profile without tokens.</source>
        <translation>Zeilenprofil ohne Tokens.</translation>
    </message>
    <message>
        <source>Head similarity</source>
        <translation>Ähnlichkeit der Köpfe</translation>
    </message>
    <message>
        <source>Head similarity, %1 layers × %2 heads</source>
        <translation>Ähnlichkeit der Köpfe, %1 Schichten × %2 Köpfe</translation>
    </message>
    <message>
        <source>Near dots attend similarly: Jensen–Shannon distance on this text, laid out in two dimensions.</source>
        <translation>Nahe Punkte achten ähnlich: Jensen-Shannon-Abstand auf diesem Text, in zwei Dimensionen ausgelegt.</translation>
    </message>
    <message>
        <source>Layout distorts distances by %1 (stress). Directions have no meaning.</source>
        <translation>Die Ebene ändert die Abstände im Ganzen um %1 (Stress); die Richtungen bedeuten nichts.</translation>
    </message>
    <message>
        <source>nearest: </source>
        <translation>am nächsten: </translation>
    </message>
    <message>
        <source>Head similarity without tokens.</source>
        <translation>Ähnlichkeit der Köpfe ohne Tokens.</translation>
    </message>
    <message>
        <source>. Similar heads are near each other.</source>
        <translation>. Köpfe, die ähnlich achten, liegen nahe beieinander.</translation>
    </message>
    <message>
        <source> The most similar are %1 and %2 (distance %3).</source>
        <translation> Am ähnlichsten sind %1 und %2 (Abstand %3).</translation>
    </message>
    <message>
        <source>One head unlabelled (no room).</source>
        <translation>Ein Kopf hat aus Platzmangel keine Beschriftung.</translation>
    </message>
    <message>
        <source>%1 heads unlabelled (no room).</source>
        <translation>%1 Köpfe haben aus Platzmangel keine Beschriftung.</translation>
    </message>
    <message>
        <source>Each cell is a number: orange positive, blue negative; full colour at ±%1.</source>
        <translation>Eine Zelle ist eine Zahl: orange über 0, blau darunter; am kräftigsten bei ±%1.</translation>
    </message>
    <message>
        <source> The mix has its own scale, up to ±%1.</source>
        <translation> Die Mischung hat ihre eigene Skala, bis ±%1.</translation>
    </message>
    <message>
        <source>%1 of %2 tokens: those with the largest weights.</source>
        <translation>%1 von %2 Tokens: die mit den größten Gewichten.</translation>
    </message>
    <message>
        <source>mix</source>
        <translation>Mischung</translation>
    </message>
    <message>
        <source>A walkthrough without a token.</source>
        <translation>Ein Rundgang ohne Token.</translation>
    </message>
    <message>
        <source>Step %1 of %2 of a walkthrough. %3. %4 (%5.)</source>
        <translation>Schritt %1 von %2 eines Rundgangs. %3. %4 (%5.)</translation>
    </message>
    <message>
        <source>head %1 adds %2</source>
        <translation>Kopf %1 fügt %2 hinzu</translation>
    </message>
    <message>
        <source>“%1”: score %2, weight %3</source>
        <translation>„%1“: Score %2, Gewicht %3</translation>
    </message>
    <message>
        <source>“%1” is masked</source>
        <translation>„%1“ ist maskiert</translation>
    </message>
    <message>
        <source>The text becomes tokens</source>
        <translation>Aus dem Text werden Tokens</translation>
    </message>
    <message>
        <source>The model reads the text as %1 tokens. We follow one of them, %2, through head %3 of layer %4. </source>
        <translation>Das Modell liest den Text als %1 Tokens. Wir folgen einem davon, %2, durch Kopf %3 von Schicht %4. </translation>
    </message>
    <message>
        <source>It can see itself and earlier tokens, not the pale ones.</source>
        <translation>Es darf sich selbst ansehen und was vor ihm steht, nicht die blassen.</translation>
    </message>
    <message>
        <source>It can see all of them.</source>
        <translation>Es kann sie alle sehen.</translation>
    </message>
    <message>
        <source>Token %1 of %2, counted from 0.</source>
        <translation>Token %1 von %2, von 0 an gezählt.</translation>
    </message>
    <message>
        <source>The query: what %1 looks for</source>
        <translation>Die Query: wonach %1 sucht</translation>
    </message>
    <message>
        <source>%1 enters the layer as a vector. The head turns it into a shorter one, its query: %2 numbers that say what %1 looks for.</source>
        <translation>%1 kommt als Vektor in die Schicht. Der Kopf macht daraus einen kürzeren, seine Query: %2 Zahlen, die sagen, wonach %1 sucht.</translation>
    </message>
    <message>
        <source>q = W_Q x: %1 numbers, length ‖q‖ = %2</source>
        <translation>q = W_Q x: %1 Zahlen, Länge ‖q‖ = %2</translation>
    </message>
    <message>
        <source>Keys: what every token offers</source>
        <translation>Keys: was jedes Token bietet</translation>
    </message>
    <message>
        <source>Every token also has a key: numbers that say what it offers. Where key and query have the same colour, they agree.</source>
        <translation>Ebenso hat jedes Token einen Key: eine Liste von Zahlen, die sagt, was es zu bieten hat. Wo Farben unter derselben Farbe der Query stehen, stimmen beide überein.</translation>
    </message>
    <message>
        <source>k = W_K x: as long as the query; ‖k‖ = %1 for %2</source>
        <translation>k = W_K x: so lang wie die Query; ‖k‖ = %1 für %2</translation>
    </message>
    <message>
        <source>no. %1: %2</source>
        <translation>Nr. %1: %2</translation>
    </message>
    <message>
        <source>q · k = %1 for %2; most of it from %3</source>
        <translation>q · k = %1 für %2; das meiste davon aus %3</translation>
    </message>
    <message>
        <source>. After scaling, %1 of it is content and %2 position</source>
        <translation>. Nach der Skalierung sind %1 davon Inhalt und %2 Position</translation>
    </message>
    <message>
        <source>Scores: how well each key matches the query</source>
        <translation>Scores: wie gut jeder Key zur Query passt</translation>
    </message>
    <message>
        <source>Query and key are multiplied number by number and added up. The better the match, the higher the score: %1 matches best.</source>
        <translation>Query und Key werden Zahl für Zahl multipliziert und die Produkte addiert. Je besser ein Key passt, desto höher sein Score: Am besten passt %1.</translation>
    </message>
    <message>
        <source>All scores are scaled down equally, so no single one takes everything.</source>
        <translation>Alle Scores werden mit demselben Faktor verkleinert, damit kein einzelner alles nimmt.</translation>
    </message>
    <message>
        <source>Tokens the query cannot see are masked out.</source>
        <translation>Tokens, die die Query nicht sehen darf, werden herausgenommen.</translation>
    </message>
    <message>
        <source>score = %1 · (q · k)</source>
        <translation>Score = %1 · (q · k)</translation>
    </message>
    <message>
        <source> + position bias</source>
        <translation> + was der Abstand der beiden hinzufügt</translation>
    </message>
    <message>
        <source>Scores are scaled and masked</source>
        <translation>Scores werden skaliert, und was vorausliegt, ist verborgen</translation>
    </message>
    <message>
        <source>Scores are scaled</source>
        <translation>Scores werden skaliert</translation>
    </message>
    <message>
        <source>Softmax turns scores into shares of 100%: the weights in the heatmap row of %1. %2 gets %3.</source>
        <translation>Softmax macht aus den Scores Anteile von 100 %: die Aufmerksamkeitsgewichte, wie sie in der Zeile von %1 in der Heatmap stehen. %2 bekommt %3.</translation>
    </message>
    <message>
        <source>It is not a word: heads rest on it when nothing matches (a sink).</source>
        <translation>Es steht für kein Wort: Köpfe ruhen darauf, wenn sie nichts zum Ansehen finden.</translation>
    </message>
    <message>
        <source>An intervention changed them.</source>
        <translation>Ein Eingriff hat sie geändert.</translation>
    </message>
    <message>
        <source>Softmax: scores become shares</source>
        <translation>Softmax: Aus Scores werden Anteile</translation>
    </message>
    <message>
        <source>weight = e^score ÷ Σ e^score; ln Σ e^score = %1, Σ weights = %2</source>
        <translation>Gewicht = e^Score ÷ Σ e^Score; ln Σ e^Score = %1, Σ Gewichte = %2</translation>
    </message>
    <message>
        <source>Values are mixed by weight</source>
        <translation>Values werden nach Gewicht gemischt</translation>
    </message>
    <message>
        <source>Each token passes on its value. The head mixes all values by weight; faint ones barely count. The mix is what the head found for %1.</source>
        <translation>Was ein Token weitergibt, sind seine Values. Der Kopf mischt die aller Tokens, jeden so stark wie sein Gewicht (die blassen zählen kaum). Die Mischung ist, was der Kopf für %1 gefunden hat.</translation>
    </message>
    <message>
        <source>mix = Σ weight · value: %1 numbers, length %2</source>
        <translation>Mischung = Σ Gewicht · Value: %1 Zahlen, Länge %2</translation>
    </message>
    <message>
        <source>All %1 heads of the layer</source>
        <translation>Alle %1 Köpfe der Schicht</translation>
    </message>
    <message>
        <source>Other heads ask other questions of the same text at the same time. Each row shows where one of them looks from %1.</source>
        <translation>Andere Köpfe stellen demselben Text gleichzeitig andere Fragen. Jede Zeile zeigt, wohin einer von ihnen von %1 aus schaut.</translation>
    </message>
    <message>
        <source>Row = weights of one head, head %1 framed</source>
        <translation>Zeile = Gewichte eines Kopfes, Kopf %1 umrahmt</translation>
    </message>
    <message>
        <source>What the heads add</source>
        <translation>Was die Schicht verlässt</translation>
    </message>
    <message>
        <source>Each head adds its result to the vector of %1, and the model goes on from there. Longer bars add more: head %2 adds most.</source>
        <translation>Jeder Kopf schreibt, was er gefunden hat, in den Vektor von %1, und die nächste Schicht macht dort weiter. Je länger der Balken, desto mehr schreibt er: Kopf %2 am meisten.</translation>
    </message>
    <message>
        <source>‖W_O mix‖ of each head; ‖x‖ = %1 as it enters the layer; head %2 adds %3</source>
        <translation>‖W_O Mischung‖ jedes Kopfes; ‖x‖ = %1 beim Eintritt in die Schicht; Kopf %2 fügt %3 hinzu</translation>
    </message>
    <message>
        <source>%1st</source>
        <translation>%1.</translation>
    </message>
    <message>
        <source>%1nd</source>
        <translation>%1.</translation>
    </message>
    <message>
        <source>%1rd</source>
        <translation>%1.</translation>
    </message>
    <message>
        <source>%1th</source>
        <translation>%1.</translation>
    </message>
    <message>
        <source>every head</source>
        <translation>alle Köpfe</translation>
    </message>
    <message>
        <source>layers %1</source>
        <translation>Schichten %1</translation>
    </message>
    <message>
        <source>heads %1</source>
        <translation>Köpfe %1</translation>
    </message>
    <message>
        <source>, in %1</source>
        <translation>, nur %1</translation>
    </message>
    <message>
        <source>every token</source>
        <translation>alle Tokens</translation>
    </message>
    <message>
        <source>token %1</source>
        <translation>Token %1</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>the last token</source>
        <translation>das letzte Token</translation>
    </message>
    <message>
        <source>punctuation</source>
        <translation>Satzzeichen</translation>
    </message>
    <message>
        <source>the sink</source>
        <translation>die Senke</translation>
    </message>
    <message>
        <source>Switch %1 off</source>
        <translation>%1 abschalten</translation>
    </message>
    <message>
        <source>Mean-ablate %1 over the text</source>
        <translation>%1: Mittel über den Text einsetzen</translation>
    </message>
    <message>
        <source>Mean-ablate %1 over %2</source>
        <translation>%1: Mittel über %2 einsetzen</translation>
    </message>
    <message>
        <source>Let %1 attend to nothing</source>
        <translation>%1 auf nichts achten lassen</translation>
    </message>
    <message>
        <source>Hide %1 from all</source>
        <translation>Vor allen verbergen: %1</translation>
    </message>
    <message>
        <source>Hide %1 from %2</source>
        <translation>%1 verbergen, vor: %2</translation>
    </message>
    <message>
        <source>Sharpen attention: temperature %1</source>
        <translation>Aufmerksamkeit schärfen: Temperatur %1</translation>
    </message>
    <message>
        <source>Flatten attention: temperature %1</source>
        <translation>Aufmerksamkeit abflachen: Temperatur %1</translation>
    </message>
    <message>
        <source>Spread %1 evenly</source>
        <translation>%1: alle gleich ansehen</translation>
    </message>
    <message>
        <source>Cap %1 at %2</source>
        <translation>%1: höchstens %2</translation>
    </message>
    <message>
        <source>Emphasise %1, weight × %2</source>
        <translation>Hervorheben: %1, Gewicht × %2</translation>
    </message>
    <message>
        <source>Weaken %1, weight × %2</source>
        <translation>Schwächen: %1, Gewicht × %2</translation>
    </message>
    <message>
        <source>Drop %1 of the weights at random</source>
        <translation>%1 der Gewichte zufällig weglassen</translation>
    </message>
    <message>
        <source>, %1 draws</source>
        <translation>, %1 Ziehungen</translation>
    </message>
    <message>
        <source>Patch pattern of %1 from %2</source>
        <translation>%1: schauen wie in %2</translation>
    </message>
    <message>
        <source>Patch output of %1 from %2</source>
        <translation>%1: Ausgabe aus %2 übernehmen</translation>
    </message>
    <message>
        <source>Zero ablation (Michel et al. 2019)</source>
        <translation>Null-Ablation (Michel et al. 2019)</translation>
    </message>
    <message>
        <source>Mean ablation over the text</source>
        <translation>Mittelwert-Ablation über den Text</translation>
    </message>
    <message>
        <source>Mean ablation over another text (Wang et al. 2022)</source>
        <translation>Mittelwert-Ablation über einen anderen Text (Wang et al. 2022)</translation>
    </message>
    <message>
        <source>Attention knockout (Geva et al. 2023), rows renormalised</source>
        <translation>Attention Knock-out (Geva et al. 2023), Zeilen auf Summe 1 gebracht</translation>
    </message>
    <message>
        <source>Softmax temperature: softmax(scores / T)</source>
        <translation>Softmax-Temperatur: softmax(Scores / T)</translation>
    </message>
    <message>
        <source>Uniform attention over the visible keys</source>
        <translation>Gleichverteilte Aufmerksamkeit über die sichtbaren Keys</translation>
    </message>
    <message>
        <source>Weight cap; the excess goes to other keys in proportion</source>
        <translation>Obergrenze der Gewichte; der Überschuss geht anteilig an andere Keys</translation>
    </message>
    <message>
        <source>Attention steering (PASTA, Zhang et al. 2023), rows renormalised</source>
        <translation>Lenkung der Aufmerksamkeit (PASTA, Zhang et al. 2023), Zeilen neu normiert</translation>
    </message>
    <message>
        <source>Key re-weighting, rows renormalised</source>
        <translation>Keys neu gewichten, Zeilen neu normiert</translation>
    </message>
    <message>
        <source>Attention dropout as in training (Vaswani et al. 2017)</source>
        <translation>Attention-Dropout wie beim Training (Vaswani et al. 2017)</translation>
    </message>
    <message>
        <source>Attention pattern patching (Vig et al. 2020)</source>
        <translation>Patching des Aufmerksamkeitsmusters (Vig et al. 2020)</translation>
    </message>
    <message>
        <source>Activation patching of the head&apos;s output (Vig et al. 2020)</source>
        <translation>Aktivierungs-Patching der Ausgabe des Kopfes (Vig et al. 2020)</translation>
    </message>
    <message>
        <source>All panels</source>
        <translation>Alle Ansichten</translation>
    </message>
    <message>
        <source>The whole workspace</source>
        <translation>Der ganze Arbeitsbereich</translation>
    </message>
    <message>
        <source>attention weights</source>
        <translation>Aufmerksamkeitsgewichte</translation>
    </message>
    <message>
        <source>value-weighted norm</source>
        <translation>Norm dessen, was ankommt</translation>
    </message>
    <message>
        <source>norm, whole layer</source>
        <translation>Norm, alle Köpfe zusammen</translation>
    </message>
    <message>
        <source>norm with residual</source>
        <translation>Norm mit Residuum</translation>
    </message>
    <message>
        <source>ALTI contributions</source>
        <translation>Beiträge</translation>
    </message>
    <message>
        <source>value zeroing</source>
        <translation>Value Zeroing</translation>
    </message>
    <message>
        <source>effective attention</source>
        <translation>wirksame Aufmerksamkeit</translation>
    </message>
    <message>
        <source>Attention weights after softmax.</source>
        <translation>Die Gewichte des Softmax.</translation>
    </message>
    <message>
        <source>Norm of weight × transformed value, as a share of its row (Kobayashi et al. 2020).</source>
        <translation>Wie lang der Vektor ist, den ein Token bringt, als Teil seiner Zeile (Kobayashi et al. 2020).</translation>
    </message>
    <message>
        <source>Norm of the sum over the layer&apos;s heads (Kobayashi et al. 2020).</source>
        <translation>Dasselbe für alle Köpfe einer Schicht zusammen (Kobayashi et al. 2020).</translation>
    </message>
    <message>
        <source>The same, with residual and layer norm (Kobayashi et al. 2021).</source>
        <translation>Alle Köpfe zusammen mit Residuum und Normalisierung (Kobayashi et al. 2021).</translation>
    </message>
    <message>
        <source>How much a token&apos;s vector moves the layer towards its output (ALTI, Ferrando et al. 2022).</source>
        <translation>Wie viel näher ein Token die Ausgabe der Schicht an das bringt, was sie ist (Ferrando et al. 2022).</translation>
    </message>
    <message>
        <source>Cosine change of the layer&apos;s output when the token&apos;s value is zeroed, as a share of its row (Mohebbi et al. 2023).</source>
        <translation>Wie weit sich die Ausgabe der Schicht ohne den Value eines Tokens dreht, als Teil seiner Zeile (Mohebbi et al. 2023).</translation>
    </message>
    <message>
        <source>Weights without the part that cannot affect the output (Brunner et al. 2020); negative values drawn as 0.</source>
        <translation>Der Teil der Gewichte, der die Ausgabe erreicht (Brunner et al. 2020); was unter 0 liegt, hat die Farbe von 0.</translation>
    </message>
    <message>
        <source>Head means multiplied through all layers to the input (Abnar and Zuidema 2020).</source>
        <translation>Das Mittel der Köpfe, durch alle Schichten bis zur Eingabe verfolgt (Abnar und Zuidema 2020).</translation>
    </message>
    <message>
        <source>1 span</source>
        <translation>1 Spanne</translation>
    </message>
    <message>
        <source>%1 spans</source>
        <translation>%1 Spannen</translation>
    </message>
    <message>
        <source>without special tokens</source>
        <translation>ohne Sondertokens</translation>
    </message>
    <message>
        <source>without special tokens, rows not renormalised</source>
        <translation>ohne Sondertokens, Zeilen nicht neu normiert</translation>
    </message>
    <message>
        <source>without sink</source>
        <translation>ohne Senke</translation>
    </message>
    <message>
        <source>weights ≥ %1</source>
        <translation>Gewichte ≥ %1</translation>
    </message>
    <message>
        <source>at least %1 tokens apart</source>
        <translation>mindestens %1 Tokens entfernt</translation>
    </message>
    <message>
        <source>top %1</source>
        <translation>die %1 größten</translation>
    </message>
    <message>
        <source>parts of the row maximum</source>
        <translation>Teile des Zeilenmaximums</translation>
    </message>
    <message>
        <source>transposed</source>
        <translation>transponiert</translation>
    </message>
    <message>
        <source>mean of all heads</source>
        <translation>Mittel aller Köpfe</translation>
    </message>
    <message>
        <source>maximum of all heads</source>
        <translation>Maximum aller Köpfe</translation>
    </message>
    <message>
        <source>Merges subwords: attention to a word is a sum, from it a mean.</source>
        <translation>Teile eines Wortes als eines: Das Gewicht zu einem Wort ist die Summe über seine Teile, von einem Wort das Mittel.</translation>
    </message>
    <message>
        <source>Merges sentences: attention to a sentence is a sum, from it a mean.</source>
        <translation>Fasst Sätze zusammen: Aufmerksamkeit auf einen Satz ist eine Summe, von ihm ein Mittel.</translation>
    </message>
    <message>
        <source>Merges the tokens of a span: attention to it is a sum, from it a mean.</source>
        <translation>Fasst die Tokens einer Spanne zusammen: Aufmerksamkeit auf sie ist eine Summe, von ihr ein Mittel.</translation>
    </message>
    <message>
        <source>Removes special tokens; rows renormalised.</source>
        <translation>Ohne Tokens, die der Tokenizer hinzugefügt hat; Zeilen ergeben wieder 1.</translation>
    </message>
    <message>
        <source>Removes special tokens; rows not renormalised.</source>
        <translation>Ohne Tokens, die der Tokenizer hinzugefügt hat; Zeilen ergeben weniger als 1.</translation>
    </message>
    <message>
        <source>Removes the sink (first or special tokens); rows renormalised.</source>
        <translation>Ohne das erste oder die Sondertokens, die Masse ohne Bedeutung nehmen; Zeilen ergeben wieder 1.</translation>
    </message>
    <message>
        <source>Weights below %1 are shown as 0.</source>
        <translation>Gewichte unter %1 werden als 0 gezeigt.</translation>
    </message>
    <message>
        <source>Weights between tokens less than %1 apart are shown as 0; long-range links remain.</source>
        <translation>Gewichte zwischen Tokens, die weniger als %1 entfernt sind, werden als 0 gezeigt: Es bleibt, was weit reicht.</translation>
    </message>
    <message>
        <source>The %1 largest weights of each query; the others are shown as 0.</source>
        <translation>Die %1 größten Gewichte jeder Query; die anderen werden als 0 gezeigt.</translation>
    </message>
    <message>
        <source>Each row divided by its maximum; the values are no longer weights of the model.</source>
        <translation>Jede Zeile durch ihr Maximum geteilt; die Werte sind keine Gewichte des Modells mehr.</translation>
    </message>
    <message>
        <source>Rows show what attends to a token; columns sum to 1.</source>
        <translation>Jede Zeile sagt, wer auf ein Token achtet; Spalten ergeben 1.</translation>
    </message>
    <message>
        <source>Mean over the layer&apos;s heads.</source>
        <translation>Das Mittel über alle Köpfe der Schicht.</translation>
    </message>
    <message>
        <source>Maximum over the layer&apos;s heads; rows can sum to more than 1.</source>
        <translation>Das größte Gewicht, das irgendein Kopf der Schicht hat; Zeilen ergeben mehr als 1.</translation>
    </message>
    <message>
        <source>mean of %1 heads</source>
        <translation>Mittel von %1 Köpfen</translation>
    </message>
    <message>
        <source>maximum of %1 heads</source>
        <translation>Maximum von %1 Köpfen</translation>
    </message>
    <message>
        <source>all heads</source>
        <translation>alle Köpfe</translation>
    </message>
    <message>
        <source>%1:  only one side has this token</source>
        <translation>%1:  nur eine Seite hat dieses Token</translation>
    </message>
    <message>
        <source>%1:  %2   ·   row sum %3</source>
        <translation>%1:  %2   ·   Zeilensumme %3</translation>
    </message>
    <message>
        <source>model 2</source>
        <translation>Modell 2</translation>
    </message>
    <message>
        <source>text B</source>
        <translation>Text B</translation>
    </message>
    <message>
        <source>with changes</source>
        <translation>mit Änderungen</translation>
    </message>
    <message>
        <source>layer %1, head %2</source>
        <translation>Schicht %1, Kopf %2</translation>
    </message>
    <message>
        <source>model %1</source>
        <translation>Modell %1</translation>
    </message>
    <message>
        <source>text A</source>
        <translation>Text A</translation>
    </message>
    <message>
        <source>without changes</source>
        <translation>ohne Änderungen</translation>
    </message>
    <message>
        <source>Rings: the strongest source token of each row.</source>
        <translation>Ringe: das stärkste Quell-Token jeder Zeile.</translation>
    </message>
    <message>
        <source>rows by predicted token</source>
        <translation>Zeilen nach dem, was sie schreiben</translation>
    </message>
    <message>
        <source>Labels each row with the token it predicted: where the model attended to generate it.</source>
        <translation>Jede Zeile unter dem Token, das sie als Nächstes sagt: wohin das Modell schaute, als es dieses Token schrieb.</translation>
    </message>
    <message>
        <source>Predicted next</source>
        <translation>Nächstes Token</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>Klassen</translation>
    </message>
    <message>
        <source>Prediction for “%1” (token %2)</source>
        <translation>Anstelle von „%1“ (Token %2)</translation>
    </message>
    <message>
        <source>Class of “%1” (token %2)</source>
        <translation>Klasse von „%1“ (Token %2)</translation>
    </message>
    <message>
        <source>%1: hatched, with its own bar.</source>
        <translation>%1 ist schraffiert und hat einen eigenen Balken.</translation>
    </message>
    <message>
        <source>No image: this model read a text</source>
        <translation>Kein Bild: Dieses Modell hat einen Text gelesen</translation>
    </message>
    <message>
        <source>No image for the overlay.</source>
        <translation>Kein Bild für die Überlagerung.</translation>
    </message>
    <message>
        <source>The image with the attention of one token laid over its %1 patches. </source>
        <translation>Das Bild mit der Aufmerksamkeit eines Tokens über seinen %1 Feldern. </translation>
    </message>
    <message>
        <source>Cover %1 with the image&apos;s mean colour</source>
        <translation>%1 mit der mittleren Farbe des Bildes abdecken</translation>
    </message>
    <message>
        <source>Cover %1 with grey</source>
        <translation>%1 mit Grau abdecken</translation>
    </message>
    <message>
        <source>Occlusion of image patches (Zeiler and Fergus 2014)</source>
        <translation>Abdecken von Bildfeldern (Zeiler und Fergus 2014)</translation>
    </message>
    <message>
        <source>%1: expected a figure exported by Headlight, found no session in it</source>
        <translation>%1: eine von Headlight exportierte Abbildung erwartet, keine Sitzung darin gefunden</translation>
    </message>
    <message>
        <source>%1: file not found</source>
        <translation>%1: Datei nicht gefunden</translation>
    </message>
    <message>
        <source>token flow: expected as many queries as keys, found %1 and %2</source>
        <translation>Tokenfluss: gleich viele Queries wie Keys erwartet, gefunden: %1 und %2</translation>
    </message>
    <message>
        <source>image &apos;%1&apos;: file not found</source>
        <translation>Bild „%1“: Datei nicht gefunden</translation>
    </message>
    <message>
        <source>image &apos;%1&apos;: expected at most %2 pixels per side, found %3 x %4</source>
        <translation>Bild „%1“: höchstens %2 Pixel je Seite erwartet, gefunden: %3 x %4</translation>
    </message>
    <message>
        <source>image &apos;%1&apos;: expected a picture, found %2</source>
        <translation>Bild „%1“: Bild erwartet, gefunden: %2</translation>
    </message>
    <message>
        <source>walkthrough: expected the run of a model, found attention without queries and keys</source>
        <translation>Rundgang: Lauf eines Modells erwartet, gefunden: Attention ohne Queries und Keys</translation>
    </message>
    <message>
        <source>%1 contains only attention; there is no model to change.</source>
        <translation>%1 enthält nur Attention: Es gibt kein Modell, das sich ändern ließe.</translation>
    </message>
    <message>
        <source>none: this model reads images</source>
        <translation>keiner: Dieses Modell liest Bilder</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 Tokens</translation>
    </message>
    <message>
        <source>none: token ids only</source>
        <translation>keiner: nur Token-Ids</translation>
    </message>
    <message>
        <source>Stopped after %1 tokens; the model would continue.</source>
        <translation>Nach %1 Tokens angehalten; das Modell würde weitermachen.</translation>
    </message>
    <message>
        <source>it needs a run of a model; the file contains only weights.</source>
        <translation>Sie braucht den Lauf eines Modells; die Datei enthält nur Gewichte.</translation>
    </message>
    <message>
        <source>The text has %1 tokens; the model was trained on up to %2. Results beyond that are unreliable.</source>
        <translation>Der Text hat %1 Tokens, das Modell wurde mit bis zu %2 trainiert: Was es darüber hinaus tut, ist nicht verlässlich.</translation>
    </message>
    <message>
        <source>session: model “%1” not found</source>
        <translation>Sitzung: Modell „%1“ nicht gefunden</translation>
    </message>
    <message>
        <source>The model &apos;%1&apos; has no tokenizer; use token ids.</source>
        <translation>Das Modell „%1“ hat keinen Tokenizer; verwenden Sie Token-Ids.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; has learned positions for %2 tokens and cannot read more.</source>
        <translation>„%1“ hat gelernte Positionen für %2 Tokens und kann nicht mehr lesen.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; was trained on up to %2 tokens. Results beyond that are unreliable.</source>
        <translation>„%1“ wurde mit bis zu %2 Tokens trainiert: Was es darüber hinaus tut, ist nicht verlässlich.</translation>
    </message>
    <message>
        <source>%1: expected a session of at most %2 MiB, found %3 bytes</source>
        <translation>%1: Sitzung von höchstens %2 MiB erwartet, gefunden: %3 Bytes</translation>
    </message>
    <message>
        <source>%1: expected a session of version %2 or older, found version %3 of a newer Headlight</source>
        <translation>%1: Sitzung der Version %2 oder älter erwartet, gefunden: Version %3. Ein neueres Headlight hat sie geschrieben</translation>
    </message>
    <message>
        <source>Token ids: expected whole numbers such as 101 2023 102, found “%1”.</source>
        <translation>Token-Ids: ganze Zahlen wie 101 2023 102 erwartet, gefunden: „%1“.</translation>
    </message>
    <message>
        <source>A workspace has at most %1 panels.</source>
        <translation>Ein Arbeitsbereich hat höchstens %1 Ansichten.</translation>
    </message>
    <message>
        <source>A model has at most %1 changes.</source>
        <translation>Ein Modell hat höchstens %1 Änderungen.</translation>
    </message>
    <message>
        <source>A deck has at most %1 slides.</source>
        <translation>Ein Foliensatz hat höchstens %1 Seiten.</translation>
    </message>
    <message>
        <source>A panel has at most %1 lenses.</source>
        <translation>Eine Ansicht hat höchstens %1 Linsen.</translation>
    </message>
    <message>
        <source>A panel shows at most %1 heads.</source>
        <translation>Eine Ansicht zeigt höchstens %1 Heads.</translation>
    </message>
    <message>
        <source>A lens has at most %1 spans.</source>
        <translation>Eine Linse hat höchstens %1 Spannen.</translation>
    </message>
    <message>
        <source>No single head makes a difference.</source>
        <translation>Kein Kopf allein macht einen Unterschied.</translation>
    </message>
    <message>
        <source>Numbers of %1</source>
        <translation>Zahlen: %1</translation>
    </message>
    <message>
        <source>key</source>
        <translation>Key</translation>
    </message>
    <message>
        <source>%1: %2 ↓, %3 →</source>
        <comment>what a table holds, its rows, its columns</comment>
        <translation>%1: %2 ↓, %3 →</translation>
    </message>
    <message>
        <source>Arrows point from the query to the key.</source>
        <translation>Pfeile zeigen von der Query zum Key.</translation>
    </message>
    <message>
        <source>Crossed out: heads that are switched off.</source>
        <translation>Durchgestrichen: abgeschaltete Köpfe.</translation>
    </message>
    <message>
        <source>With a corner: heads that are changed.</source>
        <translation>Mit Ecke: veränderte Köpfe.</translation>
    </message>
    <message>
        <source>Rows of a map are keys, columns queries.</source>
        <translation>Zeilen einer Karte sind Keys, Spalten Queries.</translation>
    </message>
    <message>
        <source>, for each head up to its own maximum (100% of the bar).</source>
        <translation>, für jeden Kopf bis zu seinem eigenen Maximum (100 % der Skala).</translation>
    </message>
    <message>
        <source>Each pixel shows the largest of up to %1 × %1 cells.</source>
        <translation>Jedes Pixel zeigt den größten Wert von bis zu %1 × %1 Zellen.</translation>
    </message>
    <message>
        <source>, up to the maximum of the head.</source>
        <translation>, bis zum Maximum des Kopfes.</translation>
    </message>
    <message>
        <source>One cell has no value.</source>
        <translation>Eine Zelle hat keinen Wert.</translation>
    </message>
    <message>
        <source>%1 cells have no value.</source>
        <translation>%1 Zellen haben keinen Wert.</translation>
    </message>
    <message>
        <source>: “%1” as query</source>
        <translation>: „%1“ als Query</translation>
    </message>
    <message>
        <source>: “%1” as key</source>
        <translation>: „%1“ als Key</translation>
    </message>
    <message>
        <source>no value</source>
        <translation>keine Zahl</translation>
    </message>
    <message>
        <source>attended to by</source>
        <translation>wird beachtet von</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <comment>side of a difference, what it is, its number</comment>
        <translation>%1, %2: %3</translation>
    </message>
    <message>
        <source>Tint: %1 with the framed token as query.</source>
        <translation>Tönung: %1 mit dem umrahmten Token als Query.</translation>
    </message>
    <message>
        <source>Tint: %1 with the framed token as key.</source>
        <translation>Tönung: %1 mit dem umrahmten Token als Key.</translation>
    </message>
    <message>
        <source>, up to the largest number shown.</source>
        <translation>, bis zur größten gezeigten Zahl.</translation>
    </message>
    <message>
        <source>The text with its tokens tinted by %1. </source>
        <translation>Der Text, dessen Tokens nach %1 getönt sind. </translation>
    </message>
    <message>
        <source>share, and %1 of other links</source>
        <translation>Anteil, und %1 anderer Verbindungen</translation>
    </message>
    <message>
        <source>Coloured: share of the selected token along a path. Grey: other links.</source>
        <translation>Farbig: Anteil des gewählten Tokens entlang eines Wegs. Grau: andere Verbindungen.</translation>
    </message>
    <message>
        <source>Token flow follows what queries attend to; it cannot be transposed</source>
        <translation>Ein Token-Fluss folgt dem, worauf Queries achten: nicht transponiert</translation>
    </message>
    <message>
        <source>the square root of the number</source>
        <translation>die Wurzel der Zahl</translation>
    </message>
    <message>
        <source>the logarithm of the number</source>
        <translation>der Logarithmus der Zahl</translation>
    </message>
    <message>
        <source>the number</source>
        <translation>die Zahl</translation>
    </message>
    <message>
        <source>%1–%2 of %3</source>
        <translation>%1–%2 von %3</translation>
    </message>
    <message>
        <source>Part of the map: rows %1, columns %2.</source>
        <translation>Teil der Karte: Zeilen %1, Spalten %2.</translation>
    </message>
    <message>
        <source>No difference beyond rounding (%1).</source>
        <translation>Kein Unterschied über die Rundung hinaus (%1).</translation>
    </message>
    <message>
        <source>Each pixel shows the largest of %1 × %2 cells.</source>
        <translation>Jedes Pixel zeigt den größten Wert von %1 × %2 Zellen.</translation>
    </message>
    <message>
        <source>Each pixel shows the largest of up to %1 × %2 cells.</source>
        <translation>Jedes Pixel zeigt den größten Wert von bis zu %1 × %2 Zellen.</translation>
    </message>
    <message>
        <source>No difference</source>
        <translation>Kein Unterschied</translation>
    </message>
    <message>
        <source>Links from tokens to the query tokens that attend to them, </source>
        <translation>Verbindungen von Tokens zu den Query-Tokens, die auf sie achten, </translation>
    </message>
    <message>
        <source>Bars: %1, up to %2 at the upper edge.</source>
        <translation>Balken: %1, bis %2 am oberen Rand.</translation>
    </message>
    <message>
        <source>Muted: words that cannot see the token.</source>
        <translation>Blass: Wörter, die das Token nicht sehen können.</translation>
    </message>
    <message>
        <source>Muted: words that the token cannot see.</source>
        <translation>Blass: Wörter, die das Token nicht sehen kann.</translation>
    </message>
    <message>
        <source>Bar chart, %1. </source>
        <translation>Balkendiagramm, %1. </translation>
    </message>
    <message>
        <source>Near dots are attended to similarly: Jensen–Shannon distance on this text, laid out in two dimensions.</source>
        <translation>Nahe Punkte werden ähnlich beachtet: Jensen-Shannon-Abstand auf diesem Text, in zwei Dimensionen ausgelegt.</translation>
    </message>
    <message>
        <source>. Heads that are attended to similarly are near each other.</source>
        <translation>. Köpfe, in denen Tokens ähnlich beachtet werden, liegen nahe beieinander.</translation>
    </message>
    <message>
        <source>share of norm</source>
        <translation>Anteil der Norm</translation>
    </message>
    <message>
        <source>contribution</source>
        <translation>Beitrag</translation>
    </message>
    <message>
        <source>share of change</source>
        <translation>Anteil der Änderung</translation>
    </message>
    <message>
        <source>effective weight</source>
        <translation>wirksames Gewicht</translation>
    </message>
    <message>
        <source>part of row maximum</source>
        <translation>Teil des Zeilenmaximums</translation>
    </message>
    <message>
        <source>mean weight</source>
        <translation>mittleres Gewicht</translation>
    </message>
    <message>
        <source>largest weight</source>
        <translation>größtes Gewicht</translation>
    </message>
    <message>
        <source>%1:  no value</source>
        <translation>%1:  keine Zahl</translation>
    </message>
    <message>
        <source>↑ %1 on %2, full = 100%</source>
        <translation>↑ %1 auf %2, voll = 100 %</translation>
    </message>
    <message>
        <source>Strip below: mean %1 on %2 (full = 100%), not on the colour scale.</source>
        <translation>Streifen unten: mittleres %1 auf %2 (voll = 100 %), nicht auf der Farbskala.</translation>
    </message>
    <message>
        <source>Links to %1 hidden; bars: their mean %2, full = 100%.</source>
        <translation>Verbindungen zu %1 ausgeblendet; Balken: ihr mittleres %2, voll = 100 %.</translation>
    </message>
    <message>
        <source>Bars and hatching: %1 on %2, not on the colour scale.</source>
        <translation>Balken und Schraffur: %1 auf %2, nicht auf der Farbskala.</translation>
    </message>
    <message>
        <source>Heatmap of %1, %2</source>
        <translation>Heatmap: %1, %2</translation>
    </message>
    <message>
        <source> The part on %1 is shown separately.</source>
        <translation> Was auf %1 liegt, ist gesondert gezeigt.</translation>
    </message>
    <message>
        <source>Bars: %1 on %2, full = 100%.</source>
        <translation>Balken: %1 auf %2, voll = 100 %.</translation>
    </message>
    <message>
        <source>Ablate %1</source>
        <translation>Ablation: %1</translation>
    </message>
    <message>
        <source>Remove change: %1</source>
        <translation>Änderung entfernen: %1</translation>
    </message>
    <message>
        <source>Switch change on: %1</source>
        <translation>Änderung einschalten: %1</translation>
    </message>
    <message>
        <source>Switch change off: %1</source>
        <translation>Änderung ausschalten: %1</translation>
    </message>
    <message>
        <source>Edit changes</source>
        <translation>Änderungen bearbeiten</translation>
    </message>
    <message>
        <source>Add lens: %1</source>
        <translation>Linse hinzufügen: %1</translation>
    </message>
    <message>
        <source>Remove lens: %1</source>
        <translation>Linse entfernen: %1</translation>
    </message>
    <message>
        <source>Change lenses</source>
        <translation>Linsen ändern</translation>
    </message>
    <message>
        <source>Show panel as: %1</source>
        <translation>Ansicht zeigen als: %1</translation>
    </message>
    <message>
        <source>Change method: %1</source>
        <translation>Methode ändern: %1</translation>
    </message>
    <message>
        <source>Show difference</source>
        <translation>Unterschied zeigen</translation>
    </message>
    <message>
        <source>End difference</source>
        <translation>Unterschied beenden</translation>
    </message>
    <message>
        <source>Choose heads of panel</source>
        <translation>Köpfe der Ansicht wählen</translation>
    </message>
    <message>
        <source>Pin head %1 in panel</source>
        <translation>Kopf %1 in der Ansicht festhalten</translation>
    </message>
    <message>
        <source>Unpin head of panel</source>
        <translation>Kopf der Ansicht loslassen</translation>
    </message>
    <message>
        <source>Change colour scale</source>
        <translation>Farbskala ändern</translation>
    </message>
    <message>
        <source>Change threshold</source>
        <translation>Schwelle ändern</translation>
    </message>
    <message>
        <source>Change panel</source>
        <translation>Ansicht ändern</translation>
    </message>
    <message>
        <source>Add panel</source>
        <translation>Ansicht hinzufügen</translation>
    </message>
    <message>
        <source>Add panels</source>
        <translation>Ansichten hinzufügen</translation>
    </message>
    <message>
        <source>Close panel</source>
        <translation>Ansicht schließen</translation>
    </message>
    <message>
        <source>Move panel</source>
        <translation>Ansicht verschieben</translation>
    </message>
    <message>
        <source>Change panels</source>
        <translation>Ansichten ändern</translation>
    </message>
    <message>
        <source>Add slide</source>
        <translation>Folie hinzufügen</translation>
    </message>
    <message>
        <source>Remove slide</source>
        <translation>Folie entfernen</translation>
    </message>
    <message>
        <source>Edit slide</source>
        <translation>Folie bearbeiten</translation>
    </message>
    <message>
        <source>Move slide</source>
        <translation>Folie verschieben</translation>
    </message>
    <message>
        <source>Open model %1</source>
        <translation>Modell %1 öffnen</translation>
    </message>
    <message>
        <source>Compare with model %1</source>
        <translation>Mit Modell %1 vergleichen</translation>
    </message>
    <message>
        <source>Stop comparing models</source>
        <translation>Vergleich der Modelle beenden</translation>
    </message>
    <message>
        <source>Open image</source>
        <translation>Bild öffnen</translation>
    </message>
    <message>
        <source>Compare texts</source>
        <translation>Texte vergleichen</translation>
    </message>
    <message>
        <source>Stop comparing texts</source>
        <translation>Vergleich der Texte beenden</translation>
    </message>
    <message>
        <source>Edit text</source>
        <translation>Text bearbeiten</translation>
    </message>
    <message>
        <source>Edit text B</source>
        <translation>Text B bearbeiten</translation>
    </message>
    <message>
        <source>Continue text</source>
        <translation>Text weiterschreiben</translation>
    </message>
    <message>
        <source>Show model with changes</source>
        <translation>Modell mit Änderungen zeigen</translation>
    </message>
    <message>
        <source>Show model without changes</source>
        <translation>Modell ohne Änderungen zeigen</translation>
    </message>
    <message>
        <source>Maximise panel</source>
        <translation>Ansicht maximieren</translation>
    </message>
    <message>
        <source>Restore panels</source>
        <translation>Ansichten wiederherstellen</translation>
    </message>
    <message>
        <source>Sort heads</source>
        <translation>Köpfe ordnen</translation>
    </message>
    <message>
        <source>Filter heads</source>
        <translation>Köpfe filtern</translation>
    </message>
    <message>
        <source>Select head %1</source>
        <translation>Kopf %1 wählen</translation>
    </message>
    <message>
        <source>Pin token</source>
        <translation>Token festhalten</translation>
    </message>
    <message>
        <source>Unpin token</source>
        <translation>Token loslassen</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Ausschnitt ändern</translation>
    </message>
    <message>
        <source>Which heads &amp;matter…</source>
        <translation>&amp;Welche Köpfe zählen…</translation>
    </message>
    <message>
        <source>Compare met&amp;hods…</source>
        <translation>&amp;Methoden nebeneinander…</translation>
    </message>
    <message>
        <source>Head &amp;table…</source>
        <translation>Köpfe &amp;in Zahlen…</translation>
    </message>
    <message>
        <source>&amp;Noise test…</source>
        <translation>&amp;Rauschen im Text…</translation>
    </message>
    <message>
        <source>&amp;Cost…</source>
        <translation>K&amp;osten…</translation>
    </message>
    <message>
        <source>Dec&amp;k…</source>
        <translation>&amp;Foliensatz…</translation>
    </message>
    <message>
        <source>&amp;Walk through this head…</source>
        <translation>Durch diesen Kopf &amp;gehen…</translation>
    </message>
    <message>
        <source>&amp;Five things heads do…</source>
        <translation>&amp;Fünf Dinge, die Köpfe tun…</translation>
    </message>
    <message>
        <source>&amp;Guide</source>
        <translation>&amp;Leitfaden</translation>
    </message>
    <message>
        <source>Panel</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>Show as %1</source>
        <translation>Als %1 zeigen</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>Kopf</translation>
    </message>
    <message>
        <source>Layer %1 · Head %2</source>
        <translation>Schicht %1 · Kopf %2</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>%1, token %2</source>
        <translation>%1, Token %2</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>Beispiel</translation>
    </message>
    <message>
        <source>Guide</source>
        <translation>Leitfaden</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>Decoder: within the target</source>
        <translation>Decoder: innerhalb des Ziels</translation>
    </message>
    <message>
        <source>Cross-attention: from target to source</source>
        <translation>Cross-Attention: vom Ziel zur Quelle</translation>
    </message>
    <message>
        <source>Encoder: within the source</source>
        <translation>Encoder: innerhalb der Quelle</translation>
    </message>
    <message>
        <source>decoder</source>
        <translation>Decoder</translation>
    </message>
    <message>
        <source>cross</source>
        <translation>Cross</translation>
    </message>
    <message>
        <source>encoder</source>
        <translation>Encoder</translation>
    </message>
    <message>
        <source>masked</source>
        <translation>nicht sichtbar</translation>
    </message>
    <message>
        <source>masked for this query</source>
        <translation>für diese Query nicht sichtbar</translation>
    </message>
    <message>
        <source>Labels: the strongest and some other tokens.</source>
        <translation>Beschriftet: die stärksten und einige weitere Tokens.</translation>
    </message>
    <message>
        <source>Dots that would cover one another are moved apart.</source>
        <translation>Punkte, die einander verdecken würden, sind auseinandergerückt.</translation>
    </message>
    <message>
        <source>&amp;Score of a cell…</source>
        <translation>&amp;Score einer Zelle…</translation>
    </message>
    <message>
        <source>E&amp;xperts…</source>
        <translation>&amp;Experten…</translation>
    </message>
    <message>
        <source>Experts</source>
        <translation>Experten</translation>
    </message>
    <message>
        <source>Expert load: tokens per expert</source>
        <translation>Auslastung: Tokens je Experte</translation>
    </message>
    <message>
        <source>Experts by layer and token, expert %1.%2</source>
        <translation>Experten nach Schicht und Token, Experte %1.%2</translation>
    </message>
    <message>
        <source>Experts by layer and token</source>
        <translation>Experten nach Schicht und Token</translation>
    </message>
    <message>
        <source>Tokens of expert %1.%2</source>
        <translation>Tokens von Experte %1.%2</translation>
    </message>
    <message>
        <source>First expert of each token, layer %1</source>
        <translation>Erster Experte jedes Tokens, Schicht %1</translation>
    </message>
    <message>
        <source>Colour and number: expert. Height: its weight; a whole cell is %1. Best expert at the top.</source>
        <translation>Farbe und Zahl: Experte. Höhe: sein Gewicht; eine ganze Zelle ist %1. Der beste Experte steht oben.</translation>
    </message>
    <message>
        <source>Bar: tokens that chose the expert, up to %1. Line: even load.</source>
        <translation>Balken: Tokens, die den Experten gewählt haben, bis %1. Linie: gleichmäßige Auslastung.</translation>
    </message>
    <message>
        <source>Coloured: tokens that chose the expert, with its weight.</source>
        <translation>Farbig: Tokens, die den Experten gewählt haben, mit seinem Gewicht.</translation>
    </message>
    <message>
        <source>Colour and number: expert with the largest weight.</source>
        <translation>Farbe und Zahl: Experte mit dem größten Gewicht.</translation>
    </message>
    <message>
        <source>“%1”, layer %2: %3</source>
        <translation>„%1“, Schicht %2: %3</translation>
    </message>
    <message>
        <source>no expert</source>
        <translation>kein Experte</translation>
    </message>
    <message>
        <source>Expert %1.%2: %3 of %4 tokens, %5 of all choices</source>
        <translation>Experte %1.%2: %3 von %4 Tokens, %5 aller Wahlen</translation>
    </message>
    <message>
        <source>“%1”, layer %2: expert %3, weight %4</source>
        <translation>„%1“, Schicht %2: Experte %3, Gewicht %4</translation>
    </message>
    <message>
        <source>Experts, without a text.</source>
        <translation>Experten, ohne Text.</translation>
    </message>
    <message>
        <source>layer %1: expert %2 for %3 tokens</source>
        <translation>Schicht %1: Experte %2 für %3 Tokens</translation>
    </message>
    <message>
        <source>. Most used: %1.</source>
        <translation>. Am meisten genutzt: %1.</translation>
    </message>
    <message>
        <source>content</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>Numbers that do not turn</source>
        <translation>Zahlen, die sich nicht drehen</translation>
    </message>
    <message>
        <source>Wavelength %1 tokens</source>
        <translation>Wellenlänge %1 Tokens</translation>
    </message>
    <message>
        <source>added</source>
        <translation>addiert</translation>
    </message>
    <message>
        <source>Position terms and soft cap</source>
        <translation>Positionsterme und Soft Cap</translation>
    </message>
    <message>
        <source>Score of a cell</source>
        <translation>Score einer Zelle</translation>
    </message>
    <message>
        <source>Why “%1” attends to “%2”: %3</source>
        <translation>Warum „%1“ auf „%2“ achtet: %3</translation>
    </message>
    <message>
        <source>Score %1 = content %2 + rotary %3%4; weight %5.</source>
        <translation>Score %1 = Inhalt %2 + Rotation %3%4; Gewicht %5.</translation>
    </message>
    <message>
        <source> + added %1</source>
        <translation> + addiert %1</translation>
    </message>
    <message>
        <source>Masked: the query does not see this key.</source>
        <translation>Maskiert: Die Query sieht diesen Key nicht.</translation>
    </message>
    <message>
        <source>Bars by wavelength: tokens of a whole turn. Lines: the same with both tokens at one place.</source>
        <translation>Balken nach Wellenlänge: Tokens einer ganzen Drehung. Striche: dasselbe mit beiden Tokens an einer Stelle.</translation>
    </message>
    <message>
        <source>Without rotary positions there is one part.</source>
        <translation>Ohne rotierende Positionen gibt es einen Teil.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>, at the same place %1</source>
        <translation>, an derselben Stelle %1</translation>
    </message>
    <message>
        <source>Score of a cell, without a cell.</source>
        <translation>Score einer Zelle, ohne Zelle.</translation>
    </message>
    <message>
        <source>. Content %1, rotary %2, score %3.</source>
        <translation>. Inhalt %1, Rotation %2, Score %3.</translation>
    </message>
    <message>
        <source>no token</source>
        <translation>kein Token</translation>
    </message>
    <message>
        <source>%1, no token</source>
        <translation>%1, kein Token</translation>
    </message>
    <message>
        <source>Outlined bars: the share of no token (learned sink), which the row&apos;s weights lack to 100%.</source>
        <translation>Umrandete Balken: der Anteil keines Tokens (gelernte Senke), der den Gewichten der Zeile zu 100 % fehlt.</translation>
    </message>
    <message>
        <source>no token %1</source>
        <translation>kein Token %1</translation>
    </message>
    <message>
        <source>%1   ·   no token %2</source>
        <translation>%1   ·   kein Token %2</translation>
    </message>
    <message>
        <source>every expert</source>
        <translation>jeder Experte</translation>
    </message>
    <message>
        <source>expert %1</source>
        <translation>Experte %1</translation>
    </message>
    <message>
        <source>experts %1</source>
        <translation>Experten %1</translation>
    </message>
    <message>
        <source>Force %1</source>
        <translation>%1 erzwingen</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation>%1 bei %2</translation>
    </message>
    <message>
        <source>Router logit at −∞: another expert takes its place</source>
        <translation>Router-Logit auf −∞: Ein anderer Experte tritt an seine Stelle</translation>
    </message>
    <message>
        <source>First choice of the router, with the weight of its own logit</source>
        <translation>Erste Wahl des Routers, mit dem Gewicht seines eigenen Logits</translation>
    </message>
    <message>
        <source>C&amp;ontacts…</source>
        <translation>&amp;Kontakte…</translation>
    </message>
    <message>
        <source>contact probability</source>
        <translation>Kontaktwahrscheinlichkeit</translation>
    </message>
    <message>
        <source>Predicted contacts, %1</source>
        <translation>Vorhergesagte Kontakte, %1</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>Kontakte</translation>
    </message>
    <message>
        <source>Logit &amp;lens…</source>
        <translation>&amp;Logit-Linse…</translation>
    </message>
    <message>
        <source>Logit lens</source>
        <translation>Logit-Linse</translation>
    </message>
    <message>
        <source>Logit lens: what the model would predict after each layer</source>
        <translation>Logit-Linse: was das Modell nach jeder Schicht vorhersagen würde</translation>
    </message>
    <message>
        <source>Before the first layer</source>
        <translation>Vor der ersten Schicht</translation>
    </message>
    <message>
        <source>After layer %1</source>
        <translation>Nach Schicht %1</translation>
    </message>
    <message>
        <source>probability</source>
        <translation>Wahrscheinlichkeit</translation>
    </message>
    <message>
        <source>logit</source>
        <translation>Logit</translation>
    </message>
    <message>
        <source>Each cell: the most likely token at this place if the output head read the hidden state of that layer; colour: its probability.</source>
        <translation>Jede Zelle: das wahrscheinlichste Token an dieser Stelle, läse der Ausgabekopf den verborgenen Zustand dieser Schicht; Farbe: seine Wahrscheinlichkeit.</translation>
    </message>
    <message>
        <source>Each cell: the most likely next token if the output head read the hidden state of that layer; colour: its probability.</source>
        <translation>Jede Zelle: das wahrscheinlichste nächste Token, läse der Ausgabekopf den verborgenen Zustand dieser Schicht; Farbe: seine Wahrscheinlichkeit.</translation>
    </message>
    <message>
        <source>Tokens %1 to %2 of %3.</source>
        <translation>Token %1 bis %2 von %3.</translation>
    </message>
    <message>
        <source>No room for words: point at a cell.</source>
        <translation>Kein Platz für Wörter: Zeigen Sie auf eine Zelle.</translation>
    </message>
    <message>
        <source>input</source>
        <comment>hidden state before the first layer</comment>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>%1 at “%2”</source>
        <translation>%1 bei „%2“</translation>
    </message>
    <message>
        <source>What each head adds to the logit at “%1”</source>
        <translation>Was jeder Kopf zum Logit bei „%1“ beiträgt</translation>
    </message>
    <message>
        <source>What each head adds to the logit of “%1” (%2)</source>
        <translation>Was jeder Kopf zum Logit von „%1“ beiträgt (%2)</translation>
    </message>
    <message>
        <source>%1, token %2 “%3”: “%4” %5</source>
        <translation>%1, Token %2 „%3“: „%4“ %5</translation>
    </message>
    <message>
        <source>“%1”: %2</source>
        <translation>„%1“: %2</translation>
    </message>
    <message>
        <source>%1: logit %2</source>
        <translation>%1: Logit %2</translation>
    </message>
    <message>
        <source>A logit lens without a text.</source>
        <translation>Eine Logit-Linse ohne Text.</translation>
    </message>
    <message>
        <source>%1 “%2” %3</source>
        <translation>%1 „%2“ %3</translation>
    </message>
    <message>
        <source>A grid of %1 hidden states by %2 tokens. At token %3 “%4”: %5.</source>
        <translation>Ein Raster von %1 verborgenen Zuständen mal %2 Token. Bei Token %3 „%4“: %5.</translation>
    </message>
    <message>
        <source> The head that adds most to the logit is %1 (%2).</source>
        <translation> Am meisten trägt zum Logit %1 bei (%2).</translation>
    </message>
    <message>
        <source>needs %1, this computer has %2</source>
        <translation>braucht %1, dieser Rechner hat %2</translation>
    </message>
    <message>
        <source>needs %1 of %2 free</source>
        <translation>braucht %1 von %2 frei</translation>
    </message>
    <message>
        <source>%1, fits</source>
        <translation>%1, passt</translation>
    </message>
    <message>
        <source>Sc&amp;atter of heads…</source>
        <translation>Streudiagramm &amp;der Köpfe…</translation>
    </message>
    <message>
        <source>%1 against %2</source>
        <translation>%1 gegen %2</translation>
    </message>
    <message>
        <source>Named: heads that lie furthest from the others.</source>
        <translation>Benannt: Köpfe, die am weitesten von den anderen entfernt sind.</translation>
    </message>
    <message>
        <source>%1 (%2): %3 %4, %5 %6</source>
        <translation>%1 (%2): %3 %4, %5 %6</translation>
    </message>
    <message>
        <source>%1 of %2 heads. Highest %3: %4, head %5. Highest %6: %7, head %8.</source>
        <translation>%1 von %2 Köpfen. Höchster Wert, %3: %4, Kopf %5. Höchster Wert, %6: %7, Kopf %8.</translation>
    </message>
    <message>
        <source>Heads</source>
        <translation>Köpfe</translation>
    </message>
    <message>
        <source>Sort heads by %1</source>
        <translation>Köpfe sortieren nach %1</translation>
    </message>
    <message>
        <source>Sort heads by layer and head</source>
        <translation>Köpfe sortieren nach Schicht und Kopf</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Sprache</translation>
    </message>
    <message>
        <source>Another language shows after a restart.</source>
        <translation>Eine andere Sprache gilt nach einem Neustart.</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>Farb&amp;schema</translation>
    </message>
    <message>
        <source>colours dark light high contrast</source>
        <translation>Farben dunkel hell hoher Kontrast</translation>
    </message>
    <message>
        <source>Text &amp;size</source>
        <translation>Textgrö&amp;ße</translation>
    </message>
    <message>
        <source>Of menus, panes and figures on the screen.</source>
        <translation>Von Menüs, Bereichen und Abbildungen am Bildschirm.</translation>
    </message>
    <message>
        <source>font larger smaller zoom</source>
        <translation>Schrift größer kleiner Zoom</translation>
    </message>
    <message>
        <source>Reduce &amp;motion</source>
        <translation>&amp;Bewegung verringern</translation>
    </message>
    <message>
        <source>animation</source>
        <translation>Animation</translation>
    </message>
    <message>
        <source>Panels</source>
        <translation>Ansichten</translation>
    </message>
    <message>
        <source>&amp;Colour scale</source>
        <translation>&amp;Farbskala</translation>
    </message>
    <message>
        <source>Of the panels that are open and of new sessions.</source>
        <translation>Der geöffneten Ansichten und neuer Sitzungen.</translation>
    </message>
    <message>
        <source>linear logarithmic</source>
        <translation>linear logarithmisch</translation>
    </message>
    <message>
        <source>Separate attention sin&amp;ks</source>
        <translation>Attention-Senken &amp;abtrennen</translation>
    </message>
    <message>
        <source>Attention on the first token or special tokens has its own bar.</source>
        <translation>Attention auf das erste Token oder Sondertoken hat einen eigenen Balken.</translation>
    </message>
    <message>
        <source>Computing</source>
        <translation>Rechnen</translation>
    </message>
    <message>
        <source>Th&amp;reads</source>
        <translation>Th&amp;reads</translation>
    </message>
    <message>
        <source>All cores (%1)</source>
        <translation>Alle Kerne (%1)</translation>
    </message>
    <message>
        <source>processor CPU</source>
        <translation>Prozessor CPU</translation>
    </message>
    <message>
        <source>M&amp;emory of a run</source>
        <translation>Sp&amp;eicher eines Laufs</translation>
    </message>
    <message>
        <source>Half of what is free</source>
        <translation>Hälfte des freien</translation>
    </message>
    <message>
        <source>Longer texts use a scratch file on disk.</source>
        <translation>Längere Texte nutzen eine temporäre Datei.</translation>
    </message>
    <message>
        <source>RAM</source>
        <translation>RAM Arbeitsspeicher</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>Privatsphäre</translation>
    </message>
    <message>
        <source>Remember recent models and sessi&amp;ons</source>
        <translation>Zuletzt ge&amp;öffnete Modelle und Sitzungen merken</translation>
    </message>
    <message>
        <source>history</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Keep a copy of unsaved &amp;work</source>
        <translation>Kopie ungesicherter A&amp;rbeit behalten</translation>
    </message>
    <message>
        <source>Restores your work after a crash and at the next start.</source>
        <translation>Stellt Ihre Arbeit nach einem Absturz und beim nächsten Start wieder her.</translation>
    </message>
    <message>
        <source>autosave recovery</source>
        <translation>Autosave Wiederherstellung</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Vergessen</translation>
    </message>
    <message>
        <source>Forgotten</source>
        <translation>Vergessen erledigt</translation>
    </message>
    <message>
        <source>&amp;Forget what was opened</source>
        <translation>&amp;Vergessen, was geöffnet war</translation>
    </message>
    <message>
        <source>Deletes recent lists, unsaved sessions and crash reports. Your own files stay.</source>
        <translation>Löscht Verlaufslisten, ungesicherte Sitzungen und Absturzberichte. Ihre eigenen Dateien bleiben.</translation>
    </message>
    <message>
        <source>history clear delete</source>
        <translation>Verlauf leeren löschen</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>Alle zurücksetzen</translation>
    </message>
    <message>
        <source>&amp;Usual keys for all commands</source>
        <translation>Ü&amp;bliche Tasten für alle Befehle</translation>
    </message>
    <message>
        <source>Without %1: %2 %3 → %4</source>
        <translation>Ohne %1: %2 %3 → %4</translation>
    </message>
    <message>
        <source>Ablation, head by head</source>
        <translation>Ablation, Kopf für Kopf</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Through the layers</source>
        <translation>Durch die Schichten</translation>
    </message>
    <message>
        <source>Through the heads</source>
        <translation>Durch die Köpfe</translation>
    </message>
    <message>
        <source>Token by token</source>
        <translation>Token für Token</translation>
    </message>
    <message>
        <source>Step %1 of %2: %3</source>
        <translation>Schritt %1 von %2: %3</translation>
    </message>
    <message>
        <source>Walkthrough: %1, “%2”</source>
        <translation>Schritt für Schritt: %1, „%2“</translation>
    </message>
    <message>
        <source>Pale: the sums of the step before, on the same axis.</source>
        <translation>Blass: die Summen des vorigen Schritts auf derselben Achse.</translation>
    </message>
    <message>
        <source>Token by token, as it was written</source>
        <translation>Token für Token, wie geschrieben</translation>
    </message>
    <message>
        <source>Walkthrough of this head</source>
        <translation>Dieser Kopf Schritt für Schritt</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Heads that look at contacts most: %1; chance %2.</source>
        <translation>Köpfe, die am meisten auf Kontakte achten: %1; Zufall %2.</translation>
    </message>
    <message>
        <source>%1: expected a figure with its session, found one exported without a session</source>
        <translation>%1: Abbildung mit ihrer Sitzung erwartet, gefunden: eine ohne Sitzung exportierte</translation>
    </message>
    <message>
        <source>%1: expected a figure with its session, found one exported without text and session</source>
        <translation>%1: Abbildung mit ihrer Sitzung erwartet, gefunden: eine ohne Text und Sitzung exportierte</translation>
    </message>
    <message>
        <source>model &apos;%1&apos;: needs about %2 of memory, this machine has %3</source>
        <translation>Modell „%1“: braucht etwa %2 Speicher, dieser Rechner hat %3</translation>
    </message>
    <message>
        <source>%1: expected a session, found something that is not JSON</source>
        <translation>%1: Sitzung erwartet, gefunden wurde etwas, das kein JSON ist</translation>
    </message>
    <message>
        <source>Two mo&amp;dels…</source>
        <translation>&amp;Zwei Modelle…</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>und %1 weitere</translation>
    </message>
    <message>
        <source>Two models</source>
        <translation>Zwei Modelle</translation>
    </message>
    <message>
        <source>Two models: %1 and %2</source>
        <translation>Zwei Modelle: %1 und %2</translation>
    </message>
    <message>
        <source>Heads: Jensen–Shannon divergence of their attention, mean over rows, in nats; at most %1.</source>
        <translation>Köpfe: Jensen-Shannon-Divergenz ihrer Aufmerksamkeit, Mittel über die Zeilen, in Nats; höchstens %1.</translation>
    </message>
    <message>
        <source>Predictions: Kullback–Leibler divergence of %1 from %2, in nats.</source>
        <translation>Vorhersagen: Kullback-Leibler-Divergenz von %1 gegenüber %2, in Nats.</translation>
    </message>
    <message>
        <source>Tensors: relative error (Frobenius) against %1. Bars are parts of the largest of a list.</source>
        <translation>Tensoren: relativer Fehler (Frobenius) gegenüber %1. Balken sind Anteile des Größten einer Liste.</translation>
    </message>
    <message>
        <source>Heads by change of attention</source>
        <translation>Köpfe nach Änderung der Aufmerksamkeit</translation>
    </message>
    <message>
        <source>No heads.</source>
        <translation>Keine Köpfe.</translation>
    </message>
    <message>
        <source>Changed predictions: %1 of %2</source>
        <translation>Geänderte Vorhersagen: %1 von %2</translation>
    </message>
    <message>
        <source>Changed predictions</source>
        <translation>Geänderte Vorhersagen</translation>
    </message>
    <message>
        <source>The most likely prediction is the same everywhere.</source>
        <translation>Die wahrscheinlichste Vorhersage ist überall dieselbe.</translation>
    </message>
    <message>
        <source>Tensors by relative error</source>
        <translation>Tensoren nach relativem Fehler</translation>
    </message>
    <message>
        <source>All tensors are the same.</source>
        <translation>Alle Tensoren sind gleich.</translation>
    </message>
    <message>
        <source>%1: %2 nats; %3 of a row moved on average; largest difference %4</source>
        <translation>%1: %2 Nats; im Mittel %3 einer Zeile verschoben; größter Unterschied %4</translation>
    </message>
    <message>
        <source>%1 (%2): %3 nats</source>
        <translation>%1 (%2): %3 Nats</translation>
    </message>
    <message>
        <source>; %1 %2 → %3 %4</source>
        <translation>; %1 %2 → %3 %4</translation>
    </message>
    <message>
        <source>%1, %2 → %3: relative error %4, largest difference %5</source>
        <translation>%1, %2 → %3: relativer Fehler %4, größter Unterschied %5</translation>
    </message>
    <message>
        <source>Differences of two models, without two of them.</source>
        <translation>Unterschiede zweier Modelle, ohne zwei davon.</translation>
    </message>
    <message>
        <source>The attention of %1 changes most, by %2 nats. </source>
        <translation>Am meisten ändert sich die Aufmerksamkeit von %1, um %2 Nats. </translation>
    </message>
    <message>
        <source>The most likely prediction changes at %1 of %2 places. </source>
        <translation>Die wahrscheinlichste Vorhersage ändert sich an %1 von %2 Stellen. </translation>
    </message>
    <message>
        <source>The largest relative error of a tensor is %1.</source>
        <translation>Der größte relative Fehler eines Tensors ist %1.</translation>
    </message>
    <message>
        <source>The chat template does not write what turn %1 says as it is; tokens made of it count as the template&apos;s.</source>
        <translation>Die Chat-Vorlage schreibt Beitrag %1 nicht so, wie er lautet; Tokens daraus zählen zur Vorlage.</translation>
    </message>
    <message>
        <source>Write a conversation</source>
        <translation>Gespräch schreiben</translation>
    </message>
    <message>
        <source>Write a plain text</source>
        <translation>Einfachen Text schreiben</translation>
    </message>
    <message>
        <source>Edit turn %1</source>
        <translation>Beitrag %1 bearbeiten</translation>
    </message>
    <message>
        <source>Add turn</source>
        <translation>Beitrag hinzufügen</translation>
    </message>
    <message>
        <source>Remove turn</source>
        <translation>Beitrag entfernen</translation>
    </message>
    <message>
        <source>Change role of turn %1</source>
        <translation>Rolle von Beitrag %1 ändern</translation>
    </message>
    <message>
        <source>Move turn</source>
        <translation>Beitrag verschieben</translation>
    </message>
    <message>
        <source>Change end of conversation</source>
        <translation>Ende des Gesprächs ändern</translation>
    </message>
    <message>
        <source>Edit conversation</source>
        <translation>Gespräch bearbeiten</translation>
    </message>
    <message>
        <source>A conversation has at most %1 turns.</source>
        <translation>Ein Gespräch hat höchstens %1 Beiträge.</translation>
    </message>
    <message>
        <source>Experts are chosen for each token: remove the lenses that merge or hide tokens.</source>
        <translation>Experten werden für jedes Token gewählt: Entfernen Sie die Linsen, die Tokens zusammenfassen oder ausblenden.</translation>
    </message>
    <message>
        <source>This model has no experts. Open a mixture of experts, such as Mixtral or Qwen3-MoE.</source>
        <translation>Dieses Modell hat keine Experten. Öffnen Sie eine Expertenmischung wie Mixtral oder Qwen3-MoE.</translation>
    </message>
    <message>
        <source>Choose expert %1</source>
        <translation>Experten %1 wählen</translation>
    </message>
    <message>
        <source>Show all experts</source>
        <translation>Alle Experten zeigen</translation>
    </message>
    <message>
        <source>Set adapter to %1</source>
        <translation>Adapter auf %1 setzen</translation>
    </message>
    <message>
        <source>Edit note of panel</source>
        <translation>Notiz zur Ansicht bearbeiten</translation>
    </message>
    <message>
        <source>Edit note of head</source>
        <translation>Notiz zum Kopf bearbeiten</translation>
    </message>
    <message>
        <source>At most %1 heads have notes.</source>
        <translation>Höchstens %1 Köpfe haben Notizen.</translation>
    </message>
    <message>
        <source>A note has at most %1 bytes.</source>
        <translation>Eine Notiz hat höchstens %1 Bytes.</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>Aufteilung</translation>
    </message>
    <message>
        <source>Layout %1</source>
        <translation>Aufteilung %1</translation>
    </message>
    <message>
        <source>Axes: %1 ↓, %2 →.</source>
        <translation>Achsen: %1 ↓, %2 →.</translation>
    </message>
    <message>
        <source>Axes: %1 ↓, %2 →; full bar = 100%.</source>
        <translation>Achsen: %1 ↓, %2 →; voller Balken = 100 %.</translation>
    </message>
    <message>
        <source>Vision: within the pictures</source>
        <translation>Bildteil: innerhalb der Bilder</translation>
    </message>
    <message>
        <source>Nothing to compare</source>
        <translation>Nichts zu vergleichen</translation>
    </message>
    <message>
        <source>No difference above %1</source>
        <translation>Kein Unterschied über %1</translation>
    </message>
    <message>
        <source>vision</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>C&amp;ircuits…</source>
        <translation>Schal&amp;tkreise…</translation>
    </message>
    <message>
        <source>Who gave the answer</source>
        <translation>Wer die Antwort gab</translation>
    </message>
    <message>
        <source>Put values of B into A</source>
        <translation>Werte von B in A setzen</translation>
    </message>
    <message>
        <source>Switch off each head</source>
        <translation>Jeden Kopf abschalten</translation>
    </message>
    <message>
        <source>Hide each token</source>
        <translation>Jedes Token verbergen</translation>
    </message>
    <message>
        <source>Gradient of each token</source>
        <translation>Gradient jedes Tokens</translation>
    </message>
    <message>
        <source>Integrated gradients</source>
        <translation>Integrierte Gradienten</translation>
    </message>
    <message>
        <source>Relevance through all layers</source>
        <translation>Relevanz durch alle Schichten</translation>
    </message>
    <message>
        <source>Head importance by gradient</source>
        <translation>Wichtigkeit der Köpfe nach Gradient</translation>
    </message>
    <message>
        <source>Why a head looks there</source>
        <translation>Warum ein Kopf dorthin blickt</translation>
    </message>
    <message>
        <source>Circuit by gradient (EAP)</source>
        <translation>Schaltkreis nach Gradient (EAP)</translation>
    </message>
    <message>
        <source>Circuit by patched edges</source>
        <translation>Schaltkreis aus einzelnen Kanten</translation>
    </message>
    <message>
        <source>Circuit by path patching</source>
        <translation>Schaltkreis aus Pfaden (Path Patching)</translation>
    </message>
    <message>
        <source>Patching by gradient (AtP)</source>
        <translation>Patching nach Gradient (AtP)</translation>
    </message>
    <message>
        <source>Which heads read which (weights)</source>
        <translation>Welche Köpfe welche lesen (Gewichte)</translation>
    </message>
    <message>
        <source>Which heads copy (weights)</source>
        <translation>Welche Köpfe kopieren (Gewichte)</translation>
    </message>
    <message>
        <source>What each head wrote from each source token into the answer, directly; the rows add up.</source>
        <translation>Was jeder Kopf von jedem Quelltoken unmittelbar in die Antwort schrieb; die Zeilen summieren sich.</translation>
    </message>
    <message>
        <source>How much of the difference between two texts comes back when one value of B is put into the run of A: 0 nothing, 1 all.</source>
        <translation>Wie viel vom Unterschied zweier Texte wiederkehrt, wenn ein Wert von B in den Lauf von A gesetzt wird: 0 nichts, 1 alles.</translation>
    </message>
    <message>
        <source>How the metric changes without what a head writes.</source>
        <translation>Wie sich die Messgröße ohne das ändert, was ein Kopf schreibt.</translation>
    </message>
    <message>
        <source>What the prediction loses when no head can look at a token. It is measured, not estimated.</source>
        <translation>Was die Antwort verliert, wenn kein Kopf ein Token sehen kann. Gemessen, nicht geschätzt.</translation>
    </message>
    <message>
        <source>How strongly the metric reacts to each token, to first order, by one backward pass.</source>
        <translation>Wie stark die Messgröße auf jedes Token reagiert, in erster Ordnung, aus einem Rückwärtslauf.</translation>
    </message>
    <message>
        <source>Each token’s part of the metric, along the way from empty embeddings; the parts add up.</source>
        <translation>Der Anteil jedes Tokens an der Messgröße, auf dem Weg von leeren Einbettungen; die Anteile summieren sich.</translation>
    </message>
    <message>
        <source>Attention weighted by its gradient, carried through all layers (Chefer et al., 2021).</source>
        <translation>Aufmerksamkeit, mit ihrem Gradienten gewichtet und durch alle Schichten getragen (Chefer u. a., 2021).</translation>
    </message>
    <message>
        <source>How much the metric would change without a head, estimated by its gradient (Michel et al., 2019).</source>
        <translation>Wie sehr sich die Messgröße ohne einen Kopf ändern würde, nach dem Gradienten geschätzt (Michel u. a., 2019).</translation>
    </message>
    <message>
        <source>Who wrote what the query looks for, and who wrote what the key offers: the score of one cell.</source>
        <translation>Wer schrieb, was die Anfrage sucht, und wer, was der Schlüssel bietet: der Score einer Zelle.</translation>
    </message>
    <message>
        <source>Which parts hand which others what tells B from A, estimated for all edges at once.</source>
        <translation>Welche Teile welchen anderen weitergeben, was B von A unterscheidet, für alle Kanten auf einmal geschätzt.</translation>
    </message>
    <message>
        <source>The same measured edge by edge: one part reads what another wrote in B. This takes its time.</source>
        <translation>Dasselbe, Kante für Kante gemessen: Ein Teil liest, was ein anderer in B schrieb. Das dauert.</translation>
    </message>
    <message>
        <source>What a head hands on to the queries, keys and values of later heads, all others held as in A.</source>
        <translation>Was ein Kopf an Anfragen, Schlüssel und Werte späterer Köpfe weitergibt, alle anderen wie in A gehalten.</translation>
    </message>
    <message>
        <source>What putting values of B into A would do, estimated for all places by one backward pass.</source>
        <translation>Was Werte von B in A bewirken würden, für alle Stellen aus einem Rückwärtslauf geschätzt.</translation>
    </message>
    <message>
        <source>What the model would predict at each token if it stopped within the layers.</source>
        <translation>Was das Modell an jedem Token vorhersagen würde, hörte es zwischen den Schichten auf.</translation>
    </message>
    <message>
        <source>How much of what a head writes a later one reads, above random pairs; no text is needed.</source>
        <translation>Wie viel von dem, was ein Kopf schreibt, ein späterer liest, über zufälligen Paaren; ohne Text.</translation>
    </message>
    <message>
        <source>Whether a head raises the tokens that it sees (1) or suppresses them (−1); no text is needed.</source>
        <translation>Ob ein Kopf die Token, die er sieht, anhebt (1) oder unterdrückt (−1); ohne Text.</translation>
    </message>
    <message>
        <source>Residual stream</source>
        <translation>Residualstrom</translation>
    </message>
    <message>
        <source>Attention outputs</source>
        <translation>Ausgaben der Aufmerksamkeit</translation>
    </message>
    <message>
        <source>MLP outputs</source>
        <translation>Ausgaben der MLPs</translation>
    </message>
    <message>
        <source>Head outputs</source>
        <translation>Ausgaben der Köpfe</translation>
    </message>
    <message>
        <source>Head outputs by token</source>
        <translation>Ausgaben der Köpfe je Token</translation>
    </message>
    <message>
        <source>Queries</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>Werte</translation>
    </message>
    <message>
        <source>Attention patterns</source>
        <translation>Aufmerksamkeitsmuster</translation>
    </message>
    <message>
        <source>Text A</source>
        <translation>Text A</translation>
    </message>
    <message>
        <source>Text B</source>
        <translation>Text B</translation>
    </message>
    <message>
        <source>Replaced by zero</source>
        <translation>Durch null ersetzt</translation>
    </message>
    <message>
        <source>Replaced by its mean</source>
        <translation>Durch ihr Mittel ersetzt</translation>
    </message>
    <message>
        <source>Replaced by its mean over B</source>
        <translation>Durch ihr Mittel über B ersetzt</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>verborgen</translation>
    </message>
    <message>
        <source>weight × 0.1</source>
        <translation>Gewicht × 0,1</translation>
    </message>
    <message>
        <source>score × 0.1</source>
        <translation>Score × 0,1</translation>
    </message>
    <message>
        <source>The answer, %1</source>
        <translation>Die Antwort, %1</translation>
    </message>
    <message>
        <source>Every later token, %1</source>
        <translation>Jedes spätere Token, %1</translation>
    </message>
    <message>
        <source>Gradient × input</source>
        <translation>Gradient × Eingabe</translation>
    </message>
    <message>
        <source>Length of gradient × input</source>
        <translation>Länge von Gradient × Eingabe</translation>
    </message>
    <message>
        <source>Length of the gradient</source>
        <translation>Länge des Gradienten</translation>
    </message>
    <message>
        <source>EAP-IG from 0</source>
        <translation>EAP-IG ab 0</translation>
    </message>
    <message>
        <source>Norms held</source>
        <translation>Normen festgehalten</translation>
    </message>
    <message>
        <source>Rank of the final word</source>
        <translation>Rang des letzten Worts</translation>
    </message>
    <message>
        <source>Entropy</source>
        <translation>Entropie</translation>
    </message>
    <message>
        <source>KL to the end</source>
        <translation>KL zum Ende</translation>
    </message>
    <message>
        <source>weights as stored</source>
        <translation>Gewichte wie gespeichert</translation>
    </message>
    <message>
        <source>norms folded in</source>
        <translation>Normen eingerechnet</translation>
    </message>
    <message>
        <source>Through queries, %1</source>
        <translation>Durch Anfragen, %1</translation>
    </message>
    <message>
        <source>Through keys, %1</source>
        <translation>Durch Schlüssel, %1</translation>
    </message>
    <message>
        <source>Through values, %1</source>
        <translation>Durch Werte, %1</translation>
    </message>
    <message>
        <source>All of it</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>restored</source>
        <translation>wiederhergestellt</translation>
    </message>
    <message>
        <source>metric</source>
        <translation>Messgröße</translation>
    </message>
    <message>
        <source>Δ metric</source>
        <translation>Δ Messgröße</translation>
    </message>
    <message>
        <source>Δ ln p</source>
        <translation>Δ ln p</translation>
    </message>
    <message>
        <source>rank</source>
        <translation>Rang</translation>
    </message>
    <message>
        <source>score</source>
        <translation>Score</translation>
    </message>
    <message>
        <source>relevance</source>
        <translation>Relevanz</translation>
    </message>
    <message>
        <source>copying score</source>
        <translation>Kopierscore</translation>
    </message>
    <message>
        <source>above chance</source>
        <translation>über Zufall</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a method and what of it is shown</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>The method did not find this for this model.</source>
        <translation>Die Methode fand dies für dieses Modell nicht.</translation>
    </message>
    <message>
        <source>B: %1</source>
        <comment>the second text</comment>
        <translation>B: %1</translation>
    </message>
    <message>
        <source>Metric: ln p of “%1”</source>
        <translation>Messgröße: ln p von „%1“</translation>
    </message>
    <message>
        <source>Metric: logit of “%1”</source>
        <translation>Messgröße: Logit von „%1“</translation>
    </message>
    <message>
        <source>Metric: logit of “%1” − “%2”</source>
        <translation>Messgröße: Logit von „%1“ − „%2“</translation>
    </message>
    <message>
        <source> at “%1”, token %2</source>
        <translation> an „%1“, Token %2</translation>
    </message>
    <message>
        <source>; A %1, B %2</source>
        <translation>; A %1, B %2</translation>
    </message>
    <message>
        <source>Strongest: %1.</source>
        <translation>Am stärksten: %1.</translation>
    </message>
    <message>
        <source>No edge has an effect.</source>
        <translation>Keine Kante hat eine Wirkung.</translation>
    </message>
    <message>
        <source>%1 edges from %2 of the strongest (%3) on; %4 weaker ones are left out.</source>
        <translation>%1 Kanten ab %2 der stärksten (%3); %4 schwächere fehlen.</translation>
    </message>
    <message>
        <source>Edges end at a head’s queries (above), keys (middle) or values (below).</source>
        <translation>Kanten enden an Anfragen (oben), Schlüsseln (Mitte) oder Werten (unten) eines Kopfes.</translation>
    </message>
    <message>
        <source>%1 → queries of %2: %3</source>
        <translation>%1 → Anfragen von %2: %3</translation>
    </message>
    <message>
        <source>%1 → keys of %2: %3</source>
        <translation>%1 → Schlüssel von %2: %3</translation>
    </message>
    <message>
        <source>%1 → values of %2: %3</source>
        <translation>%1 → Werte von %2: %3</translation>
    </message>
    <message>
        <source>%1 → %2: %3</source>
        <translation>%1 → %2: %3</translation>
    </message>
    <message>
        <source>%1: in %2, out %3</source>
        <translation>%1: ein %2, aus %3</translation>
    </message>
    <message>
        <source>No room for numbers: point at a cell.</source>
        <translation>Kein Platz für Zahlen: Zeigen Sie auf eine Zelle.</translation>
    </message>
    <message>
        <source>sum</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>Strongest heads first.</source>
        <translation>Die stärksten Köpfe zuerst.</translation>
    </message>
    <message>
        <source>Bars: sums of rows and columns, the strongest first.</source>
        <translation>Balken: Summen der Zeilen und Spalten, die stärksten zuerst.</translation>
    </message>
    <message>
        <source>Bars: sums of the rows, the strongest first.</source>
        <translation>Balken: Summen der Zeilen, die stärksten zuerst.</translation>
    </message>
    <message>
        <source>Rows wrote the query, columns the key.</source>
        <translation>Zeilen schrieben die Anfrage, Spalten den Schlüssel.</translation>
    </message>
    <message>
        <source>Rows: the hidden token; columns: the token that predicts.</source>
        <translation>Zeilen: das verborgene Token; Spalten: das Token, das vorhersagt.</translation>
    </message>
    <message>
        <source>A token’s own share may exceed the scale.</source>
        <translation>Der Anteil eines Tokens an sich selbst kann die Skala übersteigen.</translation>
    </message>
    <message>
        <source>%1 weaker ones are left out.</source>
        <translation>%1 schwächere fehlen.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a row and a column</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1: sum %2</source>
        <translation>%1: Summe %2</translation>
    </message>
    <message>
        <source>the input</source>
        <translation>die Eingabe</translation>
    </message>
    <message>
        <source>logits</source>
        <translation>Logits</translation>
    </message>
    <message>
        <source>the logits</source>
        <translation>die Logits</translation>
    </message>
    <message>
        <source>the MLP of layer %1</source>
        <translation>das MLP von Schicht %1</translation>
    </message>
    <message>
        <source>Layer %1, key/value head %2</source>
        <translation>Schicht %1, Schlüssel-/Werte-Kopf %2</translation>
    </message>
    <message>
        <source>Columns are key/value heads, each read by %1 heads.</source>
        <translation>Spalten sind Schlüssel-/Werte-Köpfe, jeder von %1 Köpfen gelesen.</translation>
    </message>
    <message>
        <source>L%1 mid</source>
        <comment>after the attention of a layer</comment>
        <translation>L%1 Mitte</translation>
    </message>
    <message>
        <source>end</source>
        <comment>after the last layer</comment>
        <translation>Ende</translation>
    </message>
    <message>
        <source>Before layer %1</source>
        <translation>Vor Schicht %1</translation>
    </message>
    <message>
        <source>After the attention of layer %1</source>
        <translation>Nach der Aufmerksamkeit von Schicht %1</translation>
    </message>
    <message>
        <source>At the end</source>
        <translation>Am Ende</translation>
    </message>
    <message>
        <source>Layer %1</source>
        <translation>Schicht %1</translation>
    </message>
    <message>
        <source>There is no text to tint.</source>
        <translation>Es gibt keinen Text zu färben.</translation>
    </message>
    <message>
        <source>“%1”, token %2: %3</source>
        <translation>„%1“, Token %2: %3</translation>
    </message>
    <message>
        <source>Smallest circuit</source>
        <translation>Kleinster Schaltkreis</translation>
    </message>
    <message>
        <source>The fewest edges that carry 85% of what tells A from B, measured with all others as in B.</source>
        <translation>Die wenigsten Kanten, die 85 % dessen tragen, was A von B unterscheidet; gemessen, alle anderen wie in B.</translation>
    </message>
    <message>
        <source>The circuit of %1 edges reaches %2 of the difference.</source>
        <translation>Der Schaltkreis aus %1 Kanten erreicht %2 des Unterschieds.</translation>
    </message>
    <message>
        <source>attention flow</source>
        <translation>Aufmerksamkeitsfluss</translation>
    </message>
    <message>
        <source>flow</source>
        <translation>Fluss</translation>
    </message>
    <message>
        <source>The most that can flow through the head means of all layers to the input; up to 64 tokens (Abnar and Zuidema 2020).</source>
        <translation>Das Meiste, was durch die Kopfmittel aller Schichten zur Eingabe fließen kann; bis 64 Token (Abnar und Zuidema 2020).</translation>
    </message>
    <message>
        <source>What each head does</source>
        <translation>Was jeder Kopf tut</translation>
    </message>
    <message>
        <source>beyond chance</source>
        <translation>über Zufall</translation>
    </message>
    <message>
        <source>text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>what attention goes to and its share</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>sound</source>
        <translation>Ton</translation>
    </message>
    <message>
        <source>pictures</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>after the sound</source>
        <translation>nach dem Ton</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Ton</translation>
    </message>
    <message>
        <source>Picture %1</source>
        <translation>Bild %1</translation>
    </message>
    <message>
        <source>In tiles</source>
        <translation>In Kacheln</translation>
    </message>
    <message>
        <source>As a whole</source>
        <translation>Als Ganzes</translation>
    </message>
    <message>
        <source>Picture %1, in tiles</source>
        <translation>Bild %1, in Kacheln</translation>
    </message>
    <message>
        <source>Picture %1, as a whole</source>
        <translation>Bild %1, als Ganzes</translation>
    </message>
    <message>
        <source>The sound as the model hears it, in grey; higher values have a stronger, denser colour.</source>
        <translation>Der Ton, wie ihn das Modell hört, in Grau; höhere Werte haben eine kräftigere, dichtere Farbe.</translation>
    </message>
    <message>
        <source>The picture in dimmed colours; higher values have a stronger, denser colour.</source>
        <translation>Das Bild in gedämpften Farben; höhere Werte haben eine kräftigere, dichtere Farbe.</translation>
    </message>
    <message>
        <source>Paler: what the model does not see.</source>
        <translation>Blasser: was das Modell nicht sieht.</translation>
    </message>
    <message>
        <source>Patches beyond the picture are padding.</source>
        <translation>Felder außerhalb des Bildes sind Auffüllung.</translation>
    </message>
    <message>
        <source>The model reads the picture as a whole and in tiles.</source>
        <translation>Das Modell liest das Bild als Ganzes und in Kacheln.</translation>
    </message>
    <message>
        <source>Hatched: %1.</source>
        <translation>Schraffiert: %1.</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>the smallest and the largest share</comment>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>Bars: attention on the sound (colour; %1), on %2 (grey), on sinks (hatched).</source>
        <translation>Balken: Aufmerksamkeit auf den Ton (Farbe; %1), auf %2 (grau), auf Senken (schraffiert).</translation>
    </message>
    <message>
        <source>Bars: attention on the picture (colour; %1), on %2 (grey), on sinks (hatched).</source>
        <translation>Balken: Aufmerksamkeit auf das Bild (Farbe; %1), auf %2 (grau), auf Senken (schraffiert).</translation>
    </message>
    <message>
        <source>The sound with the attention of one token laid over its %1 frames. </source>
        <translation>Der Ton, über dessen %1 Rahmen die Aufmerksamkeit eines Tokens liegt. </translation>
    </message>
    <message>
        <source> %1: strongest %2; %3.</source>
        <translation> %1: am stärksten %2; %3.</translation>
    </message>
    <message>
        <source>image &apos;%1&apos;: it has %2 frames; the first is read.</source>
        <translation>Bild „%1“: hat %2 Einzelbilder; das erste wird gelesen.</translation>
    </message>
    <message>
        <source>image &apos;%1&apos;: it has 16 bits a colour; it is read with 8.</source>
        <translation>Bild „%1“: hat 16 Bit je Farbe; gelesen wird es mit 8.</translation>
    </message>
    <message>
        <source>pictures as one</source>
        <translation>Bilder als eins</translation>
    </message>
    <message>
        <source>Merges the tokens of each picture: attention to it is a sum, from it a mean.</source>
        <translation>Fasst die Token jedes Bildes zusammen: Aufmerksamkeit auf das Bild ist eine Summe, von ihm ein Mittelwert.</translation>
    </message>
    <message>
        <source>%1 reads no pictures. “%2” stays here and is not read.</source>
        <translation>%1 liest keine Bilder. „%2“ bleibt hier und wird nicht gelesen.</translation>
    </message>
    <message>
        <source>%1 reads no pictures. All %2 stay here and are not read.</source>
        <translation>%1 liest keine Bilder. Alle %2 bleiben hier und werden nicht gelesen.</translation>
    </message>
    <message>
        <source>%1 reads one picture: the first of %2.</source>
        <translation>%1 liest ein Bild: das erste von %2.</translation>
    </message>
    <message>
        <source>%1 reads no sounds. “%2” stays here and is not read.</source>
        <translation>%1 liest keine Töne. „%2“ bleibt hier und wird nicht gelesen.</translation>
    </message>
    <message>
        <source>The text has a place for a picture, &lt;image&gt;, and no picture.</source>
        <translation>Der Text hat einen Platz für ein Bild, &lt;image&gt;, und kein Bild.</translation>
    </message>
    <message>
        <source>Add picture</source>
        <translation>Bild hinzufügen</translation>
    </message>
    <message>
        <source>Remove picture</source>
        <translation>Bild entfernen</translation>
    </message>
    <message>
        <source>Move picture</source>
        <translation>Bild verschieben</translation>
    </message>
    <message>
        <source>Replace picture</source>
        <translation>Bild ersetzen</translation>
    </message>
    <message>
        <source>Open sound</source>
        <translation>Ton öffnen</translation>
    </message>
    <message>
        <source>Remove sound</source>
        <translation>Ton entfernen</translation>
    </message>
    <message>
        <source>A text has at most %1 pictures.</source>
        <translation>Ein Text hat höchstens %1 Bilder.</translation>
    </message>
    <message>
        <source>O&amp;ver many texts…</source>
        <translation>Über &amp;viele Texte…</translation>
    </message>
    <message>
        <source>%1 texts: %2</source>
        <translation>%1 Texte: %2</translation>
    </message>
    <message>
        <source>%1 texts cut after %2 tokens.</source>
        <translation>%1 Texte nach %2 Tokens abgeschnitten.</translation>
    </message>
    <message>
        <source>%1 texts skipped; the first: %2</source>
        <translation>%1 Texte übersprungen; der erste: %2</translation>
    </message>
    <message>
        <source>Stopped before the last text.</source>
        <translation>Vor dem letzten Text angehalten.</translation>
    </message>
    <message>
        <source>%1 to %2: %3 texts</source>
        <translation>%1 bis %2: %3 Texte</translation>
    </message>
    <message>
        <source>Rows by largest weight</source>
        <translation>Zeilen nach größtem Gewicht</translation>
    </message>
    <message>
        <source>Mean weight by offset</source>
        <translation>Mittleres Gewicht nach Abstand</translation>
    </message>
    <message>
        <source>Attention by distance</source>
        <translation>Aufmerksamkeit nach Entfernung</translation>
    </message>
    <message>
        <source>%1: no text has a value.</source>
        <translation>%1: kein Text hat einen Wert.</translation>
    </message>
    <message>
        <source> too few texts</source>
        <translation> zu wenige Texte</translation>
    </message>
    <message>
        <source>Attends to:</source>
        <translation>Beachtet:</translation>
    </message>
    <message>
        <source>Active at:</source>
        <translation>Aktiv bei:</translation>
    </message>
    <message>
        <source>Texts by mean</source>
        <translation>Texte nach Mittelwert</translation>
    </message>
    <message>
        <source>Norms computed again</source>
        <translation>Normen neu berechnet</translation>
    </message>
    <message>
        <source>Most likely word</source>
        <translation>Wahrscheinlichstes Wort</translation>
    </message>
    <message>
        <source>top: %1</source>
        <translation>Spitze: %1</translation>
    </message>
    <message>
        <source>Causal tracing with noise</source>
        <translation>Kausale Spur mit Rauschen</translation>
    </message>
    <message>
        <source>How much of the answer’s probability comes back when one value is restored while noise hides the subject (Meng et al., 2022).</source>
        <translation>Wie viel der Wahrscheinlichkeit der Antwort zurückkommt, wenn ein Wert wiederhergestellt wird, während Rauschen das Subjekt verdeckt (Meng et al., 2022).</translation>
    </message>
    <message>
        <source>Δ probability</source>
        <translation>Δ Wahrscheinlichkeit</translation>
    </message>
    <message>
        <source>Metric: p of “%1”</source>
        <translation>Metrik: p von „%1“</translation>
    </message>
    <message>
        <source>Noise on %1: p %2 without noise, %3 with it, mean of %4 draws.</source>
        <translation>Rauschen auf %1: p %2 ohne Rauschen, %3 mit ihm, Mittel aus %4 Ziehungen.</translation>
    </message>
    <message>
        <source>the subject</source>
        <translation>dem Subjekt</translation>
    </message>
    <message>
        <source>Stopped or still measuring: %1 of the cells are there.</source>
        <translation>Angehalten oder noch in der Messung: %1 der Zellen sind da.</translation>
    </message>
    <message>
        <source>every layer</source>
        <translation>jeder Schicht</translation>
    </message>
    <message>
        <source>queries of %1</source>
        <translation>Queries von %1</translation>
    </message>
    <message>
        <source>keys of %1</source>
        <translation>Keys von %1</translation>
    </message>
    <message>
        <source>values of %1</source>
        <translation>Values von %1</translation>
    </message>
    <message>
        <source>output of %1</source>
        <translation>Ausgabe von %1</translation>
    </message>
    <message>
        <source>attention output of %1</source>
        <translation>Attention-Ausgabe von %1</translation>
    </message>
    <message>
        <source>feed-forward output of %1</source>
        <translation>Feed-forward-Ausgabe von %1</translation>
    </message>
    <message>
        <source>stream that %1 reads</source>
        <translation>Strom, den %1 liest</translation>
    </message>
    <message>
        <source>Zero: %1</source>
        <translation>Null: %1</translation>
    </message>
    <message>
        <source>Mean over the text: %1</source>
        <translation>Mittel über den Text: %1</translation>
    </message>
    <message>
        <source>Mean over %2: %1</source>
        <translation>Mittel über %2: %1</translation>
    </message>
    <message>
        <source>Mean over the texts of %2: %1</source>
        <translation>Mittel über die Texte von %2: %1</translation>
    </message>
    <message>
        <source>Resample from %2: %1</source>
        <translation>Neu gezogen aus %2: %1</translation>
    </message>
    <message>
        <source>Patch from %2: %1</source>
        <translation>Ersetzt aus %2: %1</translation>
    </message>
    <message>
        <source>Times %2: %1</source>
        <translation>Mal %2: %1</translation>
    </message>
    <message>
        <source>Steer by %1, strength %2</source>
        <translation>Steuern mit %1, Stärke %2</translation>
    </message>
    <message>
        <source>Zero ablation of values inside a layer</source>
        <translation>Null-Ablation von Werten in einer Schicht</translation>
    </message>
    <message>
        <source>Mean ablation of values inside a layer (Wang et al. 2022)</source>
        <translation>Mittelwert-Ablation von Werten in einer Schicht (Wang et al. 2022)</translation>
    </message>
    <message>
        <source>Resample ablation (Chan et al. 2022)</source>
        <translation>Resample-Ablation (Chan et al. 2022)</translation>
    </message>
    <message>
        <source>Activation patching (Vig et al. 2020)</source>
        <translation>Activation Patching (Vig et al. 2020)</translation>
    </message>
    <message>
        <source>Values inside a layer, scaled</source>
        <translation>Werte in einer Schicht, skaliert</translation>
    </message>
    <message>
        <source>Steering vector added to the stream (Turner et al. 2023)</source>
        <translation>Steuerungsvektor, zum Strom addiert (Turner et al. 2023)</translation>
    </message>
    <message>
        <source>Smoothed between the middles of patches; the model sees no finer than a patch.</source>
        <translation>Zwischen den Mitten der Felder geglättet; feiner als ein Feld sieht das Modell nicht.</translation>
    </message>
    <message>
        <source>Not smoothed where patches have several sizes.</source>
        <translation>Nicht geglättet, wo Felder verschieden groß sind.</translation>
    </message>
    <message>
        <source>Blur %1</source>
        <translation>%1 weichzeichnen</translation>
    </message>
    <message>
        <source>How far each head goes beyond chance: 0 chance, 1 certain. Copying: −1 lowers what it sees. Retrieval: finds a needle planted in the text.</source>
        <translation>Wie weit jeder Kopf über den Zufall hinausgeht: 0 Zufall, 1 sicher. Kopieren: −1 senkt, was er sieht. Wiederfinden: findet eine im Text versteckte Nadel.</translation>
    </message>
    <message>
        <source>All tests</source>
        <translation>Alle Tests</translation>
    </message>
    <message>
        <source>Copying</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Retrieval</source>
        <translation>Wiederfinden</translation>
    </message>
    <message>
        <source>The model itself predicts %1 of the needle.</source>
        <translation>Das Modell selbst sagt %1 der Nadel wieder.</translation>
    </message>
    <message>
        <source>Whole model: the most likely prediction</source>
        <translation>Ganzes Modell: die wahrscheinlichste Vorhersage</translation>
    </message>
    <message>
        <source>Whole model: prediction “%1”, %2</source>
        <translation>Ganzes Modell: Vorhersage „%1“, %2</translation>
    </message>
    <message>
        <source>ρ weights</source>
        <translation>ρ Gewichte</translation>
    </message>
    <message>
        <source>ρ effect</source>
        <translation>ρ Wirkung</translation>
    </message>
    <message>
        <source>ρ effect: the same with what ln p of the prediction loses when no head sees the token. Nearest to it: %1, %2.</source>
        <translation>ρ Wirkung: dasselbe mit dem, was ln p der Vorhersage verliert, wenn kein Kopf das Token sieht. Am nächsten: %1, %2.</translation>
    </message>
    <message>
        <source>effect of hiding</source>
        <translation>Wirkung des Verbergens</translation>
    </message>
    <message>
        <source>gradient × input</source>
        <translation>Gradient × Eingabe</translation>
    </message>
    <message>
        <source>integrated gradients</source>
        <translation>integrierte Gradienten</translation>
    </message>
    <message>
        <source>gradient × attention</source>
        <translation>Gradient × Aufmerksamkeit</translation>
    </message>
    <message>
        <source>deck: expected at least one slide, found none</source>
        <translation>Foliensatz: mindestens eine Folie erwartet, keine gefunden</translation>
    </message>
    <message>
        <source>Back to what it shows: %1</source>
        <translation>Zurück zu dem, was es zeigt: %1</translation>
    </message>
    <message>
        <source>Factor</source>
        <translation>Faktor</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>Stärke</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>Temperatur</translation>
    </message>
    <message>
        <source>Maximum</source>
        <translation>Maximum</translation>
    </message>
    <message>
        <source>Find heads &amp;by drawing…</source>
        <translation>Kö&amp;pfe zeichnend finden…</translation>
    </message>
    <message>
        <source>A: %1; B: %2</source>
        <translation>A: %1; B: %2</translation>
    </message>
    <message>
        <source>%1 of %2 heads have a 95% interval (Welch) without 0; about %3 would without any difference.</source>
        <translation>%1 von %2 Köpfen haben ein 95-%-Intervall (Welch) ohne 0; ohne jeden Unterschied etwa %3.</translation>
    </message>
    <message>
        <source>A and B read the same texts: intervals are wider than they need be.</source>
        <translation>A und B haben dieselben Texte gelesen: Die Intervalle sind breiter als nötig.</translation>
    </message>
    <message>
        <source>Texts are cut after %1 tokens (A) and %2 tokens (B), on which distances and entropies depend.</source>
        <translation>Texte sind nach %1 Tokens (A) und %2 Tokens (B) abgeschnitten; davon hängen Abstände und Entropien ab.</translation>
    </message>
    <message>
        <source>%1: %2 (A, %3 texts) and %4 (B, %5 texts); A − B %6, 95% interval %7 to %8</source>
        <translation>%1: %2 (A, %3 Texte) und %4 (B, %5 Texte); A − B %6, 95-%-Intervall %7 bis %8</translation>
    </message>
    <message>
        <source>No head changes clearly from one step to the next.</source>
        <translation>Kein Kopf ändert sich von einem Schritt zum nächsten deutlich.</translation>
    </message>
    <message>
        <source>%1 of %2 heads change most between %3 and %4.</source>
        <translation>%1 von %2 Köpfen ändern sich am meisten zwischen %3 und %4.</translation>
    </message>
    <message>
        <source>%1, step %2</source>
        <comment>a head and a step of training</comment>
        <translation>%1, Schritt %2</translation>
    </message>
    <message>
        <source>%1: %2 (95% interval %3 to %4, %5 texts)</source>
        <translation>%1: %2 (95-%-Intervall %3 bis %4, %5 Texte)</translation>
    </message>
    <message>
        <source>Over many texts</source>
        <translation>Über viele Texte</translation>
    </message>
    <message>
        <source>%1 texts skipped.</source>
        <translation>%1 Texte übersprungen.</translation>
    </message>
    <message>
        <source>Difference in %1</source>
        <translation>Unterschied: %1</translation>
    </message>
    <message>
        <source>A − B, mean over texts with 95% interval</source>
        <translation>A − B, Mittel über Texte mit 95-%-Intervall</translation>
    </message>
    <message>
        <source>No head has this metric in at least two texts of both.</source>
        <translation>Kein Kopf hat diese Kennzahl in mindestens zwei Texten von beiden.</translation>
    </message>
    <message>
        <source>%1 by head and step of training</source>
        <translation>%1 nach Kopf und Trainingsschritt</translation>
    </message>
    <message>
        <source>Not all steps have this metric.</source>
        <translation>Nicht alle Schritte haben diese Kennzahl.</translation>
    </message>
    <message>
        <source>Line: a head’s surest change between two steps, where their intervals do not overlap.</source>
        <translation>Strich: die sicherste Änderung eines Kopfs zwischen zwei Schritten, deren Intervalle sich nicht überschneiden.</translation>
    </message>
    <message>
        <source>%1: %2 heads, %3 steps. %4</source>
        <translation>%1: %2 Köpfe, %3 Schritte. %4</translation>
    </message>
    <message>
        <source>%1: %2, chance %3, rank %4 of %5, %6 queries</source>
        <translation>%1: %2, Zufall %3, Rang %4 von %5, %6 Abfragen</translation>
    </message>
    <message>
        <source>Outlined: 30% of the way from chance to certainty, and three standard errors.</source>
        <translation>Umrandet: 30 % des Wegs vom Zufall zur Gewissheit und drei Standardfehler.</translation>
    </message>
    <message>
        <source>Outlined: the interval is without 0.</source>
        <translation>Umrandet: Das Intervall ist ohne 0.</translation>
    </message>
    <message>
        <source>%1, step %2</source>
        <comment>a metric and a step of training</comment>
        <translation>%1, Schritt %2</translation>
    </message>
    <message>
        <source>Means over texts; the colours are those of all steps.</source>
        <translation>Mittel über Texte; die Farben gelten für alle Schritte.</translation>
    </message>
    <message>
        <source>%1 of %2 heads by layer; the strongest: %3.</source>
        <translation>%1 von %2 Köpfen nach Schicht; am stärksten: %3.</translation>
    </message>
    <message>
        <source>%1 over training</source>
        <translation>%1 im Lauf des Trainings</translation>
    </message>
    <message>
        <source>Coloured: the heads that change most, with 95% intervals over texts.</source>
        <translation>Farbig: die Köpfe, die sich am meisten ändern, mit 95-%-Intervallen über Texte.</translation>
    </message>
    <message>
        <source>Ring: the surest change between two steps, where their intervals do not overlap.</source>
        <translation>Ring: die sicherste Änderung zwischen zwei Schritten, deren Intervalle sich nicht überschneiden.</translation>
    </message>
    <message>
        <source>step of training</source>
        <translation>Trainingsschritt</translation>
    </message>
    <message>
        <source>step of training, on the scale of log(1 + step)</source>
        <translation>Trainingsschritt, auf der Skala von log(1 + Schritt)</translation>
    </message>
    <message>
        <source>%1 of %2 heads at %3 steps. %4</source>
        <translation>%1 von %2 Köpfen an %3 Schritten. %4</translation>
    </message>
    <message>
        <source>Heads that attend to the drawn cells (%1)</source>
        <translation>Köpfe, die die gezeichneten Zellen beachten (%1)</translation>
    </message>
    <message>
        <source>Heads by pattern: %1</source>
        <translation>Köpfe nach Muster: %1</translation>
    </message>
    <message>
        <source>Of whole rows, since a cell on a sink is among them.</source>
        <translation>Von ganzen Zeilen, da eine Zelle auf einer Senke dabei ist.</translation>
    </message>
    <message>
        <source>Of rows without the sink (first token, special tokens).</source>
        <translation>Von Zeilen ohne die Senke (erstes Token, Sondertokens).</translation>
    </message>
    <message>
        <source>Strong: 30% of the way from chance to certainty, three standard errors, four queries.</source>
        <translation>Kräftig: 30 % des Wegs vom Zufall zur Gewissheit, drei Standardfehler, vier Abfragen.</translation>
    </message>
    <message>
        <source>share of attention on the cells; line: chance</source>
        <translation>Anteil der Aufmerksamkeit auf den Zellen; Strich: Zufall</translation>
    </message>
    <message>
        <source>%1. The first: %2.</source>
        <translation>%1. An erster Stelle: %2.</translation>
    </message>
    <message>
        <source>Hatched: there is nothing to measure.</source>
        <translation>Schraffiert: Hier gibt es nichts zu messen.</translation>
    </message>
    <message>
        <source>share</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <source>%1: %2 ± %3 (mean over %4 texts, standard error)</source>
        <translation>%1: %2 ± %3 (Mittel über %4 Texte, Standardfehler)</translation>
    </message>
    <message>
        <source>Rank %1 of %2 by this mean.</source>
        <translation>Rang %1 von %2 nach diesem Mittel.</translation>
    </message>
    <message>
        <source>Chance level: %1.</source>
        <translation>Zufallsniveau: %1.</translation>
    </message>
    <message>
        <source>Heads like it (distance):</source>
        <translation>Ähnliche Köpfe (Abstand):</translation>
    </message>
    <message>
        <source>In relevance a token begins with all of itself: its own bar (%1) is grey and cut.</source>
        <translation>In der Relevanz beginnt ein Token mit sich selbst als Ganzem: Sein eigener Balken (%1) ist grau und abgeschnitten.</translation>
    </message>
    <message>
        <source>Stage %1: within windows of its patches</source>
        <translation>Stufe %1: innerhalb von Fenstern ihrer Patches</translation>
    </message>
    <message>
        <source>stage %1</source>
        <translation>Stufe %1</translation>
    </message>
    <message>
        <source>%1. %2. At the top: %3.</source>
        <translation>%1. %2. Zuoberst: %3.</translation>
    </message>
    <message>
        <source>%1: Δ ln p %2, 95% interval %3 to %4, %5 texts</source>
        <translation>%1: Δ ln p %2, 95-%-Intervall %3 bis %4, %5 Texte</translation>
    </message>
    <message>
        <source>Mean change in ln p of the class. Negative: the head helps. With all heads: %1 (95% interval %2 to %3).</source>
        <translation>Mittlere Änderung von ln p der Klasse. Negativ: Der Kopf hilft. Mit allen Köpfen: %1 (95-%-Intervall %2 bis %3).</translation>
    </message>
    <message>
        <source>Mean change in ln p of each next token. Negative: the head helps. With all heads: %1 (95% interval %2 to %3).</source>
        <translation>Mittlere Änderung von ln p jedes nächsten Tokens. Negativ: Der Kopf hilft. Mit allen Köpfen: %1 (95-%-Intervall %2 bis %3).</translation>
    </message>
    <message>
        <source>%1 of %2 heads have a 95% interval without 0; about %3 would without any effect.</source>
        <translation>%1 von %2 Köpfen haben ein 95-%-Intervall ohne 0; ohne jede Wirkung wären es etwa %3.</translation>
    </message>
    <message>
        <source>Change in ln p, mean over texts with 95% interval</source>
        <translation>Änderung von ln p, Mittel über Texte mit 95-%-Intervall</translation>
    </message>
    <message>
        <source>No text has been read yet.</source>
        <translation>Noch wurde kein Text gelesen.</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <comment>what is lost and over which texts</comment>
        <translation>%1: %2.</translation>
    </message>
    <message>
        <source>Texts by change in ln p</source>
        <translation>Texte nach Änderung von ln p</translation>
    </message>
    <message>
        <source>Without it: Δ ln p %1 (95% interval %2 to %3, %4 texts), rank %5 of %6 by loss.</source>
        <translation>Ohne ihn: Δ ln p %1 (95-%-Intervall %2 bis %3, %4 Texte), Rang %5 von %6 nach Verlust.</translation>
    </message>
    <message>
        <source>%1 ± %2 (%3 texts)</source>
        <comment>a mean with its standard error</comment>
        <translation>%1 ± %2 (%3 Texte)</translation>
    </message>
    <message>
        <source>%1 (%2 to %3)</source>
        <comment>a number and its interval</comment>
        <translation>%1 (%2 bis %3)</translation>
    </message>
    <message>
        <source>Change in ln p without the head</source>
        <translation>Änderung von ln p ohne den Kopf</translation>
    </message>
</context>
<context>
    <name>headlight::WorkController</name>
    <message>
        <source>Autosave failed: %1</source>
        <translation>Automatisches Speichern ist fehlgeschlagen: %1</translation>
    </message>
    <message>
        <source>This is your last session, as you left it.</source>
        <translation>Das ist Ihre letzte Sitzung, wie Sie sie verlassen haben.</translation>
    </message>
    <message>
        <source>Start afresh</source>
        <translation>Neu beginnen</translation>
    </message>
    <message>
        <source>Crash report: %1. It contains none of your text and was not sent.</source>
        <translation>Was schiefging, steht ohne etwas von Ihrem Text in %1; es wurde nirgendwohin gesendet.</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Save session</source>
        <translation>Sitzung speichern</translation>
    </message>
    <message>
        <source>Save the changes to “%1”?</source>
        <translation>Änderungen an „%1“ speichern?</translation>
    </message>
    <message>
        <source>Save this session to a file?</source>
        <translation>Diese Sitzung in einer Datei speichern?</translation>
    </message>
    <message>
        <source>Its deck is unsaved and will be lost.</source>
        <translation>Ihr Foliensatz ist nicht gespeichert und geht verloren.</translation>
    </message>
    <message>
        <source>“%1” has been changed by another program since it was opened. Replace it?</source>
        <translation>„%1“ wurde seit dem Öffnen von einem anderen Programm geändert. Ersetzen?</translation>
    </message>
    <message>
        <source>Headlight sessions (*.headlight)</source>
        <translation>Headlight-Sitzungen (*.headlight)</translation>
    </message>
    <message>
        <source>Ne&amp;w session</source>
        <translation>Neue Sit&amp;zung</translation>
    </message>
    <message>
        <source>&amp;Save session</source>
        <translation>&amp;Sitzung speichern</translation>
    </message>
    <message>
        <source>Sa&amp;ve session as…</source>
        <translation>Sitzung speichern &amp;unter…</translation>
    </message>
    <message>
        <source>Headlight crashed. A copy of your work from %1 was saved.</source>
        <translation>Headlight ist abgestürzt. Eine Kopie Ihrer Arbeit von %1 wurde gespeichert.</translation>
    </message>
    <message>
        <source>Headlight ended without being closed. A copy of your work from %1 was saved.</source>
        <translation>Headlight wurde beendet, ohne geschlossen zu werden. Eine Kopie Ihrer Arbeit von %1 wurde gespeichert.</translation>
    </message>
</context>
<context>
    <name>headlight::Workspace</name>
    <message>
        <source>Skipped “%1”: %2</source>
        <translation>Weggelassen „%1“: %2</translation>
    </message>
    <message>
        <source>%1 unavailable: %2</source>
        <translation>%1 fehlt: %2</translation>
    </message>
    <message>
        <source>Type a sentence to see what each head attends to.</source>
        <translation>Geben Sie einen Satz ein, um zu sehen, worauf jeder Kopf achtet.</translation>
    </message>
    <message>
        <source>Stopped. Panels still show the previous text.</source>
        <translation>Angehalten. Die Bilder zeigen den Text davor.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Type the text to compare with.</source>
        <translation>Geben Sie den Vergleichstext ein.</translation>
    </message>
    <message>
        <source>Open an image, or drop one here, to see what each head attends to.</source>
        <translation>Öffnen Sie ein Bild oder ziehen Sie eines hierher, um zu sehen, worauf jeder Kopf achtet.</translation>
    </message>
    <message>
        <source>This model has no tokenizer. Type token ids, such as 101 2023 102.</source>
        <translation>Dieses Modell hat keinen Tokenizer. Geben Sie Token-Ids ein, etwa 101 2023 102.</translation>
    </message>
    <message>
        <source>Add a turn to see what each head attends to.</source>
        <translation>Einen Beitrag hinzufügen, um zu sehen, worauf jeder Kopf achtet.</translation>
    </message>
    <message>
        <source>Open a sound, or drop one here, to see what each head attends to.</source>
        <translation>Öffnen Sie einen Ton oder legen Sie einen hier ab, um zu sehen, worauf jeder Kopf achtet.</translation>
    </message>
</context>
<context>
    <name>headlight::WrittenNote</name>
    <message>
        <source>Open file</source>
        <translation>Datei öffnen</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
    <message>
        <source>Saved to %1</source>
        <translation>Nach %1 geschrieben</translation>
    </message>
</context>
</TS>

<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>ChangeForm</name>
    <message>
        <source>Switch a head off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zero or mean ablation of a head&apos;s output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide tokens from others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attention knock-out: cells, rows or columns, rows brought to sum 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sharpen or flatten attention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Softmax temperature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at all tokens alike</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Uniform attention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limit what the sink or a token may take</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re-balancing: a cap, the rest handed on in proportion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weaken tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key re-weighting by a factor below 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stress tokens that matter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attention steering (PASTA)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop weights at random</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attention dropout over several draws</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put in a head from another text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activation or pattern patching</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FigurePreset</name>
    <message>
        <source>Slide, full</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slide, half</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paper, one column (3.3 in)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paper, two columns (7 in)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Poster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Square</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HeadTable</name>
    <message>
        <source>no label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>previous token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>next token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>induction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>same word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>punctuation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>broad</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sink</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entropy of a row, nats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entropy / ln(keys seen)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entropy of norm-weighted rows, nats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest weight of a row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Divergence of the rows, nats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distance, tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mass at most 2 tokens away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mass further than 8 tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mass on the token before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mass on the token behind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mass on the token itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mass on earlier occurrences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mass on what followed them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same on random tokens said twice: earlier occurrence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same on random tokens said twice: what followed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mass on first and added tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mass on the first token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mass on added tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mass on punctuation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight that is returned</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeyboardSheet</name>
    <message>
        <source>Layer before, layer after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Head before, head after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the tokens: arrows walk, Return keeps one, Escape lets go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find words or #12 in the tokens, the next place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the strongest link between tokens far apart, then to the next one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the tokens: select several</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In a heatmap: mark cells; the menu key changes the model there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the selected tokens as one in the panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the heads: arrows choose one, space marks it, Ctrl+Return opens it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare the marked heads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch the selected head off or on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a change of the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With and without the changes, and the difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare with another text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In a heatmap: walk the cells; the weight stands at the bottom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In a heatmap: show the whole map again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Walk through this head; there: arrows and page keys, N, F11</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Five things heads do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noise in the text, cost of the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the answer loses without each head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Methods side by side, table of heads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo, whatever it was</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another panel that keeps the present head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next panel, panel before; the menu key has all about it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the panel all the room; Escape takes it back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the panel earlier, later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a model folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the figure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add the panel to the deck</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The deck: order, words, export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the figure (outside a text field)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the head&apos;s weights as a table for spreadsheets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger, smaller text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop what is running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This sheet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PanelKind</name>
    <message>
        <source>Heatmap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Links</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coloured text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arcs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row profile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token flow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Head similarity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Head atlas</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QObject</name>
    <message>
        <source>About Headlight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;p&gt;&lt;b&gt;Headlight %1&lt;/b&gt;&lt;/p&gt;&lt;p&gt;Shows what the attention heads of a language model look at.&lt;br&gt;Everything is computed on this machine; nothing is sent anywhere.&lt;/p&gt;&lt;p&gt;GPL-3.0-or-later. Uses Qt, QCustomPlot, Eigen, oneDNN, ICU,&lt;br&gt;PCRE2, simdjson, nlohmann/json, CLI11 and libzip.&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none: the hidden states are the output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>next token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>masked tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>classes of a text (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>classes of a token (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>replaced tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Family</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Architecture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key/value heads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2 a head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Positions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Context</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 tokens trained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vocabulary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokenizer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Predicts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QStatusBar</name>
    <message>
        <source>%1 tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 GB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 in a scratch file</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Samples</name>
    <message>
        <source>A quoted clause, said twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When the clause comes again, each word looks at what followed it the first time: the second &apos;I&apos; at &apos;shall&apos;, the second &apos;late&apos; at the comma.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A repeated name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inside the second &apos;Sawyer&apos; each piece looks at the piece that came next in the first one, so the name can be spelled again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The word before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every token looks at the token just before it; heads further up use this to find where a phrase was said before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same word again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most words look at their other occurrence: &apos;king&apos; at &apos;king&apos;, &apos;saw&apos; at &apos;saw&apos;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who was hungry?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each word looks at the word just before it: &apos;was&apos; at &apos;mice&apos;, although it was the cat that was hungry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each token looks at the one that comes next: the comma at the next item, the item at its ending.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What counts is after &apos;but&apos;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The class is read at [CLS], and [CLS] looks at &apos;wonderful&apos;, not at &apos;cold&apos;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>[CLS] looks at &apos;not&apos;, the word that turns the sentence around.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It looks one word back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This head looks from every word at the one just before it. That sounds dull, but other heads build on it: it tells each word what stood in front.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It finds the same word again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This head looks from a word at the same word elsewhere in the text: from king to king, from queen to queen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It remembers what came next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When something comes a second time, this head looks at what followed it the first time, and so the model can go on as before. Such heads are called induction heads.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It rests when there is nothing to do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same head, and nothing said twice: it puts nearly all its attention on the first of the tokens. Attention always adds up to 100%, so a head without work has to leave it somewhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It picks the word that decides</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This model says whether a sentence is positive. It reads the answer at the token [CLS], and this head looks from there at the word that counts: wonderful, not cold.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Walkthrough</name>
    <message>
        <source>attention weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attention weights say how much of its attention a token gives to every other one. Those of one token add up to 100%.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>intervention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A change made on purpose while the model runs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>softmax</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Softmax turns any numbers into shares that add up to 100%: each is raised as a power of e and divided by the sum of all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens are the pieces in which a model reads a text: words, parts of words, punctuation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>heatmap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The square picture with a row for each query and a column for each key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>scores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A score says how well a key fits a query: any number, also below zero.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>vector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A vector is a list of numbers. The model keeps one for every token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The value of a token is what it hands on when it is looked at.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>query</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The query of a token is a list of numbers that says what it looks for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>heads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heads work side by side in each layer. Each compares tokens in a way of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A model is a stack of layers; each rewrites the vectors of all tokens once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key of a token is a list of numbers that says what it has to offer.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Next token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In place of “%1” (token %2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class of “%1” (token %2)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Workspace</name>
    <message>
        <source>%1: expected a head of %2 layers with %3 heads each, found layer %4, head %5</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>headlight::AblationWindow</name>
    <message>
        <source>Ablation map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the answer loses without each head; arrows walk the heads, Return opens one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every head is switched off in turn, and the map shows what the answer loses without it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A likely answer, or any token of the vocabulary (or class) that you write</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its mean over the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;In place of a head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the answer’s ln p</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all answers (KL)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;hown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>St&amp;op</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Measure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of switching every head off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model says nothing here: pin a token, or write a mask, or open a model with a head.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The map is of another text or token. Measure to draw it anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1   %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>headlight::ArcsView</name>
    <message>
        <source>Arcs</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>headlight::AtlasPane</name>
    <message>
        <source>Heads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in a panel of its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter: 1.*</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter heads by layer.head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer.head with * and ?: “1.*” is all of layer 1, “*.0 2.3” the first of each and one more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In which order the heads stand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In layers and heads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By likeness to the selected head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare these</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each in a panel of its own, and of two their difference (Ctrl+Shift+B)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The marked heads in one panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Over one another</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Their mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Their largest weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unmark all heads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order: by likeness to layer %1, head %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order: in layers and heads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By likeness to layer %1, head %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No head fits “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marked: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>headlight::AtlasView</name>
    <message>
        <source>Head atlas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer %1, head %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, marked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the first token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>special tokens</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>headlight::AttentionView</name>
    <message>
        <source>Reading the weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the weights… %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>headlight::BarList</name>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>headlight::ChangeForm</name>
    <message>
        <source>What the command line&apos;s --intervene calls it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose, or write numbers and ranges: 3, 5-7</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sink (first and special tokens)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Punctuation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Special tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody sees them (columns)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They read nothing (rows)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chosen tokens do not see them (cells)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;How</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From &amp;whom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Temperature (below 1 sharper, above 1 flatter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At &amp;most, of each row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight &amp;times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Draws</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its average over the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its average over a sample text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it says &amp;instead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it says (output)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where it looks (pattern)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A text of %1 tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the te&amp;xt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sample te&amp;xt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer %1, head %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every head of layer %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every head of some layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wh&amp;ere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the other text.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>headlight::ChangesPane</name>
    <message>
        <source>Change what heads do and see what the model makes of it. Right-click a head or a cell, or add one here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes: space switches one on or off, F2 edits it, Delete removes it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A change in words of the grammar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Or write one: ablate 2.1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ablate, mask, temperature, uniform, cap, scale, dropout or patch; several apart by “;”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit the marked change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit the marked change in words of the grammar (F2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the marked change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the marked change (Delete)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1
Does not fit: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1
%2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, switched off</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>headlight::ColouredTextView</name>
    <message>
        <source>Coloured text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not visible</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>headlight::ComparisonPane</name>
    <message>
        <source>Rows that differ most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jensen–Shannon divergence of each row, in nats; 0.6931 at the most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows that differ most, with their divergence in nats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of the comparison of all heads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heads with their divergence in nats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare with another text (Ctrl+B) or another model, or subtract a head in a panel&apos;s menu.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer %1 · Head %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heads most like this one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heads that differ most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jensen–Shannon divergence, mean over rows, in nats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jensen–Shannon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 nats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the most possible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correlation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>L%1 H%2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>headlight::CostWindow</name>
    <message>
        <source>Cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost against the length of the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Window of the windowed curves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>headlight::DeckWindow</name>
    <message>
        <source>Deck</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing here yet. Ctrl+D adds the current panel while you explore.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Earlier in the deck (Alt+Up)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Later in the deck (Alt+Down)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Out of the deck; Undo brings it back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title of the page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A sentence that says what one sees</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sentence of the page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PowerPoint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Web page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shape of the pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>16:9</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>4:3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep texts and session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off for confidential work: numbers instead of tokens, and nothing of the texts in the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export deck</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written to %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>headlight::EffectPane</name>
    <message>
        <source>Answers before and after the changes; choose one to watch it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Δ ln p</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change of the log-probability, in nats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which head matters for this word?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switches every head off in turn and shows what each does to the watched answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of switching every head off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heads with what the answer&apos;s log-probability changes by without them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show as a map…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every head in its place, layer by layer, with zero or mean ablation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heads that look elsewhere now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jensen–Shannon divergence of their attention, mean over rows, in nats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of the comparison before and after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heads that look elsewhere, with their divergence in nats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model with the changes beside the model as it is, and one less the other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the model says of the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What comes after “%1” (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What stands for “%1” (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What “%1” (%2) is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This model has no head: it says nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pin a token, or write a mask, to see what the model says there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> ± %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1”: %2 before, %3 after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1”: %2 → %3, Δ log-probability %4 nats. </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All answers together: KL divergence %1 nats.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> After: mean of %1 draws ± their standard deviation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Head %1.%2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No head looks elsewhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Δ log-probability of “%1” without each head, in nats; the largest first</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>headlight::ExportDialog</name>
    <message>
        <source>Export figure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F&amp;ile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PNG, pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SVG, vectors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF, vectors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PowerPoint, editable shapes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Web page, one file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Own size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>16:9</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>4:3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width in pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> px</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Height in pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pixels an inch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> dpi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many pixels make an inch: more make text and lines larger in pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Slide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As in the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usual font</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size of labels in points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> pt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fitting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size of labels; 0 for what suits the size of the figure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where it fits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Te&amp;xt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Legend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>T&amp;itle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C&amp;aption</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model, text and how to read the colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sentence below the figure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A sentence of your own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Numbers in cells</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Percentages in the cells of a heatmap, when they fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transparent &amp;background</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep text and session in the fil&amp;e</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off for confidential work: numbers instead of tokens, and nothing of the text in the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Callouts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click a cell or a token in the picture to mark it, or walk there with the arrow keys and press Return.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the mark: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title and caption are texts of the slide.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 × %2 inches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dropping the file on Headlight opens this session again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens are numbered. The file cannot open its session again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PNG (*.png)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SVG (*.svg)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PowerPoint (*.pptx)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Web page (*.html)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>headlight::FindBar</name>
    <message>
        <source>Find in the tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find words, or #12 for a token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The place before (Shift+F3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The next place (F3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strongest far link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goes to the strongest link of the current panel&apos;s head between tokens far apart, and on to the next one each time (Ctrl+J)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Least distance in tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>≥ </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> tokens apart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking… %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not in the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This head has no link between tokens so far apart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2: “%3” → “%4”, %5, %6 apart</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>headlight::FlowView</name>
    <message>
        <source>Token flow</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>headlight::HeadTableModel</name>
    <message>
        <source>score %1, by chance %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>headlight::HeadTableWindow</name>
    <message>
        <source>Heads in numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of measuring the heads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heads with their labels and numbers; Return opens one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A number of each head against its layer; arrows walk the heads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer.head, with * for all: 1.* is layer 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Heads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Chart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save table…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export chart…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tables (*.csv *.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written to %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>headlight::HeatmapView</name>
    <message>
        <source>Heatmap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not visible to this query</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no difference: only one side has this token</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>headlight::Inspector</name>
    <message>
        <source>Looks at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is looked at by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Point at a token to see its links; click to keep it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” · token %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer %1 · Head %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the first token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On special tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entropy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 nats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the most possible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After the same token</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>headlight::LensBar</name>
    <message>
        <source>Take away: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click to take it away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only weights from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only long-range links</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the largest of each row</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>headlight::LensButton</name>
    <message>
        <source>Look through</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look through: words in place of tokens, without the sink, …</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>headlight::LinksView</name>
    <message>
        <source>Links</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” attends to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing above the threshold</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>headlight::MainMenu</name>
    <message>
        <source>&amp;Open model folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Built-in models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Found on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Compare with another model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model &amp;sheet…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear this list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No models in the Hugging Face cache</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open model &amp;folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;No other model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;text file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open s&amp;ession…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent sess&amp;ions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save session &amp;as…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export figure…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add to &amp;deck</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dec&amp;k…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy figure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy &amp;numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a s&amp;pan of the selected tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Co&amp;mpare with another text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Find…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find ne&amp;xt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find the place &amp;before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strongest far &amp;link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>T&amp;okens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Heads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Switch the selected head off or on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Add a change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Write a change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the &amp;difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Head before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Head after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;New panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare mar&amp;ked heads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Close panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ne&amp;xt panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Panel &amp;before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Maximise or restore panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move panel &amp;earlier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move panel la&amp;ter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reduce motion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Show spaces in tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C&amp;olour tokens by surprise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How little each token was to be expected, by the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme of the s&amp;ystem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La&amp;nguage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>L&amp;arger text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;maller text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Usual text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language of the &amp;system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Headlight speaks this language from its next start on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E&amp;xplain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Walk through this head…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Five things heads do…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which heads &amp;matter…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Met&amp;hods side by side…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heads in n&amp;umbers…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Noise in the text…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Cost…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1   %2, layer %3, head %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keyboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About Headlight</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>headlight::MainWindow</name>
    <message>
        <source>Headlight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model that reads the text; open another one here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inspect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose its folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Headlight did not end well the last time. Your work was kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Headlight sessions (*.headlight)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open text file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open model folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied as picture and as vectors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The map is too large for the clipboard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied as a table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page %1 of the deck</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>headlight::MapOverview</name>
    <message>
        <source>Overview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The whole map; drag to move the part in view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In view: queries from %1% to %2%, keys from %3% to %4%</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>headlight::MessageBar</name>
    <message>
        <source>Progress of opening the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>headlight::MethodsWindow</name>
    <message>
        <source>Methods side by side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What several methods say the token looks at; arrows walk the bars</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of computing the methods</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Value zeroing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slow: computes every layer once for each token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>St&amp;op</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>headlight::ModelSheet</name>
    <message>
        <source>Model sheet: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>headlight::NoiseWindow</name>
    <message>
        <source>Noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noise is put into the text, and every head is measured: which ones look at it, and how far the prediction moves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much attention each head gives to the noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The texts with noise; Return opens one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Double click opens a text in the workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>random words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>words of the text again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>own words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>typos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>clauses in another order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>words to put in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>% of the words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Amount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Seeds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of measuring the noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>St&amp;op</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Measure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2% of the words</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>, %n seed(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>headlight::Panel</name>
    <message>
        <source>Subtracted: what is shown is the difference, weight for weight.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 heads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean of %1 heads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>largest of %1 heads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer.head: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer %1 · Head %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean of %1 heads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest of %1 heads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All heads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer %1 · %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer %1 · all heads</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>headlight::PanelArea</name>
    <message>
        <source>Panels</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>headlight::PanelHeader</name>
    <message>
        <source>Linear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Square root</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logarithmic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the token looks at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who looks at the token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean of the heads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rollout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All about this panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything that can be done with this panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close this panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the attention is drawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smallest weight drawn, in percent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights below this one are not drawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All heads of the layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All heads of the layer, each in its own colour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show who looks at the token, in place of what it looks at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What stands for a layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How colours grow with the weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sink apart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the mass on the first or the special tokens as a bar of its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep this head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep this head when another one is chosen in the atlas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Linked with the other panels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share the cursor, the chosen token and the zoom with the other panels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export figure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export this picture as a figure file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind of picture: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A layer is: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour scale: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>headlight::PanelMenu</name>
    <message>
        <source>text A</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>text B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with the changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as the model is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Draw as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Met&amp;hod</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Look through</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;ubtract</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer %1, head %2, selected in the atlas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep this panel&apos;s head, choose another one in the atlas, then subtract it here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Colour scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up to 1, the same for every head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up to the largest weight of the head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Di&amp;rection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A la&amp;yer is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;All heads of the layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sink a&amp;part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keep this head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Li&amp;nked with the other panels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chan&amp;ge the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Restore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Maximise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move &amp;earlier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move la&amp;ter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E&amp;xport figure…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close panel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>headlight::ProfileView</name>
    <message>
        <source>Row profile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not visible to this query</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>headlight::RunStatus</name>
    <message>
        <source>Progress of the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s, about %2 s left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>  ·  %1 ms</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>headlight::SessionKeeper</name>
    <message>
        <source>%1: its model “%2” is no longer in %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not the model that this session was saved with: its configuration or its tensors differ.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>headlight::SimilarityView</name>
    <message>
        <source>Head similarity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comparing all heads…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>headlight::SurpriseTint</name>
    <message>
        <source>Surprise of each token, −ln p given all the others. Right end: a blind guess.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Surprise of each token, −ln p given those before it. Right end: a blind guess.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>surprise %1 nats, p %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>headlight::TextBar</name>
    <message>
        <source>Second text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the model a pair of texts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare with another text: it begins as a copy, to be changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>B</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>headlight::TextFileDialog</name>
    <message>
        <source>Read a part of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the part begins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begins at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counting the tokens…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 tokens; the reading takes %2, in a scratch file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 tokens; the reading takes %2 of memory</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>headlight::TextLine</name>
    <message>
        <source>Text to compare with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the text to compare with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a sentence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Second text to compare with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Second text</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>headlight::TokenStrip</name>
    <message>
        <source>Tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a span</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a span of the selected tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the selected tokens as one in the current panel (Ctrl+G)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token %1: %2 · id %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token %1 of %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>headlight::TourWindow</name>
    <message>
        <source>Five things heads do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ne&amp;xt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now your own sentence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a text at the top of the window: the pictures follow while you type. Choose other heads on the left, and press F9 to see step by step how one of them works.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 · %3, layer %4, head %5</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>headlight::WalkWindow</name>
    <message>
        <source>Walkthrough</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture of the step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fill the screen for presenting (F11)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the &amp;numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ne&amp;xt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export step…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export all as &amp;slides…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export all steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slides (*.pptx);;PDF (*.pdf);;Web page (*.html)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>headlight::Words</name>
    <message>
        <source>Ablation map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the answer loses without each head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What “%1” loses without each head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far all answers move without each head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing in place of a head’s output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its mean over the text in place of a head’s output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its mean over another text in place of a head’s output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The probe finds no induction head.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outlined: induction heads of the probe, with their place among %1 by loss: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> and %1 more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change of ln p of %1 (%2 with all heads); below 0 the head helps it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KL divergence of all answers with the head from those without it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours: the square root of the number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours: the logarithm of the number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours: in proportion to the number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer %1, head %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: Δ ln p %2 nats, %3 → %4; KL %5 nats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An ablation map without heads.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2 nats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A cell for each head: %1. The answer loses most without %2. %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>attention, full</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>attention, windowed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>projections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>feed-forward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>attention, streamed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>keys and values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What %1 costs against the length of the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tokens of the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Multiply-adds of one run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marked: the open text, %1 tokens, %2 multiply-adds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> Measured %1: %2 a second; a million tokens would take %3 at that speed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full: every weight is computed and kept. Windowed: a query sees the %1 keys before it. Streamed: all are computed, none are kept, as in this program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A chart of costs without a model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two charts with logarithmic axes. </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> At a million tokens: attention in full %1 multiply-adds and %2, streamed %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · “%2”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 heads have no such number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A chart of heads without numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>: no head has such a number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 heads against their layer; the most is %3 of %4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Methods side by side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What “%1” looks at, by method</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The methods disagree: %1 and the weights rank the tokens differently (ρ = %2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, “%1” first by the weights, “%2” by %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>. Do not take the weights alone for an explanation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changed: </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer %1, all heads together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>attention weights, mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ρ: Spearman’s rank correlation with the weights above in the same scope. Each row has a scale of its own; its largest bar has the full colour.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grey: the first or added tokens; their bars are cut off where they leave no room for the others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hollow bars are below 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No %1: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: “%2” %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Methods side by side, without a token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>: a row of bars for each of %1 methods.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> Rank correlation with the weights: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which heads the noise catches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · “%2” · %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 heads give the noise more than equal weights would (the mark), by more than a standard deviation over the seeds (the whisker).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The prediction moves by %1 nats (KL divergence), ln p of the likeliest answer by %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A chart of noise without heads.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2 (chance %3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bars of how much attention each head gives to %1. Most above chance: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 ± %3 on the noise, chance %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> Callout: </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attention in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Point at the picture, or walk through it with the arrow keys, to read its values.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers of layer %1, head %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrows point to the token that is attended to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>↑ attention on %1, full for 100%</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the first token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>attends to </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>attended to by </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arcs without tokens.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arcs over the text from each token to the tokens that it attends to, </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All heads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 layers × %2 heads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A line joins %1 heads that share keys and values.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Underlined layers see only a window of the text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows of a map are queries, columns keys.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, for each head up to its own largest weight (100% of the bar).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strip below: mean attention on %1 (full for 100%), apart from the colours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each dot is the largest of up to %1 × %1 weights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Atlas without tokens.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Small attention maps of all %1 heads in each of %2 layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer %1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>head %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>special tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>first token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Square-root colour scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logarithmic colour scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Linear colour scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, from −100% to +100%.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, as far below 0 as above, up to the largest difference.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, the same for every head.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, up to the largest weight of the head.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No tokens to show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sentences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>: what “%1” attends to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>: what attends to “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tint: how much of the framed token’s attention a token gets.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tint: how much of its attention a token gives to the framed one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, up to the largest weight shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first token is hatched, with a bar of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Special tokens are hatched, with a bar of their own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” attends to “%2”: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coloured text without tokens.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text with each token tinted by its weight. </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> Strongest: </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> %1 on %2, shown apart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens %1 to %2 of %3 are shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every %1</source>
        <comment>place in an order</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labels: %1 token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labels: %1 query and %2 key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token flow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rollout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean of the heads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>head %1 of each layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in the input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after layer %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flow into “%1” %2, %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input at the bottom, each layer above.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coloured: the share of the chosen token that comes along a path, grey: weights of other links.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Half of each step is the token itself (residual stream).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The strongest %1 links of a layer; %2 weaker ones are left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Links below %1 are left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Links to %1 are not drawn; bars: their mean weight, full for 100%.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A token flow needs the same tokens as queries and keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of “%2” %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” (%2) %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>takes from </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token flow without tokens.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> Largest shares of the input: </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>layer %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 heads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heads </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Links below %1 are not drawn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the strongest %1 links; %2 weaker ones are left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the square root of the weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the logarithm of the weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line strength: %1, %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the same for every head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>up to the largest one drawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” to “%2” %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strongest: </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bars and hatching: attention on the first token, apart from the colours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bars and hatching: attention on special tokens, apart from the colours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hatched: tokens that only A (+) or only B (−) has.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each dot is the largest of %1 × %2 differences.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each dot is the largest of up to %1 × %2 differences.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each dot is the largest of %1 × %2 weights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each dot is the largest of up to %1 × %2 weights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers are percentages.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heatmap without tokens.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heatmap of attention, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>layer %1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” attends to “%2” with %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> Attention on %1 is shown apart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>some tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labels: %1 of queries, %2 of keys.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labels: some of the %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labels: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>query ↓</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>attends to →</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bars: share of attention on %1, full for 100%.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>: no link is strong enough to be drawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> attends to </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> is attended to by </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Links without tokens.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Links from query tokens to the tokens they attend to, </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>query</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>attends to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bars up to %1 at the upper edge; muted words are not seen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bar for %1 has a scale of its own: its full height is 100%.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row profile without tokens.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bar chart of attention weights. </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Head similarity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Head similarity, %1 layers × %2 heads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Near dots attend alike: Jensen–Shannon distance on this text, laid out in two dimensions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The plane changes the distances by %1 on the whole (stress); the directions have no meaning.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nearest: </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Head similarity without tokens.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>. Heads that attend alike lie near each other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> The most alike are %1 and %2 (distance %3).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One head has no label for want of room.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 heads have no label for want of room.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A cell is a number: orange above 0, blue below; deepest at ±%1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> The mix has a scale of its own, up to ±%1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 tokens: those with the largest weights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A walkthrough without a token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step %1 of %2 of a walkthrough. %3. %4 (%5.)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>head %1 writes %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1”: score %2, weight %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text becomes tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model reads the text as %1 tokens. We follow one of them, %2, through head %3 of layer %4. </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may look at itself and at what stands before it, not at the pale ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may look at every one of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token %1 of %2, counted from 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The query: what %1 looks for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 comes into the layer as a vector. The head makes a shorter one of it, its query: %2 numbers that say what %1 looks for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>q = W_Q x: %1 numbers, length ‖q‖ = %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys: what every token offers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the same way, every token has a key: a list of numbers that says what it has to offer. Where colours stand below the same colour of the query, the two agree.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>k = W_K x: as long as the query; ‖k‖ = %1 for %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no. %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>q · k = %1 for %2; most of it from %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>. After scaling, %1 of it is content and %2 position</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scores: how well each key fits the query</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Query and key are multiplied number by number, and the products are added up. The better a key fits, the higher its score: %1 fits best.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All scores are made smaller by the same factor, so that no single one takes everything.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens that the query may not see are taken out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>score = %1 · (q · k)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> + what the distance between the two adds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scores are scaled, and what lies ahead is hidden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scores are scaled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Softmax turns the scores into shares of 100%: the attention weights, as they stand in the row of %1 in the heatmap. %2 gets %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It stands for no word: heads rest on it when they find nothing to look at.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An intervention changed them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Softmax: scores become shares</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weight = e^score ÷ Σ e^score; ln Σ e^score = %1, Σ weights = %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values are mixed by weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What a token hands on are its values. The head mixes those of all tokens, each as strong as its weight (the faint ones hardly count). The mix is what the head has found for %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mix = Σ weight · value: %1 numbers, length %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All %1 heads of the layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other heads ask other questions of the same text at the same time. Each row shows where one of them looks from %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row = weights of one head, head %1 framed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What leaves the layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each head writes what it found into the vector of %1, and the next layer goes on from there. The longer the bar, the more it writes: head %2 the most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>‖W_O mix‖ of each head; ‖x‖ = %1 as it enters the layer; head %2 adds %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1st</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1nd</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1rd</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1th</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>layers %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>heads %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>token %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the last token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>punctuation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the sink</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch %1 off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give %1 its average over the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give %1 its average over %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: reads nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide %1 from all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide %1 from %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sharpen attention: temperature %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flatten attention: temperature %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make %1 look at all alike</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give %1 at most %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stress %1, weight × %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weaken %1, weight × %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop %1 of the weights at random</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, %1 draws</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let %1 look as it does in %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take what %1 says from %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zero ablation (Michel et al. 2019)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean ablation over the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean ablation over a sample text (Wang et al. 2022)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attention knock-out (Geva et al. 2023), rows brought to sum 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Softmax temperature: softmax(scores / T)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Uniform attention over the visible keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re-balancing: what is above the cap goes to the other keys in proportion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attention steering (PASTA, Zhang et al. 2023), rows brought to sum 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key re-weighting, rows brought to sum 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attention dropout as in training (Vaswani et al. 2017)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attention pattern patching (Vig et al. 2020)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activation patching of the head&apos;s output (Vig et al. 2020)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All panels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The whole workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>attention weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>norm of what arrives</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>norm, all heads together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>norm with residual</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>contributions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>value zeroing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>effective attention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weights of the softmax.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long the vector is that a token brings, as a part of its row (Kobayashi et al. 2020).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same for all heads of a layer together (Kobayashi et al. 2020).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All heads together with the residual and the normalisation (Kobayashi et al. 2021).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much nearer a token brings the layer’s output to what it is (Ferrando et al. 2022).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far the layer’s output turns without a token’s value, as a part of its row (Mohebbi et al. 2023).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The part of the weights that reaches the output (Brunner et al. 2020); what is below 0 has the colour of 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mean of the heads followed down through all layers to the input (Abnar and Zuidema 2020).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 span</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 spans</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>without special tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>without special tokens, rows not renormalised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>without sink</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weights ≥ %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at least %1 tokens apart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>top %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>parts of the row maximum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>transposed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean of all heads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>largest of all heads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pieces of a word as one: the weight to a word is the sum over its pieces, from a word the mean.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sentences in place of tokens: the weight to one is the sum, from one the mean.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tokens of a span as one: the weight to it is the sum, from it the mean.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without tokens that the tokenizer added; rows sum to 1 again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without tokens that the tokenizer added; rows sum to less than 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without the first or the special tokens that take mass without meaning; rows sum to 1 again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights below %1 are shown as 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights between tokens less than %1 apart are shown as 0: what is left is long-range.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The %1 largest weights of each query; the others are shown as 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each row divided by its largest weight: no weights of the model any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each row tells who attends to a token; columns sum to 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mean over all heads of the layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The largest weight that any head of the layer has; rows sum to more than 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean of %1 heads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>largest of %1 heads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all heads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1:  only one side has this token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1:  A − B = %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1:  %2   ·   row sum %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>model 2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>text B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>layer %1, head %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>model %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>text A</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>without changes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>headlight::Workspace</name>
    <message>
        <source>Left out “%1”: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a sentence to see what each head looks at.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped. The pictures show the text before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the text to compare with.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>

<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>ChangeForm</name>
    <message>
        <source>Switch a head off</source>
        <translation>Éteindre une tête</translation>
    </message>
    <message>
        <source>Zero or mean ablation of a head&apos;s output</source>
        <translation>Ablation à zéro ou à la moyenne de la sortie d’une tête</translation>
    </message>
    <message>
        <source>Hide tokens from others</source>
        <translation>Cacher des tokens aux autres</translation>
    </message>
    <message>
        <source>Attention knockout: cells, rows or columns, rows renormalised</source>
        <translation>Coupure d’attention : cellules, lignes ou colonnes ; les lignes ramenées à une somme de 1</translation>
    </message>
    <message>
        <source>Sharpen or flatten attention</source>
        <translation>Aiguiser ou aplatir l’attention</translation>
    </message>
    <message>
        <source>Softmax temperature</source>
        <translation>Température du softmax</translation>
    </message>
    <message>
        <source>Spread attention evenly</source>
        <translation>Regarder tous les tokens de la même façon</translation>
    </message>
    <message>
        <source>Uniform attention</source>
        <translation>Attention uniforme</translation>
    </message>
    <message>
        <source>Cap the sink or a token</source>
        <translation>Limiter ce que le puits ou un token peut prendre</translation>
    </message>
    <message>
        <source>Weight cap; the excess goes to other keys in proportion</source>
        <translation>Plafond de poids ; l’excédent va aux autres clés en proportion</translation>
    </message>
    <message>
        <source>Weaken tokens</source>
        <translation>Affaiblir des tokens</translation>
    </message>
    <message>
        <source>Key re-weighting by a factor below 1</source>
        <translation>Repondérer les clés par un facteur inférieur à 1</translation>
    </message>
    <message>
        <source>Emphasise tokens</source>
        <translation>Renforcer les tokens importants</translation>
    </message>
    <message>
        <source>Attention steering (PASTA)</source>
        <translation>Guidage de l’attention (PASTA)</translation>
    </message>
    <message>
        <source>Drop weights at random</source>
        <translation>Supprimer des poids au hasard</translation>
    </message>
    <message>
        <source>Attention dropout over several draws</source>
        <translation>Dropout d’attention sur plusieurs tirages</translation>
    </message>
    <message>
        <source>Patch from another text</source>
        <translation>Mettre une tête venue d’un autre texte</translation>
    </message>
    <message>
        <source>Activation or pattern patching</source>
        <translation>Greffe d’activation ou de motif</translation>
    </message>
    <message>
        <source>Switch an expert off or force it</source>
        <translation>Désactiver ou forcer un expert</translation>
    </message>
    <message>
        <source>Router logit at −∞, or the router&apos;s first choice</source>
        <translation>Logit du routeur à −∞, ou premier choix du routeur</translation>
    </message>
    <message>
        <source>Change values inside layers</source>
        <translation>Modifier des valeurs dans les couches</translation>
    </message>
    <message>
        <source>Ablation, resampling, patching or scaling of stream, sublayers, q, k and v</source>
        <translation>Ablation, rééchantillonnage, patching ou mise à l’échelle du flux, des sous-couches, de q, k et v</translation>
    </message>
</context>
<context>
    <name>FigurePreset</name>
    <message>
        <source>Slide, full</source>
        <translation>Diapositive entière</translation>
    </message>
    <message>
        <source>Slide, half</source>
        <translation>Demi-diapositive</translation>
    </message>
    <message>
        <source>Paper, one column (3.3 in)</source>
        <translation>Article, une colonne (3,3 po)</translation>
    </message>
    <message>
        <source>Paper, two columns (7 in)</source>
        <translation>Article, deux colonnes (7 po)</translation>
    </message>
    <message>
        <source>Poster</source>
        <translation>Affiche</translation>
    </message>
    <message>
        <source>Square</source>
        <translation>Carré</translation>
    </message>
    <message>
        <source>A4 page within 2.5 cm margins</source>
        <translation>Page A4 avec marges de 2,5 cm</translation>
    </message>
    <message>
        <source>Letter page within 1 in margins</source>
        <translation>Page Letter avec marges de 1 pouce</translation>
    </message>
    <message>
        <source>LaTeX column (229.5 pt)</source>
        <translation>Colonne LaTeX (229,5 pt)</translation>
    </message>
    <message>
        <source>LaTeX page (345 pt)</source>
        <translation>Page LaTeX (345 pt)</translation>
    </message>
</context>
<context>
    <name>HeadTable</name>
    <message>
        <source>no label</source>
        <translation>sans étiquette</translation>
    </message>
    <message>
        <source>previous token</source>
        <translation>token précédent</translation>
    </message>
    <message>
        <source>next token</source>
        <translation>token suivant</translation>
    </message>
    <message>
        <source>own token</source>
        <translation>lui-même</translation>
    </message>
    <message>
        <source>induction</source>
        <translation>induction</translation>
    </message>
    <message>
        <source>duplicate token</source>
        <translation>même mot</translation>
    </message>
    <message>
        <source>punctuation</source>
        <translation>ponctuation</translation>
    </message>
    <message>
        <source>diffuse</source>
        <translation>large</translation>
    </message>
    <message>
        <source>sink</source>
        <translation>puits</translation>
    </message>
    <message>
        <source>Entropy of a row, nats</source>
        <translation>Entropie d’une ligne, nats</translation>
    </message>
    <message>
        <source>Entropy / ln(keys seen)</source>
        <translation>Entropie / ln(clés vues)</translation>
    </message>
    <message>
        <source>Entropy of norm-weighted rows, nats</source>
        <translation>Entropie des lignes pondérées par la norme, nats</translation>
    </message>
    <message>
        <source>Largest weight of a row</source>
        <translation>Plus grand poids d’une ligne</translation>
    </message>
    <message>
        <source>Row diversity, nats</source>
        <translation>Divergence des lignes, nats</translation>
    </message>
    <message>
        <source>Distance, tokens</source>
        <translation>Distance, tokens</translation>
    </message>
    <message>
        <source>Attention at most 2 tokens away</source>
        <translation>Masse à 2 tokens au plus</translation>
    </message>
    <message>
        <source>Attention further than 8 tokens</source>
        <translation>Masse à plus de 8 tokens</translation>
    </message>
    <message>
        <source>Attention on previous token</source>
        <translation>Masse sur le token d’avant</translation>
    </message>
    <message>
        <source>Attention on next token</source>
        <translation>Masse sur le token d’après</translation>
    </message>
    <message>
        <source>Attention on own token</source>
        <translation>Masse sur le token lui-même</translation>
    </message>
    <message>
        <source>Attention on earlier occurrences</source>
        <translation>Masse sur les occurrences antérieures</translation>
    </message>
    <message>
        <source>Induction</source>
        <translation>Masse sur ce qui les suivait</translation>
    </message>
    <message>
        <source>Probe: earlier copy</source>
        <translation>Idem sur des tokens aléatoires dits deux fois : occurrence antérieure</translation>
    </message>
    <message>
        <source>Probe: induction</source>
        <translation>Idem sur des tokens aléatoires dits deux fois : ce qui suivait</translation>
    </message>
    <message>
        <source>Attention on sink</source>
        <translation>Masse sur le premier token et les tokens ajoutés</translation>
    </message>
    <message>
        <source>Attention on first token</source>
        <translation>Masse sur le premier token</translation>
    </message>
    <message>
        <source>Attention on special tokens</source>
        <translation>Masse sur les tokens ajoutés</translation>
    </message>
    <message>
        <source>Attention on punctuation</source>
        <translation>Masse sur la ponctuation</translation>
    </message>
    <message>
        <source>Symmetry</source>
        <translation>Poids rendu en retour</translation>
    </message>
    <message>
        <source>Attention on residue contacts</source>
        <translation>Attention aux contacts de résidus</translation>
    </message>
    <message>
        <source>label</source>
        <translation>étiquette</translation>
    </message>
    <message>
        <source>Attention on the system&apos;s turns</source>
        <translation>Attention aux tours du système</translation>
    </message>
    <message>
        <source>Attention on the user&apos;s turns</source>
        <translation>Attention aux tours de l’utilisateur</translation>
    </message>
    <message>
        <source>Attention on the assistant&apos;s turns</source>
        <translation>Attention aux tours de l’assistant</translation>
    </message>
    <message>
        <source>Attention on turns of other roles</source>
        <translation>Attention aux tours des autres rôles</translation>
    </message>
    <message>
        <source>Attention on the chat template</source>
        <translation>Attention au modèle de conversation</translation>
    </message>
    <message>
        <source>local</source>
        <translation>locale</translation>
    </message>
</context>
<context>
    <name>KeyboardSheet</name>
    <message>
        <source>Tokens: select several</source>
        <translation>Dans les tokens : en sélectionner plusieurs</translation>
    </message>
    <message>
        <source>Heatmap: mark cells; Menu key changes the model there</source>
        <translation>Dans une carte de chaleur : marquer des cellules ; la touche Menu y modifie le modèle</translation>
    </message>
    <message>
        <source>Heatmap: move between cells; weight in the status bar</source>
        <translation>Dans une carte de chaleur : parcourir les cellules ; le poids est indiqué en bas</translation>
    </message>
    <message>
        <source>Heatmap: show the whole map</source>
        <translation>Carte de chaleur : montrer toute la carte</translation>
    </message>
    <message>
        <source>Stop the current task</source>
        <translation>Arrêter la tâche en cours</translation>
    </message>
    <message>
        <source>Walkthrough: next and previous step, numbers, full screen</source>
        <translation>Pas à pas : étape suivante et précédente, nombres, plein écran</translation>
    </message>
    <message>
        <source>In panels and windows</source>
        <translation>Dans les panneaux et les fenêtres</translation>
    </message>
</context>
<context>
    <name>PanelKind</name>
    <message>
        <source>Heatmap</source>
        <translation>Carte de chaleur</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>Liens</translation>
    </message>
    <message>
        <source>Coloured text</source>
        <translation>Texte coloré</translation>
    </message>
    <message>
        <source>Arcs</source>
        <translation>Arcs</translation>
    </message>
    <message>
        <source>Row profile</source>
        <translation>Profil de ligne</translation>
    </message>
    <message>
        <source>Token flow</source>
        <translation>Flux de tokens</translation>
    </message>
    <message>
        <source>Head similarity</source>
        <translation>Similarité des têtes</translation>
    </message>
    <message>
        <source>Head atlas</source>
        <translation>Atlas des têtes</translation>
    </message>
    <message>
        <source>Image overlay</source>
        <translation>Sur l’image</translation>
    </message>
    <message>
        <source>Image atlas</source>
        <translation>Sur l’image, toutes les têtes</translation>
    </message>
    <message>
        <source>Experts</source>
        <translation>Experts</translation>
    </message>
</context>
<context>
    <name>QObject</name>
    <message>
        <source>About Headlight</source>
        <translation>À propos de Headlight</translation>
    </message>
    <message>
        <source>&lt;p&gt;&lt;b&gt;Headlight %1&lt;/b&gt;&lt;/p&gt;&lt;p&gt;Shows what the attention heads of a language model look at.&lt;br&gt;Everything is computed on this machine; nothing is sent anywhere.&lt;/p&gt;&lt;p&gt;GPL-3.0-or-later. Uses Qt, QCustomPlot, Eigen, oneDNN, ICU,&lt;br&gt;PCRE2, simdjson, nlohmann/json, CLI11 and libzip.&lt;/p&gt;</source>
        <translation>&lt;p&gt;&lt;b&gt;Headlight %1&lt;/b&gt;&lt;/p&gt;&lt;p&gt;Montre ce que regardent les têtes d’attention d’un modèle de langue.&lt;br&gt;Tout est calculé sur cette machine ; rien n’est envoyé nulle part.&lt;/p&gt;&lt;p&gt;GPL-3.0-or-later. Utilise Qt, QCustomPlot, Eigen, oneDNN, ICU,&lt;br&gt;PCRE2, simdjson, nlohmann/json, CLI11 et libzip.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Clavier</translation>
    </message>
    <message>
        <source>none: the hidden states are the output</source>
        <translation>rien : les états cachés sont la sortie</translation>
    </message>
    <message>
        <source>next token</source>
        <translation>token suivant</translation>
    </message>
    <message>
        <source>masked tokens</source>
        <translation>tokens masqués</translation>
    </message>
    <message>
        <source>classes of a text (%1)</source>
        <translation>classes d’un texte (%1)</translation>
    </message>
    <message>
        <source>classes of a token (%1)</source>
        <translation>classes d’un token (%1)</translation>
    </message>
    <message>
        <source>replaced tokens</source>
        <translation>tokens remplacés</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>Famille</translation>
    </message>
    <message>
        <source>Architecture</source>
        <translation>Architecture</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Couches</translation>
    </message>
    <message>
        <source>Heads</source>
        <translation>Têtes</translation>
    </message>
    <message>
        <source>Key/value heads</source>
        <translation>Têtes de clé/valeur</translation>
    </message>
    <message>
        <source>Hidden size</source>
        <translation>Largeur</translation>
    </message>
    <message>
        <source>%1, %2 per head</source>
        <translation>%1, %2 par tête</translation>
    </message>
    <message>
        <source>Positions</source>
        <translation>Positions</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>Contexte</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>sans limite</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 tokens</translation>
    </message>
    <message>
        <source>%1 tokens trained</source>
        <translation>entraîné sur %1 tokens</translation>
    </message>
    <message>
        <source>Vocabulary</source>
        <translation>Vocabulaire</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Paramètres</translation>
    </message>
    <message>
        <source>Data type</source>
        <translation>Format des nombres</translation>
    </message>
    <message>
        <source>Tokenizer</source>
        <translation>Tokeniseur</translation>
    </message>
    <message>
        <source>Predicts</source>
        <translation>Prédit</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Dossier</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>File type</source>
        <translation>Type de fichier</translation>
    </message>
    <message>
        <source>%1 %2 (%3)</source>
        <translation>%1 %2 (%3)</translation>
    </message>
    <message>
        <source>Tensors</source>
        <translation>Tenseurs</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>Memory for a run</source>
        <translation>Mémoire pour une exécution</translation>
    </message>
    <message>
        <source>%1 on top of the weights, for %2 tokens</source>
        <translation>%1 en plus des poids, pour %2 tokens</translation>
    </message>
</context>
<context>
    <name>QStatusBar</name>
    <message>
        <source>%1 tokens</source>
        <translation>%1 tokens</translation>
    </message>
    <message>
        <source>%1 GB</source>
        <translation>%1 Go</translation>
    </message>
    <message>
        <source>%1 in a scratch file</source>
        <translation>%1 dans un fichier temporaire</translation>
    </message>
</context>
<context>
    <name>Samples</name>
    <message>
        <source>A quoted clause, repeated</source>
        <translation>Une proposition citée, dite deux fois</translation>
    </message>
    <message>
        <source>When the clause comes again, each word looks at what followed it the first time: the second &apos;I&apos; at &apos;shall&apos;, the second &apos;be&apos; at &apos;late&apos;.</source>
        <translation>Quand la proposition revient, chaque mot regarde ce qui le suivait la première fois : le second &apos;I&apos; vers &apos;shall&apos;, le second &apos;be&apos; vers &apos;late&apos;.</translation>
    </message>
    <message>
        <source>A repeated sentence</source>
        <translation>Une phrase répétée</translation>
    </message>
    <message>
        <source>When the sentence comes again, each word looks at what followed it the first time: the second &apos;password&apos; at &apos;is&apos;, the second &apos;blue&apos; at &apos;river&apos;. So the model can say it again.</source>
        <translation>Quand la phrase revient, chaque mot regarde ce qui le suivait la première fois : le second &apos;password&apos; vers &apos;is&apos;, le second &apos;blue&apos; vers &apos;river&apos;. Le modèle peut ainsi la redire.</translation>
    </message>
    <message>
        <source>The word before</source>
        <translation>Le mot d’avant</translation>
    </message>
    <message>
        <source>Every token looks at the token just before it; heads further up use this to find where a phrase was said before.</source>
        <translation>Chaque token regarde celui qui le précède ; les têtes plus hautes s’en servent pour trouver où une tournure a déjà été dite.</translation>
    </message>
    <message>
        <source>The same word again</source>
        <translation>Le même mot encore</translation>
    </message>
    <message>
        <source>Most words look at their other occurrence: &apos;king&apos; at &apos;king&apos;, &apos;saw&apos; at &apos;saw&apos;.</source>
        <translation>La plupart des mots regardent leur autre occurrence : &apos;king&apos; vers &apos;king&apos;, &apos;saw&apos; vers &apos;saw&apos;.</translation>
    </message>
    <message>
        <source>Who was hungry?</source>
        <translation>Qui avait faim ?</translation>
    </message>
    <message>
        <source>Each word looks at the word just before it: &apos;was&apos; at &apos;mice&apos;, although it was the cat that was hungry.</source>
        <translation>Chaque mot regarde celui qui le précède : &apos;was&apos; vers &apos;mice&apos;, alors que c’est le chat qui avait faim.</translation>
    </message>
    <message>
        <source>A list</source>
        <translation>Une énumération</translation>
    </message>
    <message>
        <source>Each token looks at the one that comes next: the comma at the next item, the item at its ending.</source>
        <translation>Chaque token regarde le suivant : la virgule vers l’élément suivant, l’élément vers sa fin.</translation>
    </message>
    <message>
        <source>What counts is after &apos;but&apos;</source>
        <translation>Ce qui compte vient après &apos;but&apos;</translation>
    </message>
    <message>
        <source>The class is read at [CLS], and [CLS] looks at &apos;wonderful&apos;, not at &apos;cold&apos;.</source>
        <translation>La classe se lit en [CLS], et [CLS] regarde &apos;wonderful&apos;, pas &apos;cold&apos;.</translation>
    </message>
    <message>
        <source>Not good</source>
        <translation>Pas bon</translation>
    </message>
    <message>
        <source>[CLS] looks at &apos;not&apos;, the word that turns the sentence around.</source>
        <translation>[CLS] regarde &apos;not&apos;, le mot qui renverse la phrase.</translation>
    </message>
    <message>
        <source>It looks one word back</source>
        <translation>Elle regarde un mot en arrière</translation>
    </message>
    <message>
        <source>This head looks from every word at the one just before it. That sounds dull, but other heads build on it: it tells each word what stood in front.</source>
        <translation>Cette tête regarde, depuis chaque mot, celui qui le précède. Cela paraît banal, mais d’autres têtes s’appuient dessus : elle dit à chaque mot ce qui était devant.</translation>
    </message>
    <message>
        <source>It finds the same word again</source>
        <translation>Elle retrouve le même mot</translation>
    </message>
    <message>
        <source>This head looks from a word at the same word elsewhere in the text: from king to king, from queen to queen.</source>
        <translation>Cette tête regarde, depuis un mot, le même mot ailleurs dans le texte : de king à king, de queen à queen.</translation>
    </message>
    <message>
        <source>It remembers what came next</source>
        <translation>Elle se souvient de ce qui venait ensuite</translation>
    </message>
    <message>
        <source>When something comes a second time, this head looks at what followed it the first time, and so the model can go on as before. Such heads are called induction heads.</source>
        <translation>Quand quelque chose revient, cette tête regarde ce qui suivait la première fois, et le modèle peut ainsi continuer comme avant. On les appelle têtes d’induction.</translation>
    </message>
    <message>
        <source>It rests when there is nothing to do</source>
        <translation>Elle se repose quand il n’y a rien à faire</translation>
    </message>
    <message>
        <source>The same head, with nothing repeated: it puts nearly all its attention on the first token. Attention always adds up to 100%, so a head without work has to leave it somewhere.</source>
        <translation>La même tête, et rien de répété : elle met presque toute son attention sur le premier des tokens. L’attention fait toujours 100 % au total ; une tête sans travail doit donc la laisser quelque part.</translation>
    </message>
    <message>
        <source>It picks the word that decides</source>
        <translation>Elle choisit le mot qui décide</translation>
    </message>
    <message>
        <source>This model says whether a sentence is positive. It reads the answer at the token [CLS], and this head looks from there at the word that counts: wonderful, not cold.</source>
        <translation>Ce modèle dit si une phrase est positive. Il lit la réponse au token [CLS], et cette tête regarde de là le mot qui compte : wonderful, pas cold.</translation>
    </message>
    <message>
        <source>A translation with crossing words</source>
        <translation>Une traduction dont les mots se croisent</translation>
    </message>
    <message>
        <source>Each German piece looks at the French one that means the same: &apos;sieben&apos; at &apos;sept&apos;, the last piece of the number, and &apos;rote&apos; at &apos;rouges&apos;, after its noun.</source>
        <translation>Chaque morceau allemand regarde le morceau français de même sens : &apos;sieben&apos; vers &apos;sept&apos;, le dernier morceau du nombre, et &apos;rote&apos; vers &apos;rouges&apos;, derrière son nom.</translation>
    </message>
    <message>
        <source>A date</source>
        <translation>Une date</translation>
    </message>
    <message>
        <source>Day, month and the digits of the year each look at theirs; &apos;le&apos; has no counterpart in the source and looks at the word French.</source>
        <translation>Le jour, le mois et les chiffres de l’année regardent chacun les leurs ; &apos;le&apos; ne correspond à rien dans la source et regarde le mot French.</translation>
    </message>
    <message>
        <source>What it says, and where it looks</source>
        <translation>Ce qu&apos;il dit, et où il regarde</translation>
    </message>
    <message>
        <source>When &apos;star&apos; is the word this head looks at the star, as it looked at the circle for &apos;circle&apos;. Step through the words under the tokens.</source>
        <translation>Quand le modèle dit « star », cette tête regarde l&apos;étoile, comme elle regardait le cercle pour « circle ». Parcourez les mots sous les tokens.</translation>
    </message>
    <message>
        <source>The larger one first</source>
        <translation>La plus grande d&apos;abord</translation>
    </message>
    <message>
        <source>A caption begins with the larger thing, here the heart: this head finds it wherever it is.</source>
        <translation>Une légende commence par la plus grande figure, ici le cœur : cette tête la trouve où qu&apos;elle soit.</translation>
    </message>
    <message>
        <source>Left or right?</source>
        <translation>Gauche ou droite ?</translation>
    </message>
    <message>
        <source>When &apos;right&apos; is the word, this head looks at the star and 0.0 at both things: two places that it compares.</source>
        <translation>Quand le modèle dit « right », cette tête regarde l&apos;étoile et la 0.0 les deux figures : deux endroits qu&apos;il compare.</translation>
    </message>
</context>
<context>
    <name>Walkthrough</name>
    <message>
        <source>attention weights</source>
        <translation>poids d’attention</translation>
    </message>
    <message>
        <source>Attention weights say how a token divides its attention. They add up to 100%.</source>
        <translation>Les poids d’attention disent quelle part de son attention un token donne à chaque autre. Ceux d’un token font 100 % au total.</translation>
    </message>
    <message>
        <source>intervention</source>
        <translation>intervention</translation>
    </message>
    <message>
        <source>A change made on purpose while the model runs.</source>
        <translation>Un changement fait exprès pendant que le modèle tourne.</translation>
    </message>
    <message>
        <source>softmax</source>
        <translation>softmax</translation>
    </message>
    <message>
        <source>Softmax turns any numbers into shares of 100%: e is raised to each number, then divided by the total.</source>
        <translation>Softmax change des nombres quelconques en parts qui font 100 % : on élève e à la puissance de chacun et on divise par la somme de tous.</translation>
    </message>
    <message>
        <source>tokens</source>
        <translation>tokens</translation>
    </message>
    <message>
        <source>Tokens are the pieces in which a model reads a text: words, parts of words, punctuation.</source>
        <translation>Les tokens sont les morceaux dans lesquels un modèle lit un texte : mots, parties de mots, ponctuation.</translation>
    </message>
    <message>
        <source>heatmap</source>
        <translation>carte de chaleur</translation>
    </message>
    <message>
        <source>The square picture with a row for each query and a column for each key.</source>
        <translation>L’image carrée avec une ligne pour chaque requête et une colonne pour chaque clé.</translation>
    </message>
    <message>
        <source>scores</source>
        <translation>scores</translation>
    </message>
    <message>
        <source>A score says how well a key matches a query. It can be negative.</source>
        <translation>Un score dit à quel point une clé convient à une requête : un nombre quelconque, même sous zéro.</translation>
    </message>
    <message>
        <source>vector</source>
        <translation>vecteur</translation>
    </message>
    <message>
        <source>A vector is a list of numbers. The model keeps one for every token.</source>
        <translation>Un vecteur est une liste de nombres. Le modèle en tient un pour chaque token.</translation>
    </message>
    <message>
        <source>values</source>
        <translation>valeurs</translation>
    </message>
    <message>
        <source>A token&apos;s value is what it passes on when another token attends to it.</source>
        <translation>La valeur d’un token est ce qu’il transmet quand on le regarde.</translation>
    </message>
    <message>
        <source>query</source>
        <translation>requête</translation>
    </message>
    <message>
        <source>The query of a token is a list of numbers that says what it looks for.</source>
        <translation>La requête d’un token est une liste de nombres qui dit ce qu’il cherche.</translation>
    </message>
    <message>
        <source>heads</source>
        <translation>têtes</translation>
    </message>
    <message>
        <source>Heads work side by side in each layer. Each compares tokens in its own way.</source>
        <translation>Les têtes travaillent côte à côte dans chaque couche. Chacune compare les tokens à sa façon.</translation>
    </message>
    <message>
        <source>layer</source>
        <translation>couche</translation>
    </message>
    <message>
        <source>A model is a stack of layers. Each updates the vector of every token once.</source>
        <translation>Un modèle est une pile de couches ; chacune réécrit une fois les vecteurs de tous les tokens.</translation>
    </message>
    <message>
        <source>key</source>
        <translation>clé</translation>
    </message>
    <message>
        <source>The key of a token is a list of numbers that says what it offers.</source>
        <translation>La clé d’un token est une liste de nombres qui dit ce qu’il offre.</translation>
    </message>
</context>
<context>
    <name>Workspace</name>
    <message>
        <source>%1: expected a head of %2 layers with %3 heads each, found layer %4, head %5</source>
        <translation>%1 : tête attendue parmi %2 couches de %3 têtes, trouvé couche %4, tête %5</translation>
    </message>
</context>
<context>
    <name>headlight::AblationWindow</name>
    <message>
        <source>Ablation map</source>
        <translation>Carte d’ablation</translation>
    </message>
    <message>
        <source>Effect of switching off each head; arrow keys move, Return opens</source>
        <translation>Ce que perd la réponse sans chaque tête ; les flèches parcourent les têtes, Entrée en ouvre une</translation>
    </message>
    <message>
        <source>Switches off every head in turn and shows how far the prediction drops.</source>
        <translation>Éteint chaque tête à son tour et montre de combien la prédiction baisse.</translation>
    </message>
    <message>
        <source>A likely prediction, or any token or class that you type</source>
        <translation>Une prédiction probable, ou tout token ou classe que vous saisissez</translation>
    </message>
    <message>
        <source>&amp;Prediction</source>
        <translation>&amp;Réponse</translation>
    </message>
    <message>
        <source>zero</source>
        <translation>zéro</translation>
    </message>
    <message>
        <source>mean over the text</source>
        <translation>sa moyenne sur le texte</translation>
    </message>
    <message>
        <source>Replace w&amp;ith</source>
        <translation>À la &amp;place d’une tête</translation>
    </message>
    <message>
        <source>ln p of the prediction</source>
        <translation>ln p de la prédiction</translation>
    </message>
    <message>
        <source>whole prediction (KL)</source>
        <translation>toute la prédiction (KL)</translation>
    </message>
    <message>
        <source>S&amp;hown</source>
        <translation>&amp;Montrer</translation>
    </message>
    <message>
        <source>Ablation progress</source>
        <translation>Progression de l’extinction de chaque tête</translation>
    </message>
    <message>
        <source>No prediction here. Pin a token, type a mask token, or open a model with an output head.</source>
        <translation>Le modèle ne dit rien ici : épinglez un token, écrivez un masque ou ouvrez un modèle avec une tête de sortie.</translation>
    </message>
    <message>
        <source>This map is for another text or token. Measure again to update.</source>
        <translation>La carte est celle d’un autre texte ou token. Mesurez pour la redessiner.</translation>
    </message>
    <message>
        <source>%1   %2</source>
        <translation>%1   %2</translation>
    </message>
    <message>
        <source>Heads</source>
        <translation>Têtes</translation>
    </message>
    <message>
        <source>The attention in which heads are switched off</source>
        <translation>L’attention dont les têtes sont désactivées</translation>
    </message>
    <message>
        <source>Measure runs the model %1 times, each time without one head, and shows how far “%2” drops; about %3.</source>
        <translation>« Mesurer » exécute le modèle %1 fois, chaque fois sans une tête, et montre de combien baisse « %2 » ; environ %3.</translation>
    </message>
    <message>
        <source>Measure runs the model %1 times, each time without one head, and shows how far “%2” drops at “%4”, token %5; about %3.</source>
        <translation>« Mesurer » exécute le modèle %1 fois, chaque fois sans une tête, et montre de combien baisse « %2 » à « %4 », token %5 ; environ %3.</translation>
    </message>
</context>
<context>
    <name>headlight::AdapterBar</name>
    <message>
        <source>&amp;Adapter</source>
        <translation>&amp;Adaptateur</translation>
    </message>
    <message>
        <source>Adapter scale, in percent</source>
        <translation>Échelle de l’adaptateur, en pour cent</translation>
    </message>
    <message>
        <source>How much of the adapter counts: 0% is the base model</source>
        <translation>Part de l’adaptateur prise en compte : 0% est le modèle de base</translation>
    </message>
    <message>
        <source>Compare with base</source>
        <translation>Comparer à la base</translation>
    </message>
    <message>
        <source>Opens the base model next to it and ranks the heads that differ most</source>
        <translation>Ouvre le modèle de base à côté et classe les têtes qui diffèrent le plus</translation>
    </message>
</context>
<context>
    <name>headlight::AnimationDialog</name>
    <message>
        <source>Export animation</source>
        <translation>Exporter l’animation</translation>
    </message>
    <message>
        <source>Frames written</source>
        <translation>Images écrites</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exporter</translation>
    </message>
    <message>
        <source>%1 × %2 pixels</source>
        <translation>%1 × %2 pixels</translation>
    </message>
    <message>
        <source>GIF</source>
        <translation>GIF</translation>
    </message>
    <message>
        <source>WebP, smaller and sharper</source>
        <translation>WebP, plus petit et plus net</translation>
    </message>
    <message>
        <source>Web page with a slider</source>
        <translation>Page web avec curseur</translation>
    </message>
    <message>
        <source>PowerPoint, slides that morph</source>
        <translation>PowerPoint, diapositives avec Morphose</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Ajustée</translation>
    </message>
    <message>
        <source>Includ&amp;e text and session</source>
        <translation>&amp;Garder texte et session dans le fichier</translation>
    </message>
    <message>
        <source>Turn off for confidential work: tokens become numbers, no text is stored</source>
        <translation>Désactivé pour un travail confidentiel : des numéros au lieu des tokens, et rien du texte dans le fichier</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Parcourir…</translation>
    </message>
    <message>
        <source>&amp;What</source>
        <translation>&amp;Quoi</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>&amp;Format</translation>
    </message>
    <message>
        <source>&amp;Size</source>
        <translation>&amp;Taille</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>T&amp;hème</translation>
    </message>
    <message>
        <source>Each f&amp;rame</source>
        <translation>Chaque i&amp;mage</translation>
    </message>
    <message>
        <source>F&amp;ile</source>
        <translation>F&amp;ichier</translation>
    </message>
    <message>
        <source>Plays everywhere. 256 colours a frame.</source>
        <translation>Se lit partout. 256 couleurs par image.</translation>
    </message>
    <message>
        <source>Plays in browsers and newer programs. All colours.</source>
        <translation>Se lit dans les navigateurs et les programmes récents. Toutes les couleurs.</translation>
    </message>
    <message>
        <source>One file for any browser: slider, arrow keys, exact values, light and dark.</source>
        <translation>Un fichier pour tout navigateur : curseur, touches fléchées, valeurs exactes, clair et sombre.</translation>
    </message>
    <message>
        <source>Native shapes; PowerPoint moves them from slide to slide.</source>
        <translation>Formes natives ; PowerPoint les déplace d’une diapositive à l’autre.</translation>
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
        <translation>Page web (*.html)</translation>
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
        <translation>Mots de la réponse</translation>
    </message>
    <message>
        <source>Previous word</source>
        <translation>Mot précédent</translation>
    </message>
    <message>
        <source>Previous word (left arrow)</source>
        <translation>Mot précédent (flèche gauche)</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Lire</translation>
    </message>
    <message>
        <source>Show one word after the other</source>
        <translation>Montrer les mots l’un après l’autre</translation>
    </message>
    <message>
        <source>Next word</source>
        <translation>Mot suivant</translation>
    </message>
    <message>
        <source>Next word (right arrow)</source>
        <translation>Mot suivant (flèche droite)</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>%1 words: step through them to see what each attends to</source>
        <translation>%1 mots : parcourez-les pour voir à quoi chacun prête attention</translation>
    </message>
    <message>
        <source>Word %1 of %2: “%3” · %4</source>
        <translation>Mot %1 sur %2 : « %3 » · %4</translation>
    </message>
</context>
<context>
    <name>headlight::Appearance</name>
    <message>
        <source>&amp;Reduce motion</source>
        <translation>&amp;Réduire les animations</translation>
    </message>
    <message>
        <source>L&amp;arger text</source>
        <translation>Texte plus &amp;grand</translation>
    </message>
    <message>
        <source>Small&amp;er text</source>
        <translation>Te&amp;xte plus petit</translation>
    </message>
    <message>
        <source>Defa&amp;ult text</source>
        <translation>Texte &amp;habituel</translation>
    </message>
    <message>
        <source>S&amp;ystem theme</source>
        <translation>&amp;Thème du système</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>Cla&amp;ir</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>Som&amp;bre</translation>
    </message>
    <message>
        <source>&amp;System language</source>
        <translation>Langue du &amp;système</translation>
    </message>
    <message>
        <source>Restart Headlight to use this language.</source>
        <translation>Headlight parlera cette langue à partir de son prochain démarrage.</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Contraste élevé</translation>
    </message>
</context>
<context>
    <name>headlight::ArcsView</name>
    <message>
        <source>Arcs</source>
        <translation>Arcs</translation>
    </message>
</context>
<context>
    <name>headlight::AtlasPane</name>
    <message>
        <source>Heads</source>
        <translation>Têtes</translation>
    </message>
    <message>
        <source>Open in new panel</source>
        <translation>Montrer dans un panneau à part</translation>
    </message>
    <message>
        <source>Head order</source>
        <translation>Dans quel ordre sont les têtes</translation>
    </message>
    <message>
        <source>By layer and head</source>
        <translation>Par couches et têtes</translation>
    </message>
    <message>
        <source>By similarity to selected head</source>
        <translation>Par similarité avec la tête sélectionnée</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Comparer celles-ci</translation>
    </message>
    <message>
        <source>Combine</source>
        <translation>Comme une seule</translation>
    </message>
    <message>
        <source>The marked heads in one panel</source>
        <translation>Les têtes marquées dans un seul panneau</translation>
    </message>
    <message>
        <source>Overlay</source>
        <translation>Superposées</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Leur moyenne</translation>
    </message>
    <message>
        <source>Maximum</source>
        <translation>Leur plus grand poids</translation>
    </message>
    <message>
        <source>Unmark all heads</source>
        <translation>Démarquer toutes les têtes</translation>
    </message>
    <message>
        <source>No head matches “%1”.</source>
        <translation>Aucune tête ne correspond à « %1 ».</translation>
    </message>
    <message>
        <source>Marked: %1</source>
        <translation>Marquées : %1</translation>
    </message>
    <message>
        <source>&amp;Heads</source>
        <translation>Têt&amp;es</translation>
    </message>
    <message>
        <source>Go to heads: arrows select, Space marks, Ctrl+Return opens a panel</source>
        <translation>Vers les têtes : les flèches choisissent, Espace marque, Ctrl+Entrée ouvre</translation>
    </message>
    <message>
        <source>Previous layer</source>
        <translation>Couche précédente</translation>
    </message>
    <message>
        <source>Next layer</source>
        <translation>Couche suivante</translation>
    </message>
    <message>
        <source>Previous head</source>
        <translation>Tête précédente</translation>
    </message>
    <message>
        <source>Next head</source>
        <translation>Tête suivante</translation>
    </message>
    <message>
        <source>Compare mar&amp;ked heads</source>
        <translation>Comparer les têtes mar&amp;quées</translation>
    </message>
    <message>
        <source>One panel each; for two heads also the difference</source>
        <translation>Chacune dans un panneau à part, et de deux leur différence</translation>
    </message>
    <message>
        <source>By label</source>
        <translation>Par étiquette</translation>
    </message>
    <message>
        <source>similarity to %1</source>
        <translation>similarité avec %1</translation>
    </message>
    <message>
        <source>layer and head</source>
        <translation>couche et tête</translation>
    </message>
    <message>
        <source>Order: %1</source>
        <translation>Ordre : %1</translation>
    </message>
    <message>
        <source>Measuring heads…</source>
        <translation>Mesure des têtes…</translation>
    </message>
</context>
<context>
    <name>headlight::AtlasView</name>
    <message>
        <source>Head atlas</source>
        <translation>Atlas des têtes</translation>
    </message>
    <message>
        <source>, marked</source>
        <translation>, marquée</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation>%1 sur %2</translation>
    </message>
    <message>
        <source>the first token</source>
        <translation>le premier token</translation>
    </message>
    <message>
        <source>special tokens</source>
        <translation>les tokens spéciaux</translation>
    </message>
    <message>
        <source>, switched off</source>
        <translation>, éteinte</translation>
    </message>
    <message>
        <source>, changed</source>
        <translation>, modifiée</translation>
    </message>
</context>
<context>
    <name>headlight::AttentionView</name>
    <message>
        <source>Computing weights</source>
        <translation>Calcul des poids</translation>
    </message>
    <message>
        <source>Computing weights… %1</source>
        <translation>Lecture des poids… %1</translation>
    </message>
</context>
<context>
    <name>headlight::AudienceWindow</name>
    <message>
        <source>Headlight: talk</source>
        <translation>Headlight : exposé</translation>
    </message>
</context>
<context>
    <name>headlight::BarList</name>
    <message>
        <source>%1: %2</source>
        <translation>%1 : %2</translation>
    </message>
</context>
<context>
    <name>headlight::Beginning</name>
    <message>
        <source>Start &amp;page…</source>
        <translation>Page d’&amp;accueil…</translation>
    </message>
    <message>
        <source>Examples, recent sessions, models and the tour</source>
        <translation>Exemples, sessions récentes, modèles et visite</translation>
    </message>
    <message>
        <source>T&amp;our: two minutes, hands on</source>
        <translation>Visite : deux &amp;minutes, en pratique</translation>
    </message>
    <message>
        <source>Change the text</source>
        <translation>Modifier le texte</translation>
    </message>
    <message>
        <source>Type a word into the text at the top. Every picture follows.</source>
        <translation>Tapez un mot dans le texte en haut. Toutes les images suivent.</translation>
    </message>
    <message>
        <source>Choose a head</source>
        <translation>Choisir une tête</translation>
    </message>
    <message>
        <source>Click one of the small maps on the left.</source>
        <translation>Cliquez sur l’une des petites cartes à gauche.</translation>
    </message>
    <message>
        <source>Point at a cell</source>
        <translation>Pointer une cellule</translation>
    </message>
    <message>
        <source>Move over the large map: the status line tells the weight.</source>
        <translation>Passez sur la grande carte : la barre d’état indique le poids.</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Comparer</translation>
    </message>
    <message>
        <source>Press “Compare” next to the text, or %1 for a second panel.</source>
        <translation>Appuyez sur « Comparer » à côté du texte, ou %1 pour un second panneau.</translation>
    </message>
    <message>
        <source>Change the model</source>
        <translation>Modifier le modèle</translation>
    </message>
    <message>
        <source>Press %1: the head is switched off, and the prediction changes.</source>
        <translation>Appuyez sur %1 : la tête est désactivée et la prédiction change.</translation>
    </message>
    <message>
        <source>Export a figure</source>
        <translation>Exporter une figure</translation>
    </message>
    <message>
        <source>Press %1 and save what you see.</source>
        <translation>Appuyez sur %1 et enregistrez ce que vous voyez.</translation>
    </message>
</context>
<context>
    <name>headlight::ChangeForm</name>
    <message>
        <source>As written for --intervene</source>
        <translation>Le nom que lui donne --intervene en ligne de commande</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Ajouter</translation>
    </message>
    <message>
        <source>The sink (first and special tokens)</source>
        <translation>Le puits (premier token et tokens spéciaux)</translation>
    </message>
    <message>
        <source>The first token</source>
        <translation>Le premier token</translation>
    </message>
    <message>
        <source>The last token</source>
        <translation>Le dernier token</translation>
    </message>
    <message>
        <source>Punctuation</source>
        <translation>Ponctuation</translation>
    </message>
    <message>
        <source>Special tokens</source>
        <translation>Tokens spéciaux</translation>
    </message>
    <message>
        <source>&amp;Tokens</source>
        <translation>&amp;Tokens</translation>
    </message>
    <message>
        <source>Hidden from all tokens (columns)</source>
        <translation>Personne ne les voit (colonnes)</translation>
    </message>
    <message>
        <source>They attend to nothing (rows)</source>
        <translation>Ils ne lisent rien (lignes)</translation>
    </message>
    <message>
        <source>Hidden from chosen tokens (cells)</source>
        <translation>Les tokens choisis ne les voient pas (cellules)</translation>
    </message>
    <message>
        <source>&amp;How</source>
        <translation>&amp;Comment</translation>
    </message>
    <message>
        <source>From &amp;whom</source>
        <translation>À &amp;qui</translation>
    </message>
    <message>
        <source>&amp;Temperature (below 1 sharper, above 1 flatter)</source>
        <translation>&amp;Température (sous 1 plus aiguë, au-dessus plus plate)</translation>
    </message>
    <message>
        <source>&amp;Maximum per row</source>
        <translation>Au &amp;plus, de chaque ligne</translation>
    </message>
    <message>
        <source>%</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Weight &amp;times</source>
        <translation>Poids &amp;fois</translation>
    </message>
    <message>
        <source>&amp;Rate</source>
        <translation>Ta&amp;ux</translation>
    </message>
    <message>
        <source>&amp;Draws</source>
        <translation>Ti&amp;rages</translation>
    </message>
    <message>
        <source>&amp;Seed</source>
        <translation>&amp;Graine</translation>
    </message>
    <message>
        <source>Zero</source>
        <translation>Rien</translation>
    </message>
    <message>
        <source>Mean over the text</source>
        <translation>Sa moyenne sur le texte</translation>
    </message>
    <message>
        <source>Mean over another text</source>
        <translation>Sa moyenne sur un texte d’exemple</translation>
    </message>
    <message>
        <source>Replace w&amp;ith</source>
        <translation>Ce qu’elle dit à la pl&amp;ace</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Ce qu’elle dit (sortie)</translation>
    </message>
    <message>
        <source>Attention pattern</source>
        <translation>Où elle regarde (motif)</translation>
    </message>
    <message>
        <source>&amp;What</source>
        <translation>&amp;Quoi</translation>
    </message>
    <message>
        <source>A text of %1 tokens</source>
        <translation>Un texte de %1 tokens</translation>
    </message>
    <message>
        <source>From the te&amp;xt</source>
        <translation>Du te&amp;xte</translation>
    </message>
    <message>
        <source>Sample te&amp;xt</source>
        <translation>Te&amp;xte d’exemple</translation>
    </message>
    <message>
        <source>Every head of layer %1</source>
        <translation>Chaque tête de la couche %1</translation>
    </message>
    <message>
        <source>Every head of some layers</source>
        <translation>Chaque tête de certaines couches</translation>
    </message>
    <message>
        <source>Every head</source>
        <translation>Chaque tête</translation>
    </message>
    <message>
        <source>Wh&amp;ere</source>
        <translation>&amp;Où</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Couche</translation>
    </message>
    <message>
        <source>to</source>
        <translation>à</translation>
    </message>
    <message>
        <source>Write the other text.</source>
        <translation>Écrivez l’autre texte.</translation>
    </message>
    <message>
        <source>Choose, or type words of the text, numbers and ranges: Darcy, 3, 5-7</source>
        <translation>Choisir, ou taper des mots du texte, des nombres et des plages : Darcy, 3, 5-7</translation>
    </message>
    <message>
        <source>&amp;Attention</source>
        <translation>&amp;Attention</translation>
    </message>
    <message>
        <source>“%1” is no token of the text.</source>
        <translation>« %1 » n’est pas un token du texte.</translation>
    </message>
    <message>
        <source>Layer %1 of the encoder</source>
        <translation>Couche %1 de l’encodeur</translation>
    </message>
    <message>
        <source>Layer %1</source>
        <translation>Couche %1</translation>
    </message>
    <message>
        <source>&amp;Layer</source>
        <translation>Co&amp;uche</translation>
    </message>
    <message>
        <source>E&amp;xpert</source>
        <translation>E&amp;xpert</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Désactivé</translation>
    </message>
    <message>
        <source>Force</source>
        <translation>Forcer</translation>
    </message>
    <message>
        <source>%1 (selected)</source>
        <translation>%1 (sélectionnée)</translation>
    </message>
    <message>
        <source>%1 (current panel)</source>
        <translation>%1 (panneau actuel)</translation>
    </message>
    <message>
        <source>Every token</source>
        <translation>Tous les tokens</translation>
    </message>
    <message>
        <source>Residual stream before the layer</source>
        <translation>Flux résiduel avant la couche</translation>
    </message>
    <message>
        <source>Attention output</source>
        <translation>Sortie d’attention</translation>
    </message>
    <message>
        <source>Feed-forward output</source>
        <translation>Sortie feed-forward</translation>
    </message>
    <message>
        <source>Head output</source>
        <translation>Sortie de la tête</translation>
    </message>
    <message>
        <source>Queries</source>
        <translation>Requêtes</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Clés</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>Valeurs</translation>
    </message>
    <message>
        <source>Mean over a text file</source>
        <translation>Moyenne d’un fichier texte</translation>
    </message>
    <message>
        <source>Random tokens of another text</source>
        <translation>Tokens au hasard d’un autre texte</translation>
    </message>
    <message>
        <source>Same tokens of another text</source>
        <translation>Mêmes tokens d’un autre texte</translation>
    </message>
    <message>
        <source>Themselves times a factor</source>
        <translation>Elles-mêmes fois un facteur</translation>
    </message>
    <message>
        <source>Write the path of a text file, a text a line.</source>
        <translation>Écrivez le chemin d’un fichier texte, un texte par ligne.</translation>
    </message>
    <message>
        <source>&amp;Values times</source>
        <translation>&amp;Valeurs fois</translation>
    </message>
</context>
<context>
    <name>headlight::ChangesBadge</name>
    <message>
        <source>Changes to the model</source>
        <translation>Modifications du modèle</translation>
    </message>
    <message>
        <source>Show the list of changes</source>
        <translation>Montrer la liste des modifications</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Avant</translation>
    </message>
    <message>
        <source>Show everything without the changes</source>
        <translation>Tout montrer sans les modifications</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Après</translation>
    </message>
    <message>
        <source>Show everything with the changes</source>
        <translation>Tout montrer avec les modifications</translation>
    </message>
    <message>
        <source>1 change</source>
        <translation>1 modification</translation>
    </message>
    <message>
        <source>%1 changes</source>
        <translation>%1 modifications</translation>
    </message>
    <message>
        <source>, %1 without effect</source>
        <translation>, %1 sans effet</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1 : %2</translation>
    </message>
</context>
<context>
    <name>headlight::ChangesPane</name>
    <message>
        <source>Change what heads do and see how predictions react. Right-click a head or cell, or add a change here.</source>
        <translation>Changez ce que font les têtes et voyez ce que le modèle en fait. Clic droit sur une tête ou une cellule, ou ajoutez ici.</translation>
    </message>
    <message>
        <source>Changes: Space switches one on or off, F2 edits it, Delete removes it</source>
        <translation>Modifications : Espace active ou désactive, F2 modifie, Suppr retire</translation>
    </message>
    <message>
        <source>Change command</source>
        <translation>Une modification dans les mots de la grammaire</translation>
    </message>
    <message>
        <source>Or type one: ablate 2.1</source>
        <translation>Ou écrivez : ablate 2.1</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Ajouter</translation>
    </message>
    <message>
        <source>Add a change</source>
        <translation>Ajouter une modification</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Modifier</translation>
    </message>
    <message>
        <source>Edit the marked change</source>
        <translation>Modifier celle qui est marquée</translation>
    </message>
    <message>
        <source>Edit the marked change as a command (F2)</source>
        <translation>Modifier la modification marquée en tant que commande (F2)</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Remove the marked change</source>
        <translation>Retirer la modification marquée</translation>
    </message>
    <message>
        <source>Remove the marked change (Delete)</source>
        <translation>Retirer la modification marquée (Suppr)</translation>
    </message>
    <message>
        <source>%1
Not applied: %2</source>
        <translation>%1
Ne convient pas : %2</translation>
    </message>
    <message>
        <source>%1
%2</source>
        <translation>%1
%2</translation>
    </message>
    <message>
        <source>%1, switched off</source>
        <translation>%1, désactivée</translation>
    </message>
    <message>
        <source>&amp;Toggle head</source>
        <translation>Éteindre ou rallumer la &amp;tête sélectionnée</translation>
    </message>
    <message>
        <source>&amp;Write a change</source>
        <translation>Écrire une &amp;modification</translation>
    </message>
    <message>
        <source>Show &amp;before or after</source>
        <translation>Montrer avant &amp;ou après</translation>
    </message>
    <message>
        <source>Show the &amp;difference</source>
        <translation>Montrer la &amp;différence</translation>
    </message>
    <message>
        <source>ablate, mask, patch, scale, steer, temperature, uniform, cap, dropout, expert; separated by “;”</source>
        <translation>ablate, mask, patch, scale, steer, temperature, uniform, cap, dropout, expert ; séparés par « ; »</translation>
    </message>
    <message>
        <source>Steer by texts…</source>
        <translation>Orienter par des textes…</translation>
    </message>
    <message>
        <source>Steering vector: a direction from two sets of texts</source>
        <translation>Vecteur d’orientation : une direction tirée de deux ensembles de textes</translation>
    </message>
</context>
<context>
    <name>headlight::ChartWindow</name>
    <message>
        <source>St&amp;op</source>
        <translation>A&amp;rrêter</translation>
    </message>
    <message>
        <source>&amp;Measure</source>
        <translation>&amp;Mesurer</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exporter…</translation>
    </message>
</context>
<context>
    <name>headlight::CircuitsWindow</name>
    <message>
        <source>Circuits</source>
        <translation>Circuits</translation>
    </message>
    <message>
        <source>Cop&amp;y as command</source>
        <translation>&amp;Copier comme commande</translation>
    </message>
    <message>
        <source>Copy the command line that draws this picture</source>
        <translation>Copier la ligne de commande qui dessine cette image</translation>
    </message>
    <message>
        <source>The command is on the clipboard.</source>
        <translation>La commande est dans le presse-papiers.</translation>
    </message>
    <message>
        <source>Findings about the prediction; arrow keys move, Return opens</source>
        <translation>Ce qui a été trouvé sur la réponse ; les flèches déplacent, Entrée ouvre</translation>
    </message>
    <message>
        <source>Progress of the measurement</source>
        <translation>Progression de la mesure</translation>
    </message>
    <message>
        <source>&amp;Question</source>
        <translation>&amp;Question</translation>
    </message>
    <message>
        <source>S&amp;hown</source>
        <translation>A&amp;ffiché</translation>
    </message>
    <message>
        <source>&amp;At token</source>
        <translation>Au &amp;token</translation>
    </message>
    <message>
        <source>The token at which the prediction is read</source>
        <translation>Le token où la réponse est lue</translation>
    </message>
    <message>
        <source>&amp;Prediction</source>
        <translation>&amp;Réponse</translation>
    </message>
    <message>
        <source>The token or class that is watched: a likely one, or any that you type</source>
        <translation>Le token ou la classe observés : probables, ou ceux que vous saisissez</translation>
    </message>
    <message>
        <source>&amp;less</source>
        <translation>&amp;moins</translation>
    </message>
    <message>
        <source>&amp;Key</source>
        <translation>C&amp;lé</translation>
    </message>
    <message>
        <source>The token that the selected head looks at from that position</source>
        <translation>Le token que la tête choisie regarde depuis cette position</translation>
    </message>
    <message>
        <source>E&amp;dges from</source>
        <translation>Arêtes &amp;dès</translation>
    </message>
    <message>
        <source>%1 of the strongest</source>
        <translation>%1 de la plus forte</translation>
    </message>
    <message>
        <source>the runner-up</source>
        <translation>la deuxième</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>rien</translation>
    </message>
    <message>
        <source>%1   %2</source>
        <translation>%1   %2</translation>
    </message>
    <message>
        <source>No model has run: attention from a file has nothing to ask.</source>
        <translation>Aucun modèle n’a tourné : une attention venue d’un fichier ne répond à rien.</translation>
    </message>
    <message>
        <source>This model has no output head, so there is nothing to predict.</source>
        <translation>Ce modèle n’a pas de tête de sortie : il n’y a rien à prédire.</translation>
    </message>
    <message>
        <source>Running…</source>
        <translation>Lecture…</translation>
    </message>
    <message>
        <source>This picture is of another text. Measure again to update.</source>
        <translation>Cette image est celle d’un autre texte. Mesurez pour la redessiner.</translation>
    </message>
    <message>
        <source>No model has run.</source>
        <translation>Aucun modèle n’a tourné.</translation>
    </message>
    <message>
        <source>The token or class to subtract: what both have in common cancels out</source>
        <translation>Le token ou la classe à soustraire : ce que les deux ont en commun s’annule</translation>
    </message>
    <message>
        <source>the most likely</source>
        <translation>la plus probable</translation>
    </message>
    <message>
        <source>the most likely of text B</source>
        <translation>la plus probable du texte B</translation>
    </message>
    <message>
        <source>The two texts must have equally many tokens: the first has %1, the second %2.</source>
        <translation>Les deux textes doivent avoir autant de tokens : le premier en a %1, le second %2.</translation>
    </message>
    <message>
        <source>Stopped: the picture shows what had been measured. Measure again for the rest.</source>
        <translation>Arrêté : l’image montre ce qui a été mesuré. Mesurez à nouveau pour le reste.</translation>
    </message>
    <message>
        <source>&amp;Noise on</source>
        <translation>&amp;Bruit sur</translation>
    </message>
    <message>
        <source>The subject to hide: words of the text, numbers or ranges, separated by commas</source>
        <translation>Le sujet à masquer : mots du texte, numéros ou plages, séparés par des virgules</translation>
    </message>
    <message>
        <source>This compares two texts of equally many tokens, the second with one thing changed: “Tom Brown …” and “Tom Sawyer …”. Type it as the second text (Compare).</source>
        <translation>Ceci compare deux textes d’autant de tokens, le second avec une chose changée : « Tom Brown … » et « Tom Sawyer … ». Saisissez-le comme second texte (Comparer).</translation>
    </message>
</context>
<context>
    <name>headlight::ColouredTextView</name>
    <message>
        <source>Coloured text</source>
        <translation>Texte coloré</translation>
    </message>
</context>
<context>
    <name>headlight::CommandPalette</name>
    <message>
        <source>Command palette</source>
        <translation>Palette de commandes</translation>
    </message>
    <message>
        <source>Command, head such as 1.3, token, model, example, guide page or change</source>
        <translation>Commande, tête comme 1.3, token, modèle, exemple, page du guide ou modification</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Rechercher</translation>
    </message>
    <message>
        <source>Matches</source>
        <translation>Résultats</translation>
    </message>
    <message>
        <source>No match</source>
        <translation>Aucun résultat</translation>
    </message>
</context>
<context>
    <name>headlight::ComparisonPane</name>
    <message>
        <source>Most different rows</source>
        <translation>Lignes qui diffèrent le plus</translation>
    </message>
    <message>
        <source>Jensen–Shannon divergence of each row, in nats; at most 0.6931</source>
        <translation>Divergence de Jensen–Shannon de chaque ligne, en nats ; 0,6931 au plus</translation>
    </message>
    <message>
        <source>Rows that differ most, with their divergence in nats</source>
        <translation>Lignes qui diffèrent le plus, avec leur divergence en nats</translation>
    </message>
    <message>
        <source>Head comparison progress</source>
        <translation>Progression de la comparaison de toutes les têtes</translation>
    </message>
    <message>
        <source>Heads with their divergence in nats</source>
        <translation>Têtes avec leur divergence en nats</translation>
    </message>
    <message>
        <source>Compare with another text (Ctrl+B) or another model, or subtract a head in a panel&apos;s menu.</source>
        <translation>Comparez avec un autre texte (Ctrl+B) ou modèle, ou soustrayez une tête dans le menu d’un panneau.</translation>
    </message>
    <message>
        <source>Running…</source>
        <translation>Lecture…</translation>
    </message>
    <message>
        <source>Most similar heads</source>
        <translation>Têtes les plus semblables à celle-ci</translation>
    </message>
    <message>
        <source>Most different heads</source>
        <translation>Têtes qui diffèrent le plus</translation>
    </message>
    <message>
        <source>Jensen–Shannon divergence, mean over rows, in nats</source>
        <translation>Divergence de Jensen–Shannon, moyenne sur les lignes, en nats</translation>
    </message>
    <message>
        <source>Jensen–Shannon</source>
        <translation>Jensen–Shannon</translation>
    </message>
    <message>
        <source>%1 nats</source>
        <translation>%1 nats</translation>
    </message>
    <message>
        <source>% of maximum</source>
        <translation>Du maximum possible</translation>
    </message>
    <message>
        <source>Correlation</source>
        <translation>Corrélation</translation>
    </message>
    <message>
        <source>Largest difference</source>
        <translation>Plus grande différence</translation>
    </message>
</context>
<context>
    <name>headlight::ContactsWindow</name>
    <message>
        <source>Contacts</source>
        <translation>Contacts</translation>
    </message>
    <message>
        <source>Predicted contacts of residues; arrow keys move</source>
        <translation>Contacts de résidus prédits ; flèches pour se déplacer</translation>
    </message>
    <message>
        <source>Contacts progress</source>
        <translation>Avancement des contacts</translation>
    </message>
    <message>
        <source>This model predicts no contacts. Open a protein model with a contact head, such as ESM-2.</source>
        <translation>Ce modèle ne prédit pas de contacts. Ouvrez un modèle de protéines avec une tête de contacts, comme ESM-2.</translation>
    </message>
</context>
<context>
    <name>headlight::ConversationEditor</name>
    <message>
        <source>Turns of the conversation</source>
        <translation>Tours de la conversation</translation>
    </message>
    <message>
        <source>Add turn</source>
        <translation>Ajouter un tour</translation>
    </message>
    <message>
        <source>Add a turn at the end</source>
        <translation>Ajouter un tour à la fin</translation>
    </message>
    <message>
        <source>System prompt</source>
        <translation>Consigne système</translation>
    </message>
    <message>
        <source>Add a system prompt</source>
        <translation>Ajouter une consigne système</translation>
    </message>
    <message>
        <source>Add a first turn that tells the model how to behave</source>
        <translation>Ajouter un premier tour qui dit au modèle comment se comporter</translation>
    </message>
    <message>
        <source>End of the conversation</source>
        <translation>Fin de la conversation</translation>
    </message>
    <message>
        <source>Where the model stops reading, and goes on when it generates</source>
        <translation>Où le modèle cesse de lire, et continue quand il génère</translation>
    </message>
    <message>
        <source>end after last turn</source>
        <translation>finir après le dernier tour</translation>
    </message>
    <message>
        <source>begin the answer</source>
        <translation>commencer la réponse</translation>
    </message>
    <message>
        <source>continue last turn</source>
        <translation>continuer le dernier tour</translation>
    </message>
</context>
<context>
    <name>headlight::CorpusWindow</name>
    <message>
        <source>Over many texts</source>
        <translation>Sur de nombreux textes</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>Enre&amp;gistrer…</translation>
    </message>
    <message>
        <source>Every head over all texts; arrow keys move, Return selects</source>
        <translation>Chaque tête sur tous les textes ; les flèches déplacent, Entrée sélectionne</translation>
    </message>
    <message>
        <source>Progress over many texts</source>
        <translation>Progression sur de nombreux textes</translation>
    </message>
    <message>
        <source>&amp;Limit</source>
        <translation>&amp;Limite</translation>
    </message>
    <message>
        <source>scatter</source>
        <translation>nuage</translation>
    </message>
    <message>
        <source>atlas</source>
        <translation>atlas</translation>
    </message>
    <message>
        <source>S&amp;how</source>
        <translation>&amp;Afficher</translation>
    </message>
    <message>
        <source>What one head does over all texts</source>
        <translation>Ce que fait une tête sur tous les textes</translation>
    </message>
    <message>
        <source>Texts from the strongest to the weakest; Return opens one</source>
        <translation>Textes du plus fort au plus faible ; Entrée en ouvre un</translation>
    </message>
    <message>
        <source>Double-click opens the text at this head</source>
        <translation>Un double clic ouvre le texte à cette tête</translation>
    </message>
    <message>
        <source>Measure runs %1 over the first %2 texts of %3 and shows what each head does over all of them.</source>
        <translation>Mesurer exécute %1 sur les %2 premiers textes de %3 et montre ce que fait chaque tête sur tous.</translation>
    </message>
    <message>
        <source>Choose texts</source>
        <translation>Choisir des textes</translation>
    </message>
    <message>
        <source>Save statistics</source>
        <translation>Enregistrer les statistiques</translation>
    </message>
    <message>
        <source>Statistics of heads (*.headstats)</source>
        <translation>Statistiques des têtes (*.headstats)</translation>
    </message>
    <message>
        <source>%1 texts, %2 per second, %3 left</source>
        <translation>%1 textes, %2 par seconde, reste %3</translation>
    </message>
    <message>
        <source>head card</source>
        <translation>fiche de tête</translation>
    </message>
    <message>
        <source>differences</source>
        <translation>différences</translation>
    </message>
    <message>
        <source>differences as atlas</source>
        <translation>différences en atlas</translation>
    </message>
    <message>
        <source>curves</source>
        <translation>courbes</translation>
    </message>
    <message>
        <source>heads by step</source>
        <translation>têtes par étape</translation>
    </message>
    <message>
        <source>atlas of a step</source>
        <translation>atlas d’une étape</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;Ouvrir</translation>
    </message>
    <message>
        <source>&amp;Texts or statistics…</source>
        <translation>&amp;Textes ou statistiques…</translation>
    </message>
    <message>
        <source>Compare &amp;with statistics…</source>
        <translation>Comparer &amp;avec des statistiques…</translation>
    </message>
    <message>
        <source>Choose statistics to compare with</source>
        <translation>Choisir les statistiques à comparer</translation>
    </message>
    <message>
        <source>&amp;End comparison</source>
        <translation>&amp;Terminer la comparaison</translation>
    </message>
    <message>
        <source>none</source>
        <translation>aucun</translation>
    </message>
    <message>
        <source>Where heads should attend: each gets a score next to the chance level of even attention</source>
        <translation>Où les têtes devraient regarder : chacune reçoit un score à côté du niveau de hasard d’une attention uniforme</translation>
    </message>
    <message>
        <source>&amp;Pattern</source>
        <translation>Mo&amp;tif</translation>
    </message>
    <message>
        <source>Metri&amp;c</source>
        <translation>Mesu&amp;re</translation>
    </message>
    <message>
        <source>&amp;against</source>
        <translation>&amp;contre</translation>
    </message>
    <message>
        <source>S&amp;tep</source>
        <translation>É&amp;tape</translation>
    </message>
    <message>
        <source>Reading statistics…</source>
        <translation>Lecture des statistiques…</translation>
    </message>
    <message>
        <source>Texts and statistics (*.txt *.jsonl *.csv *.tsv *.conllu *.json *.headstats)</source>
        <translation>Textes et statistiques (*.txt *.jsonl *.csv *.tsv *.conllu *.json *.headstats)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Tableau (*.csv)</translation>
    </message>
    <message>
        <source>Table (*.json)</source>
        <translation>Tableau (*.json)</translation>
    </message>
    <message>
        <source>%1 steps, %2 to %3</source>
        <translation>%1 étapes, de %2 à %3</translation>
    </message>
    <message>
        <source>&amp;Checkpoints over training (folder)…</source>
        <translation>Points d’un entraînement (&amp;dossier)…</translation>
    </message>
    <message>
        <source>Choose a folder of statistics or of models</source>
        <translation>Choisir un dossier de statistiques ou de modèles</translation>
    </message>
    <message>
        <source>Training of %1 (built in)</source>
        <translation>Entraînement de %1 (intégré)</translation>
    </message>
    <message>
        <source>Measure runs each step of %1 over the first %2 texts of %3 and shows what its heads become.</source>
        <translation>Mesurer exécute chaque étape de %1 sur les %2 premiers textes de %3 et montre ce que deviennent ses têtes.</translation>
    </message>
    <message>
        <source>loss without each head</source>
        <translation>perte sans chaque tête</translation>
    </message>
    <message>
        <source>losses as atlas</source>
        <translation>pertes en atlas</translation>
    </message>
    <message>
        <source>attention</source>
        <translation>attention</translation>
    </message>
    <message>
        <source>ablation, zero</source>
        <translation>ablation, zéro</translation>
    </message>
    <message>
        <source>ablation, mean</source>
        <translation>ablation, moyenne</translation>
    </message>
    <message>
        <source>What each head does, or what the prediction loses without it</source>
        <translation>Ce que fait chaque tête, ou ce que la prédiction perd sans elle</translation>
    </message>
    <message>
        <source>M&amp;easured</source>
        <translation>M&amp;esuré</translation>
    </message>
    <message>
        <source>Measure runs %1 over the first %2 texts of %3, once more without each head in turn, and shows what the predictions lose.</source>
        <translation>Mesurer exécute %1 sur les %2 premiers textes de %3, puis encore une fois sans chaque tête tour à tour, et montre ce que perdent les prédictions.</translation>
    </message>
    <message>
        <source>A training is measured by the attention of its steps; ablation needs texts and one model.</source>
        <translation>Un entraînement se mesure par l’attention de ses étapes ; l’ablation demande des textes et un seul modèle.</translation>
    </message>
    <message>
        <source>Add to &amp;deck</source>
        <translation>Ajouter à la &amp;présentation</translation>
    </message>
    <message>
        <source>A slide of statistics names their file: save or open them first</source>
        <translation>Une diapositive de statistiques nomme leur fichier : enregistrez-les ou ouvrez-les d’abord</translation>
    </message>
    <message>
        <source>This &amp;picture</source>
        <translation>Cette &amp;image</translation>
    </message>
    <message>
        <source>Head &amp;card</source>
        <translation>&amp;Fiche de la tête</translation>
    </message>
    <message>
        <source>Running the first texts…</source>
        <translation>Exécution des premiers textes…</translation>
    </message>
    <message>
        <source>Ablation: %1</source>
        <translation>Ablation : %1</translation>
    </message>
    <message>
        <source>Attention: %1; ablation follows</source>
        <translation>Attention : %1 ; l’ablation suit</translation>
    </message>
    <message>
        <source>The ablation is not in this file; save a table to keep it.</source>
        <translation>L’ablation n’est pas dans ce fichier ; enregistrez un tableau pour la garder.</translation>
    </message>
</context>
<context>
    <name>headlight::CostWindow</name>
    <message>
        <source>Cost</source>
        <translation>Coût</translation>
    </message>
    <message>
        <source>Cost by text length</source>
        <translation>Coût selon la longueur du texte</translation>
    </message>
    <message>
        <source>&amp;Window size</source>
        <translation>&amp;Fenêtre des courbes fenêtrées</translation>
    </message>
    <message>
        <source> tokens</source>
        <translation> tokens</translation>
    </message>
</context>
<context>
    <name>headlight::Deck</name>
    <message>
        <source>deck: expected at least one slide, found none</source>
        <translation>présentation : au moins une diapositive attendue, aucune trouvée</translation>
    </message>
    <message>
        <source>deck: expected a text in the main window, found none</source>
        <translation>présentation : un texte attendu dans la fenêtre principale, aucun trouvé</translation>
    </message>
</context>
<context>
    <name>headlight::DeckWindow</name>
    <message>
        <source>Deck</source>
        <translation>Présentation</translation>
    </message>
    <message>
        <source>Slides</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>No slides yet. Press Ctrl+D to add the current panel.</source>
        <translation>Rien ici pour l’instant. Ctrl+D ajoute le panneau actuel pendant que vous explorez.</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Monter</translation>
    </message>
    <message>
        <source>Move up (Alt+Up)</source>
        <translation>Plus tôt dans la présentation (Alt+Haut)</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Descendre</translation>
    </message>
    <message>
        <source>Move down (Alt+Down)</source>
        <translation>Plus tard dans la présentation (Alt+Bas)</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Remove from deck (Undo restores)</source>
        <translation>Retirer de la présentation ; Annuler la remet</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titre</translation>
    </message>
    <message>
        <source>Slide title</source>
        <translation>Titre de la page</translation>
    </message>
    <message>
        <source>Say what the slide shows</source>
        <translation>Une phrase qui dit ce que l’on voit</translation>
    </message>
    <message>
        <source>Slide text</source>
        <translation>Phrase de la page</translation>
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
        <translation>Page web</translation>
    </message>
    <message>
        <source>Aspect ratio</source>
        <translation>Forme des pages</translation>
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
        <translation>Thème</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>Include texts and session</source>
        <translation>Inclure textes et session</translation>
    </message>
    <message>
        <source>Turn off for confidential work: tokens become numbers, no texts are stored</source>
        <translation>Désactivé pour un travail confidentiel : des numéros au lieu des tokens, et rien des textes dans le fichier</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>Export deck</source>
        <translation>Exporter la présentation</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Parcourir…</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>Sans titre</translation>
    </message>
    <message>
        <source>Open in window</source>
        <translation>Ouvrir dans la fenêtre</translation>
    </message>
    <message>
        <source>Show this slide in the main window (Return)</source>
        <translation>Afficher cette diapositive dans la fenêtre principale (Entrée)</translation>
    </message>
    <message>
        <source>Present…</source>
        <translation>Présenter…</translation>
    </message>
    <message>
        <source>The pages on one screen, notes and the next page on the other (F5)</source>
        <translation>Les pages sur un écran, les notes et la page suivante sur l’autre (F5)</translation>
    </message>
    <message>
        <source>Hypothesis</source>
        <translation>Hypothèse</translation>
    </message>
    <message>
        <source>Doubt</source>
        <translation>Doute</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Résultat</translation>
    </message>
    <message>
        <source>Kind of note</source>
        <translation>Type de note</translation>
    </message>
    <message>
        <source>What the slide is in a notebook: the word begins its text</source>
        <translation>Ce que la diapositive est dans un carnet : le mot commence son texte</translation>
    </message>
    <message>
        <source>Slide</source>
        <translation>Diapositive</translation>
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
        <translation>Deux modèles</translation>
    </message>
    <message>
        <source>Differences of two models; arrow keys move</source>
        <translation>Différences de deux modèles ; les flèches déplacent</translation>
    </message>
    <message>
        <source>Comparison progress</source>
        <translation>Progression de la comparaison</translation>
    </message>
    <message>
        <source>Tensor</source>
        <translation>Tenseur</translation>
    </message>
    <message>
        <source>In the finer file</source>
        <translation>Dans le fichier le plus fin</translation>
    </message>
    <message>
        <source>Data type, finer</source>
        <translation>Format des nombres, plus fin</translation>
    </message>
    <message>
        <source>Data type, other</source>
        <translation>Format des nombres, autre</translation>
    </message>
    <message>
        <source>Relative error</source>
        <translation>Erreur relative</translation>
    </message>
    <message>
        <source>Largest difference</source>
        <translation>Plus grande différence</translation>
    </message>
    <message>
        <source>All tensors with their errors</source>
        <translation>Tous les tenseurs avec leurs erreurs</translation>
    </message>
    <message>
        <source>Open a second file of the model with File → Compare with another model: another quantisation, or what was fine-tuned of it.</source>
        <translation>Ouvrez un second fichier du modèle avec Fichier → Comparer avec un autre modèle : une autre quantification ou un modèle affiné à partir de lui.</translation>
    </message>
    <message>
        <source>Running…</source>
        <translation>Lecture…</translation>
    </message>
    <message>
        <source>No model has run: attention from a file has no weights.</source>
        <translation>Aucun modèle n’a été exécuté : l’attention d’un fichier n’a pas de poids de modèle.</translation>
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
        <translation>%1, dessinée</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1 : %2</translation>
    </message>
</context>
<context>
    <name>headlight::EffectPane</name>
    <message>
        <source>Predictions before and after; select one to track</source>
        <translation>Réponses avant et après les modifications ; choisissez-en une à observer</translation>
    </message>
    <message>
        <source>Prediction</source>
        <translation>Réponse</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Avant</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Après</translation>
    </message>
    <message>
        <source>Δ ln p</source>
        <translation>Δ ln p</translation>
    </message>
    <message>
        <source>Change of the log-probability, in nats</source>
        <translation>Variation de la log-probabilité, en nats</translation>
    </message>
    <message>
        <source>Which head matters for this word?</source>
        <translation>Quelle tête compte pour ce mot ?</translation>
    </message>
    <message>
        <source>Switches each head off in turn and shows its effect on the tracked prediction</source>
        <translation>Éteint chaque tête à son tour et montre l’effet sur la réponse observée</translation>
    </message>
    <message>
        <source>Ablation progress</source>
        <translation>Progression de l’extinction de chaque tête</translation>
    </message>
    <message>
        <source>Change in log-probability without each head</source>
        <translation>Têtes et variation de la log-probabilité de la réponse sans elles</translation>
    </message>
    <message>
        <source>Show as a map…</source>
        <translation>Montrer en carte…</translation>
    </message>
    <message>
        <source>Every head in its place, layer by layer, with zero or mean ablation</source>
        <translation>Chaque tête à sa place, couche par couche, avec ablation à zéro ou à la moyenne</translation>
    </message>
    <message>
        <source>Heads with shifted attention</source>
        <translation>Têtes qui regardent ailleurs maintenant</translation>
    </message>
    <message>
        <source>Jensen–Shannon divergence of their attention, mean over rows, in nats</source>
        <translation>Divergence de Jensen–Shannon de leur attention, moyenne sur les lignes, en nats</translation>
    </message>
    <message>
        <source>Before/after comparison progress</source>
        <translation>Progression de la comparaison avant et après</translation>
    </message>
    <message>
        <source>Heads with shifted attention and their divergence in nats</source>
        <translation>Têtes dont l’attention s’est déplacée et leur divergence en nats</translation>
    </message>
    <message>
        <source>Show the difference</source>
        <translation>Montrer la différence</translation>
    </message>
    <message>
        <source>With changes, without changes, and the difference</source>
        <translation>Avec modifications, sans modifications et la différence</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Running…</source>
        <translation>Lecture…</translation>
    </message>
    <message>
        <source>Prediction for the text</source>
        <translation>Ce que le modèle dit du texte</translation>
    </message>
    <message>
        <source>Next token after “%1” (%2)</source>
        <translation>Ce qui vient après « %1 » (%2)</translation>
    </message>
    <message>
        <source>Prediction for “%1” (%2)</source>
        <translation>Ce qui remplace « %1 » (%2)</translation>
    </message>
    <message>
        <source>Class of “%1” (%2)</source>
        <translation>Ce qu’est « %1 » (%2)</translation>
    </message>
    <message>
        <source>This model has no output head, so it predicts nothing.</source>
        <translation>Ce modèle n’a pas de tête de sortie : il ne dit rien.</translation>
    </message>
    <message>
        <source>Pin a token or type a mask token to see a prediction.</source>
        <translation>Épinglez un token ou écrivez un masque pour voir ce que le modèle y dit.</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Maintenant</translation>
    </message>
    <message>
        <source> ± %1</source>
        <translation> ± %1</translation>
    </message>
    <message>
        <source>“%1”: %2 before, %3 after</source>
        <translation>« %1 » : %2 avant, %3 après</translation>
    </message>
    <message>
        <source>“%1”: %2 → %3, Δ log-probability %4 nats. </source>
        <translation>« %1 » : %2 → %3, Δ log-probabilité %4 nats. </translation>
    </message>
    <message>
        <source>Whole prediction: KL divergence %1 nats.</source>
        <translation>Toutes les réponses ensemble : divergence KL %1 nats.</translation>
    </message>
    <message>
        <source> After: mean of %1 draws ± their standard deviation.</source>
        <translation> Après : moyenne de %1 tirages ± leur écart type.</translation>
    </message>
    <message>
        <source>No head shifts its attention</source>
        <translation>Aucune tête ne déplace son attention</translation>
    </message>
    <message>
        <source>Δ log-probability of “%1” without each head, in nats; largest first</source>
        <translation>Δ log-probabilité de « %1 » sans chaque tête, en nats ; la plus grande d’abord</translation>
    </message>
    <message>
        <source>No single head changes the log-probability of “%1”</source>
        <translation>Aucune tête seule ne change la log-probabilité de « %1 »</translation>
    </message>
    <message>
        <source>Head %1</source>
        <translation>Tête %1</translation>
    </message>
</context>
<context>
    <name>headlight::ExpertsView</name>
    <message>
        <source>Experts of each token; arrow keys move, Return stresses the expert</source>
        <translation>Experts de chaque token ; les flèches déplacent, Entrée met l’expert en évidence</translation>
    </message>
</context>
<context>
    <name>headlight::ExpertsWindow</name>
    <message>
        <source>Experts</source>
        <translation>Experts</translation>
    </message>
    <message>
        <source>layers and tokens</source>
        <translation>couches et tokens</translation>
    </message>
    <message>
        <source>load</source>
        <translation>charge</translation>
    </message>
    <message>
        <source>text</source>
        <translation>texte</translation>
    </message>
    <message>
        <source>S&amp;hown</source>
        <translation>A&amp;ffiché</translation>
    </message>
    <message>
        <source>&amp;Layer</source>
        <translation>&amp;Couche</translation>
    </message>
    <message>
        <source>E&amp;xpert</source>
        <translation>E&amp;xpert</translation>
    </message>
    <message>
        <source>Switch &amp;off</source>
        <translation>&amp;Désactiver</translation>
    </message>
    <message>
        <source>Adds a change: the router may not choose this expert</source>
        <translation>Ajoute une modification : le routeur ne peut pas choisir cet expert</translation>
    </message>
    <message>
        <source>&amp;Force</source>
        <translation>&amp;Forcer</translation>
    </message>
    <message>
        <source>Adds a change: the router must choose this expert</source>
        <translation>Ajoute une modification : le routeur doit choisir cet expert</translation>
    </message>
    <message>
        <source>Experts of each token; arrow keys move, Return chooses the expert</source>
        <translation>Experts de chaque token ; flèches pour se déplacer, Entrée choisit l’expert</translation>
    </message>
    <message>
        <source>This model has no experts. Open a mixture of experts, such as Mixtral or Qwen3-MoE.</source>
        <translation>Ce modèle n’a pas d’experts. Ouvrez un mélange d’experts comme Mixtral ou Qwen3-MoE.</translation>
    </message>
    <message>
        <source>all</source>
        <translation>tous</translation>
    </message>
</context>
<context>
    <name>headlight::ExportDialog</name>
    <message>
        <source>Export figure</source>
        <translation>Exporter la figure</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exporter</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>F&amp;ile</source>
        <translation>F&amp;ichier</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Parcourir…</translation>
    </message>
    <message>
        <source>PNG (raster)</source>
        <translation>PNG, pixels</translation>
    </message>
    <message>
        <source>SVG (vector)</source>
        <translation>SVG, vecteurs</translation>
    </message>
    <message>
        <source>PDF (vector)</source>
        <translation>PDF, vecteurs</translation>
    </message>
    <message>
        <source>PowerPoint, editable shapes</source>
        <translation>PowerPoint, formes modifiables</translation>
    </message>
    <message>
        <source>Web page, one file</source>
        <translation>Page web, un fichier</translation>
    </message>
    <message>
        <source>Custom size</source>
        <translation>Taille libre</translation>
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
        <translation>Largeur en pixels</translation>
    </message>
    <message>
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <source>Height in pixels</source>
        <translation>Hauteur en pixels</translation>
    </message>
    <message>
        <source>Pixels per inch</source>
        <translation>Pixels par pouce</translation>
    </message>
    <message>
        <source> dpi</source>
        <translation> dpi</translation>
    </message>
    <message>
        <source>More pixels per inch make text and lines larger in pixels</source>
        <translation>Plus de pixels par pouce agrandit texte et lignes en pixels</translation>
    </message>
    <message>
        <source>&amp;Size</source>
        <translation>&amp;Taille</translation>
    </message>
    <message>
        <source>&amp;Slide</source>
        <translation>&amp;Diapositive</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Figure</translation>
    </message>
    <message>
        <source>&amp;What</source>
        <translation>&amp;Quoi</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>&amp;Format</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>As in the window</source>
        <translation>Comme dans la fenêtre</translation>
    </message>
    <message>
        <source>Default font</source>
        <translation>Police habituelle</translation>
    </message>
    <message>
        <source>Size of labels in points</source>
        <translation>Taille des étiquettes en points</translation>
    </message>
    <message>
        <source> pt</source>
        <translation> pt</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Ajustée</translation>
    </message>
    <message>
        <source>Size of labels; 0 fits them to the figure</source>
        <translation>Taille des étiquettes ; 0 les ajuste à la figure</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>À droite</translation>
    </message>
    <message>
        <source>Below</source>
        <translation>En dessous</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Aucune</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Aspect</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>T&amp;hème</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>&amp;Couleurs</translation>
    </message>
    <message>
        <source>Te&amp;xt</source>
        <translation>Te&amp;xte</translation>
    </message>
    <message>
        <source>&amp;Legend</source>
        <translation>&amp;Légende</translation>
    </message>
    <message>
        <source>T&amp;itle</source>
        <translation>Tit&amp;re</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titre</translation>
    </message>
    <message>
        <source>C&amp;aption</source>
        <translation>Lége&amp;nde du bas</translation>
    </message>
    <message>
        <source>Model, text and how to read the colours</source>
        <translation>Modèle, texte et lecture des couleurs</translation>
    </message>
    <message>
        <source>Your own sentence</source>
        <translation>Une phrase à vous</translation>
    </message>
    <message>
        <source>&amp;Numbers in cells</source>
        <translation>&amp;Nombres dans les cellules</translation>
    </message>
    <message>
        <source>Percentages in the cells of a heatmap, when they fit</source>
        <translation>Pourcentages dans les cellules d’une carte de chaleur, s’ils tiennent</translation>
    </message>
    <message>
        <source>Transparent &amp;background</source>
        <translation>&amp;Fond transparent</translation>
    </message>
    <message>
        <source>Includ&amp;e text and session</source>
        <translation>&amp;Garder texte et session dans le fichier</translation>
    </message>
    <message>
        <source>Turn off for confidential work: tokens become numbers, no text is stored</source>
        <translation>Désactivé pour un travail confidentiel : des numéros au lieu des tokens, et rien du texte dans le fichier</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Montrer</translation>
    </message>
    <message>
        <source>Callouts</source>
        <translation>Légendes fléchées</translation>
    </message>
    <message>
        <source>Click a cell or token to add a callout, or use arrow keys and Return.</source>
        <translation>Cliquez sur une cellule ou un token de l’image pour le marquer, ou allez-y avec les flèches et appuyez sur Entrée.</translation>
    </message>
    <message>
        <source>Remove the mark: %1</source>
        <translation>Retirer la marque : %1</translation>
    </message>
    <message>
        <source>Title and caption become text of the slide.</source>
        <translation>Titre et légende sont des textes de la diapositive.</translation>
    </message>
    <message>
        <source>%1 × %2 inches</source>
        <translation>%1 × %2 pouces</translation>
    </message>
    <message>
        <source>Drop the file on Headlight to restore this session.</source>
        <translation>Déposer le fichier sur Headlight rouvre cette session.</translation>
    </message>
    <message>
        <source>Tokens are numbered. The file contains no session.</source>
        <translation>Les tokens sont numérotés. Le fichier ne contient pas de session.</translation>
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
        <translation>Page web (*.html)</translation>
    </message>
    <message>
        <source>How the figure is exported</source>
        <translation>Comment la figure est exportée</translation>
    </message>
    <message>
        <source>Visible part</source>
        <translation>Partie visible</translation>
    </message>
    <message>
        <source>Whole map</source>
        <translation>Carte entière</translation>
    </message>
    <message>
        <source>The map is zoomed: export the visible part or all of it</source>
        <translation>La carte est agrandie : exporter la partie visible ou tout</translation>
    </message>
    <message>
        <source>&amp;Part</source>
        <translation>&amp;Partie</translation>
    </message>
    <message>
        <source>Sentence below the title</source>
        <translation>Phrase sous le titre</translation>
    </message>
</context>
<context>
    <name>headlight::FigureCanvas</name>
    <message>
        <source>No picture yet</source>
        <translation>Pas encore d’image</translation>
    </message>
</context>
<context>
    <name>headlight::FigureCommands</name>
    <message>
        <source>&amp;Export figure…</source>
        <translation>&amp;Exporter la figure…</translation>
    </message>
    <message>
        <source>Add to &amp;deck</source>
        <translation>Ajouter à la &amp;présentation</translation>
    </message>
    <message>
        <source>&amp;Copy figure</source>
        <translation>Copier la &amp;figure</translation>
    </message>
    <message>
        <source>Copy figure (outside a text field)</source>
        <translation>Copier la figure (hors d’un champ de texte)</translation>
    </message>
    <message>
        <source>Copy &amp;numbers</source>
        <translation>Copier les &amp;nombres</translation>
    </message>
    <message>
        <source>Copy numbers as a table for spreadsheets</source>
        <translation>Copier les nombres en tableau pour tableurs</translation>
    </message>
    <message>
        <source>Saved to %1</source>
        <translation>Écrit dans %1</translation>
    </message>
    <message>
        <source>Open file</source>
        <translation>Ouvrir le fichier</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Montrer dans le dossier</translation>
    </message>
    <message>
        <source>Copied as picture and as vectors</source>
        <translation>Copié en image et en vecteurs</translation>
    </message>
    <message>
        <source>Heatmap too large to copy. Export it instead.</source>
        <translation>La carte est trop grande pour le presse-papiers.</translation>
    </message>
    <message>
        <source>Copied as a table</source>
        <translation>Copié en tableau</translation>
    </message>
    <message>
        <source>Added as slide %1</source>
        <translation>Page %1 de la présentation</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>&amp;Imprimer…</translation>
    </message>
    <message>
        <source>Print current panel</source>
        <translation>Imprimer le panneau actuel</translation>
    </message>
    <message>
        <source>Copy &amp;as command</source>
        <translation>C&amp;opier comme commande</translation>
    </message>
    <message>
        <source>Copy the command line that draws the current panel</source>
        <translation>Copier la ligne de commande qui dessine le panneau actuel</translation>
    </message>
    <message>
        <source>Copied as a command</source>
        <translation>Copié comme commande</translation>
    </message>
    <message>
        <source>E&amp;xport animation…</source>
        <translation>E&amp;xporter l’animation…</translation>
    </message>
    <message>
        <source>This panel shows all heads and there is no model: there is nothing to animate.</source>
        <translation>Ce panneau montre toutes les têtes et il n’y a pas de modèle : il n’y a rien à animer.</translation>
    </message>
</context>
<context>
    <name>headlight::FindBar</name>
    <message>
        <source>Find in the tokens</source>
        <translation>Chercher dans les tokens</translation>
    </message>
    <message>
        <source>Find text or token #12</source>
        <translation>Cherchez des mots, ou #12 pour un token</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 sur %2</translation>
    </message>
    <message>
        <source>Long-range link</source>
        <translation>Lien lointain le plus fort</translation>
    </message>
    <message>
        <source>Least distance in tokens</source>
        <translation>Distance minimale en tokens</translation>
    </message>
    <message>
        <source>≥ </source>
        <translation>≥ </translation>
    </message>
    <message>
        <source> tokens apart</source>
        <translation> tokens d’écart</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Fermer (Échap)</translation>
    </message>
    <message>
        <source>Looking… %1</source>
        <translation>Recherche… %1</translation>
    </message>
    <message>
        <source>Not in the text</source>
        <translation>Pas dans le texte</translation>
    </message>
    <message>
        <source>This head has no link between tokens so far apart.</source>
        <translation>Cette tête n’a aucun lien entre tokens aussi éloignés.</translation>
    </message>
    <message>
        <source>%1 of %2: “%3” → “%4”, %5, %6 apart</source>
        <translation>%1 sur %2 : « %3 » → « %4 », %5, écart %6</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>&amp;Find…</source>
        <translation>C&amp;hercher…</translation>
    </message>
    <message>
        <source>Find ne&amp;xt</source>
        <translation>Chercher le su&amp;ivant</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>L’endroit suivant</translation>
    </message>
    <message>
        <source>Find pre&amp;vious</source>
        <translation>Chercher le &amp;précédent</translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation>L’endroit précédent</translation>
    </message>
    <message>
        <source>Next long-range &amp;link</source>
        <translation>&amp;Lien lointain le plus fort</translation>
    </message>
    <message>
        <source>Next strongest link between distant tokens in this head</source>
        <translation>Va au lien le plus fort entre tokens éloignés de la tête du panneau actuel, puis chaque fois au suivant</translation>
    </message>
</context>
<context>
    <name>headlight::FindWindow</name>
    <message>
        <source>Find heads by drawing</source>
        <translation>Trouver des têtes en dessinant</translation>
    </message>
    <message>
        <source>Patterns that describe the drawn cells, the best first; their other cells are outlined</source>
        <translation>Motifs qui décrivent les cellules dessinées, le meilleur d’abord ; leurs autres cellules sont entourées</translation>
    </message>
    <message>
        <source>As &amp;pattern</source>
        <translation>Comme mo&amp;tif</translation>
    </message>
    <message>
        <source>Over &amp;many texts…</source>
        <translation>Sur de nombre&amp;ux textes…</translation>
    </message>
    <message>
        <source>Ranks all heads by this pattern over many texts</source>
        <translation>Classe toutes les têtes selon ce motif sur de nombreux textes</translation>
    </message>
    <message>
        <source>&amp;Clear</source>
        <translation>E&amp;ffacer</translation>
    </message>
    <message>
        <source>Heads by their attention on the drawn cells; arrow keys move, Return selects</source>
        <translation>Têtes selon leur attention sur les cellules dessinées ; les flèches déplacent, Entrée sélectionne</translation>
    </message>
    <message>
        <source>Search progress</source>
        <translation>Progression de la recherche</translation>
    </message>
    <message>
        <source>Cells to draw: rows attend, columns are attended to; arrow keys move, Space draws, Delete clears</source>
        <translation>Cellules à dessiner : les lignes regardent, les colonnes sont regardées ; les flèches déplacent, Espace dessine, Suppr efface tout</translation>
    </message>
    <message>
        <source>Cells can be drawn for up to %1 tokens; the text has %2.</source>
        <translation>On peut dessiner des cellules jusqu’à %1 tokens ; le texte en a %2.</translation>
    </message>
    <message>
        <source>Cells are drawn where a text attends to itself.</source>
        <translation>Les cellules se dessinent là où un texte se regarde lui-même.</translation>
    </message>
    <message>
        <source>Draw cells with the pointer: rows attend, columns are attended to. Colours: %1.</source>
        <translation>Dessinez des cellules avec le pointeur : les lignes regardent, les colonnes sont regardées. Couleurs : %1.</translation>
    </message>
    <message>
        <source>No row can be scored: all that it sees is drawn, or its token is a sink.</source>
        <translation>Aucune ligne ne peut être notée : tout ce qu’elle voit est dessiné, ou elle est sur un puits.</translation>
    </message>
    <message>
        <source>%1: %2 of the drawn rows’ cells, %3 in the text</source>
        <translation>%1 : %2 des cellules de ces lignes, %3 dans le texte</translation>
    </message>
    <message>
        <source>these places in every text</source>
        <translation>ces places dans chaque texte</translation>
    </message>
    <message>
        <source>Heads by drawing</source>
        <translation>Têtes par dessin</translation>
    </message>
    <message>
        <source>Filled: the drawn cells. Dashed: the other cells of the pattern.</source>
        <translation>Pleines : les cases dessinées. En pointillé : les autres cases du motif.</translation>
    </message>
</context>
<context>
    <name>headlight::FlowView</name>
    <message>
        <source>Token flow</source>
        <translation>Flux de tokens</translation>
    </message>
</context>
<context>
    <name>headlight::GenerationBar</name>
    <message>
        <source>Continue text</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>Maximum new tokens</source>
        <translation>Au plus autant de tokens</translation>
    </message>
    <message>
        <source> tokens</source>
        <translation> tokens</translation>
    </message>
    <message>
        <source>Decoding method</source>
        <translation>Comment le token suivant est choisi</translation>
    </message>
    <message>
        <source>greedy</source>
        <translation>le plus probable à chaque fois</translation>
    </message>
    <message>
        <source>sampling</source>
        <translation>tiré au hasard</translation>
    </message>
    <message>
        <source>beam search</source>
        <translation>recherche en faisceau</translation>
    </message>
    <message>
        <source>temperature </source>
        <translation>température </translation>
    </message>
    <message>
        <source>Above 1 evens the chances out, below 1 sharpens them</source>
        <translation>Au-dessus de 1 égalise les chances, en dessous les aiguise</translation>
    </message>
    <message>
        <source>top-k </source>
        <translation>top-k </translation>
    </message>
    <message>
        <source>Sample from the k most likely tokens; 0 = all</source>
        <translation>Seulement autant de tokens les plus probables ; 0 pour tous</translation>
    </message>
    <message>
        <source>top-p </source>
        <translation>top-p </translation>
    </message>
    <message>
        <source>Sample from the most likely tokens up to this total probability</source>
        <translation>Seulement les tokens les plus probables qui ensemble ont cette chance</translation>
    </message>
    <message>
        <source>seed </source>
        <translation>graine </translation>
    </message>
    <message>
        <source>Same seed, same tokens</source>
        <translation>La même graine tire les mêmes tokens</translation>
    </message>
    <message>
        <source>beams </source>
        <translation>faisceaux </translation>
    </message>
    <message>
        <source>Candidate texts kept at each step</source>
        <translation>Combien de débuts sont gardés à la fois</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Étape</translation>
    </message>
    <message>
        <source>Previous step</source>
        <translation>L’étape précédente</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>L’étape suivante</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Alternatives</source>
        <translation>Ce qui aurait pu se trouver ici</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>This model cannot continue text.</source>
        <translation>Ce modèle ne dit pas le token suivant.</translation>
    </message>
    <message>
        <source>Generating…</source>
        <translation>Écriture…</translation>
    </message>
    <message>
        <source>Step %1 of %2: “%3”, %4</source>
        <translation>Étape %1 sur %2 : « %3 », %4</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Continue from this token</source>
        <translation>Faire continuer le modèle avec ce token à la place</translation>
    </message>
    <message>
        <source>Cont&amp;inue text</source>
        <translation>&amp;Continuer l’écriture</translation>
    </message>
    <message>
        <source>Continue the text token by token; again to stop</source>
        <translation>Faire continuer le modèle, token par token ; encore pour arrêter</translation>
    </message>
    <message>
        <source>Generation &amp;steps</source>
        <translation>Étapes &amp;de l’écriture</translation>
    </message>
    <message>
        <source>&amp;Keep as text</source>
        <translation>&amp;Garder comme texte</translation>
    </message>
    <message>
        <source>Take the generated tokens into the text</source>
        <translation>Reprendre les tokens générés dans le texte</translation>
    </message>
</context>
<context>
    <name>headlight::GuideBrowser</name>
    <message>
        <source>Page of the guide</source>
        <translation>Page du guide</translation>
    </message>
</context>
<context>
    <name>headlight::GuideWindow</name>
    <message>
        <source>Guide</source>
        <translation>Guide</translation>
    </message>
    <message>
        <source>Pages of the guide</source>
        <translation>Pages du guide</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>P&amp;récédent</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>headlight::HandsOnTour</name>
    <message>
        <source>Tour: two minutes, hands on</source>
        <translation>Visite : deux minutes, en pratique</translation>
    </message>
    <message>
        <source>Try it: each step ticks itself</source>
        <translation>Essayez : chaque étape se coche d’elle-même</translation>
    </message>
    <message>
        <source>Done: %1</source>
        <translation>Fait : %1</translation>
    </message>
    <message>
        <source>To do: %1</source>
        <translation>À faire : %1</translation>
    </message>
    <message>
        <source>That is all you need. F1 opens the guide.</source>
        <translation>C’est tout ce qu’il faut. F1 ouvre le guide.</translation>
    </message>
    <message>
        <source>&amp;Done</source>
        <translation>&amp;Terminé</translation>
    </message>
    <message>
        <source>&amp;Later</source>
        <translation>Plus &amp;tard</translation>
    </message>
</context>
<context>
    <name>headlight::HeadFinder</name>
    <message>
        <source>Filter: 1.* or sink &gt; 0.5</source>
        <translation>Filtre : 1.* or sink &gt; 0.5</translation>
    </message>
    <message>
        <source>Filter heads</source>
        <translation>Filtrer les têtes</translation>
    </message>
    <message>
        <source>Heads such as 1.* or *.0 2.3; metrics such as induction &gt; 0.5; label:previous; like:3.1; layer:0-2; joined by and, or, not</source>
        <translation>Têtes comme 1.* ou *.0 2.3 ; mesures comme induction &gt; 0.5 ; label:previous ; like:3.1 ; layer:0-2 ; reliées par and, or, not</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Vider le filtre</translation>
    </message>
</context>
<context>
    <name>headlight::HeadTableModel</name>
    <message>
        <source>score %1, chance level %2</source>
        <translation>score %1, niveau du hasard %2</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>Tête</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Étiquette</translation>
    </message>
</context>
<context>
    <name>headlight::HeadTableWindow</name>
    <message>
        <source>Head table</source>
        <translation>Les têtes en chiffres</translation>
    </message>
    <message>
        <source>Head table progress</source>
        <translation>Progression de la mesure des têtes</translation>
    </message>
    <message>
        <source>Heads with labels and metrics; Return opens one</source>
        <translation>Têtes avec étiquettes et mesures ; Entrée en ouvre une</translation>
    </message>
    <message>
        <source>One metric of each head by layer; arrow keys move</source>
        <translation>Une mesure de chaque tête par couche ; les flèches déplacent</translation>
    </message>
    <message>
        <source>&amp;Heads</source>
        <translation>Têt&amp;es</translation>
    </message>
    <message>
        <source>all</source>
        <translation>toutes</translation>
    </message>
    <message>
        <source>&amp;Label</source>
        <translation>É&amp;tiquette</translation>
    </message>
    <message>
        <source>&amp;Chart</source>
        <translation>&amp;Graphique</translation>
    </message>
    <message>
        <source>&amp;Save table…</source>
        <translation>&amp;Enregistrer le tableau…</translation>
    </message>
    <message>
        <source>Save table</source>
        <translation>Enregistrer le tableau</translation>
    </message>
    <message>
        <source>Tables (*.csv *.json)</source>
        <translation>Tableaux (*.csv *.json)</translation>
    </message>
</context>
<context>
    <name>headlight::HeatmapView</name>
    <message>
        <source>Heatmap</source>
        <translation>Carte de chaleur</translation>
    </message>
    <message>
        <source>masked for this query</source>
        <translation>non visible pour cette requête</translation>
    </message>
    <message>
        <source>Overview; drag to move the view</source>
        <translation>Toute la carte ; faites glisser pour déplacer la partie visible</translation>
    </message>
    <message>
        <source>Overview; drag to move the view.
Cached: %1 of at most %2 MB</source>
        <translation>Vue d’ensemble ; faites glisser pour déplacer la vue.
En cache : %1 sur %2 Mo au plus</translation>
    </message>
    <message>
        <source>only one side has this token</source>
        <translation>un seul côté a ce token</translation>
    </message>
</context>
<context>
    <name>headlight::HistoryCommands</name>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Annuler</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Rétablir</translation>
    </message>
    <message>
        <source>&amp;Undo %1</source>
        <translation>&amp;Annuler : %1</translation>
    </message>
    <message>
        <source>&amp;Redo %1</source>
        <translation>&amp;Rétablir : %1</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Début</translation>
    </message>
</context>
<context>
    <name>headlight::ImageOverlayView</name>
    <message>
        <source>Attention over the image</source>
        <translation>Attention sur l’image</translation>
    </message>
</context>
<context>
    <name>headlight::Inspector</name>
    <message>
        <source>Attends to</source>
        <translation>Regarde</translation>
    </message>
    <message>
        <source>Attended by</source>
        <translation>Est regardé par</translation>
    </message>
    <message>
        <source>Point at a token to see its links; click to pin it.</source>
        <translation>Pointez un token pour voir ses liens ; cliquez pour le garder.</translation>
    </message>
    <message>
        <source>“%1” · token %2</source>
        <translation>« %1 » · token %2</translation>
    </message>
    <message>
        <source>First token</source>
        <translation>Sur le premier token</translation>
    </message>
    <message>
        <source>Special tokens</source>
        <translation>Sur les tokens spéciaux</translation>
    </message>
    <message>
        <source>Entropy</source>
        <translation>Entropie</translation>
    </message>
    <message>
        <source>%1 nats</source>
        <translation>%1 nats</translation>
    </message>
    <message>
        <source>Normalised entropy</source>
        <translation>Du maximum possible</translation>
    </message>
    <message>
        <source>Mean row maximum</source>
        <translation>Plus grand poids</translation>
    </message>
    <message>
        <source>Every row of this head has missing values</source>
        <translation>Il manque des valeurs à chaque ligne de cette tête</translation>
    </message>
    <message>
        <source>Mean distance</source>
        <translation>Distance</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 tokens</translation>
    </message>
    <message>
        <source>Previous token</source>
        <translation>Token précédent</translation>
    </message>
    <message>
        <source>Next token</source>
        <translation>Token suivant</translation>
    </message>
    <message>
        <source>Induction</source>
        <translation>Après le même token</translation>
    </message>
    <message>
        <source>Coverage of the source</source>
        <translation>Couverture de la source</translation>
    </message>
    <message>
        <source>Total attention from generated tokens; about 1 = read once</source>
        <translation>Combien tous les tokens écrits regardent chacun au total : environ 1 là où il a été lu une fois</translation>
    </message>
    <message>
        <source>“%1” · token %2, as generated</source>
        <translation>« %1 » · token %2, tel qu’il a été écrit</translation>
    </message>
    <message>
        <source>Numbers of the token and the head</source>
        <translation>Chiffres du token et de la tête</translation>
    </message>
    <message>
        <source>To the system</source>
        <translation>Au système</translation>
    </message>
    <message>
        <source>To the user</source>
        <translation>À l’utilisateur</translation>
    </message>
    <message>
        <source>To the assistant</source>
        <translation>À l’assistant</translation>
    </message>
    <message>
        <source>To other roles</source>
        <translation>Aux autres rôles</translation>
    </message>
    <message>
        <source>To the chat template</source>
        <translation>Au modèle de conversation</translation>
    </message>
    <message>
        <source>Note of this head</source>
        <translation>Note sur cette tête</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Kept with the session; in no figure</source>
        <translation>Gardée avec la session ; dans aucune figure</translation>
    </message>
</context>
<context>
    <name>headlight::LensBar</name>
    <message>
        <source>Remove: %1</source>
        <translation>Retirer : %1</translation>
    </message>
    <message>
        <source>Click to remove.</source>
        <translation>Cliquez pour le retirer.</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>Seulement les poids à partir de</translation>
    </message>
    <message>
        <source>Only long-range links</source>
        <translation>Seulement les liens lointains</translation>
    </message>
    <message>
        <source>Top per row</source>
        <translation>Seulement les plus grands de chaque ligne</translation>
    </message>
</context>
<context>
    <name>headlight::LensButton</name>
    <message>
        <source>Lenses</source>
        <translation>Regarder à travers</translation>
    </message>
    <message>
        <source>Lenses: merge words, remove the sink, …</source>
        <translation>Regarder à travers : des mots au lieu de tokens, sans le puits, …</translation>
    </message>
</context>
<context>
    <name>headlight::LensWindow</name>
    <message>
        <source>Logit lens</source>
        <translation>Logit lens</translation>
    </message>
    <message>
        <source>The token that heads add to: a likely one, or any that you type</source>
        <translation>Le logit auquel les têtes contribuent : un token probable, ou celui que vous tapez</translation>
    </message>
    <message>
        <source>&amp;Token</source>
        <translation>&amp;Token</translation>
    </message>
    <message>
        <source>Logit lens; arrow keys choose a token and a layer</source>
        <translation>Logit lens ; les flèches choisissent un token et une couche</translation>
    </message>
    <message>
        <source>Logit lens progress</source>
        <translation>Progression du logit lens</translation>
    </message>
    <message>
        <source>No model has run: attention from a file has no hidden states.</source>
        <translation>Aucun modèle n’a été exécuté : l’attention d’un fichier n’a pas d’états cachés.</translation>
    </message>
    <message>
        <source>This model has no output head, so there is nothing to predict.</source>
        <translation>Ce modèle n’a pas de tête de sortie : il n’y a rien à prédire.</translation>
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
        <translation>Liens</translation>
    </message>
</context>
<context>
    <name>headlight::MainMenu</name>
    <message>
        <source>&amp;Compare with another model</source>
        <translation>&amp;Comparer avec un autre modèle</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>Aucun pour l’instant</translation>
    </message>
    <message>
        <source>Clear this list</source>
        <translation>Vider cette liste</translation>
    </message>
    <message>
        <source>Open model &amp;folder…</source>
        <translation>Ouvrir un &amp;dossier de modèle…</translation>
    </message>
    <message>
        <source>&amp;Stop comparing</source>
        <translation>&amp;Aucun autre modèle</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Fichier</translation>
    </message>
    <message>
        <source>Recent sess&amp;ions</source>
        <translation>&amp;Sessions récentes</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>É&amp;dition</translation>
    </message>
    <message>
        <source>&amp;Change</source>
        <translation>&amp;Modifier</translation>
    </message>
    <message>
        <source>&amp;Add a change</source>
        <translation>&amp;Ajouter une modification</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>Affic&amp;hage</translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation>&amp;Langue</translation>
    </message>
    <message>
        <source>E&amp;xplain</source>
        <translation>&amp;Expliquer</translation>
    </message>
    <message>
        <source>Exa&amp;mples</source>
        <translation>Exem&amp;ples</translation>
    </message>
    <message>
        <source>%1   %2, layer %3, head %4</source>
        <translation>%1   %2, couche %3, tête %4</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Aide</translation>
    </message>
    <message>
        <source>Unsaved</source>
        <translation>Non enregistrées</translation>
    </message>
    <message>
        <source>Delete these</source>
        <translation>Supprimer celles-ci</translation>
    </message>
    <message>
        <source>Histor&amp;y</source>
        <translation>Histori&amp;que</translation>
    </message>
    <message>
        <source>Mode&amp;ls</source>
        <translation>&amp;Modèles</translation>
    </message>
    <message>
        <source>Built in</source>
        <translation>Intégrés</translation>
    </message>
    <message>
        <source>Opened before</source>
        <translation>Déjà ouverts</translation>
    </message>
    <message>
        <source>Found on this computer</source>
        <translation>Trouvés sur cet ordinateur</translation>
    </message>
    <message>
        <source>Clear the models opened before</source>
        <translation>Oublier les modèles déjà ouverts</translation>
    </message>
    <message>
        <source>%1   (%2)</source>
        <translation>%1   (%2)</translation>
    </message>
    <message>
        <source>Open model f&amp;ile…</source>
        <translation>&amp;Ouvrir un fichier de modèle…</translation>
    </message>
    <message>
        <source>Layouts</source>
        <translation>Dispositions</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Enregistré</translation>
    </message>
    <message>
        <source>&amp;Forget layout</source>
        <translation>&amp;Oublier la disposition</translation>
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
        <translation>Têtes</translation>
    </message>
    <message>
        <source>Inspect</source>
        <translation>Examiner</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Comparer</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Modifier</translation>
    </message>
    <message>
        <source>Opening %1</source>
        <translation>Ouverture de %1</translation>
    </message>
    <message>
        <source>Locate folder…</source>
        <translation>Choisir son dossier…</translation>
    </message>
    <message>
        <source>Apply softmax</source>
        <translation>Appliquer le softmax</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Enregistré</translation>
    </message>
    <message>
        <source>Side panel</source>
        <translation>Ce qui est à côté des images</translation>
    </message>
    <message>
        <source>Type a text</source>
        <translation>Saisissez un texte</translation>
    </message>
    <message>
        <source>A real language model on your computer reads it. Every panel updates as you type. Try the Examples menu.</source>
        <translation>Un vrai modèle de langue le lit sur cet ordinateur, et chaque image ci-dessous suit pendant que vous tapez. Le menu Exemples a des phrases qui montrent quelque chose.</translation>
    </message>
    <message>
        <source>The tokens</source>
        <translation>Les tokens</translation>
    </message>
    <message>
        <source>The model reads these pieces. Point at one to light up its links everywhere; click to pin it.</source>
        <translation>Le modèle lit ces morceaux. Pointez-en un, et ses liens s’allument dans chaque image ; cliquez pour le garder.</translation>
    </message>
    <message>
        <source>All heads</source>
        <translation>Toutes les têtes</translation>
    </message>
    <message>
        <source>Each small map is one attention head. A row attends to a column; stronger colour, more attention. Click one to enlarge it.</source>
        <translation>Chaque petite carte est une tête d’attention : une ligne regarde, une colonne est regardée, et plus la couleur est forte, plus il y a d’attention. Cliquez-en une pour la voir en grand.</translation>
    </message>
    <message>
        <source>One head, large</source>
        <translation>Une tête, en grand</translation>
    </message>
    <message>
        <source>Each panel draws a head differently. Point at a cell for the exact weight. The first token often takes most attention without meaning much: it is hatched and has its own bar.</source>
        <translation>Chaque panneau montre une tête à sa façon. Pointez une cellule pour le poids exact. Le premier token prend souvent l’essentiel de l’attention sans grande signification ; il est hachuré et a sa propre barre.</translation>
    </message>
    <message>
        <source>Numbers and export</source>
        <translation>Les chiffres, et comment les emporter</translation>
    </message>
    <message>
        <source>Strongest links of the pinned token, predictions and head statistics. Ctrl+E exports, F9 walks through the head, F1 opens the guide.</source>
        <translation>Voici les liens les plus forts du token choisi, ce que prédit le modèle et ce que fait la tête. Ctrl+E exporte les images, F9 parcourt la tête pas à pas, F1 ouvre le guide.</translation>
    </message>
    <message>
        <source>This text is part of the attention file</source>
        <translation>Ce texte fait partie du fichier d’attention</translation>
    </message>
    <message>
        <source>No model to change: this file contains only attention.</source>
        <translation>Il n’y a pas de modèle à modifier : le fichier ne contient que de l’attention</translation>
    </message>
    <message>
        <source>Headlight, private</source>
        <translation>Headlight, privé</translation>
    </message>
    <message>
        <source>%1 contains only attention. Open a model to get predictions or make changes.</source>
        <translation>%1 ne contient que de l’attention : il n’y a ici pas de modèle à interroger ni à modifier.</translation>
    </message>
    <message>
        <source>Change (%1)</source>
        <translation>Modifier (%1)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Quitter</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Clavier</translation>
    </message>
    <message>
        <source>Window &amp;tour</source>
        <translation>&amp;Visite de la fenêtre</translation>
    </message>
    <message>
        <source>&amp;About Headlight</source>
        <translation>À propos de &amp;Headlight</translation>
    </message>
    <message>
        <source>&amp;Command palette…</source>
        <translation>&amp;Palette de commandes…</translation>
    </message>
    <message>
        <source>Find a command, head, token, model or page by name</source>
        <translation>Trouver par son nom une commande, une tête, un token, un modèle ou une page</translation>
    </message>
    <message>
        <source>Settin&amp;gs…</source>
        <translation>Para&amp;mètres…</translation>
    </message>
    <message>
        <source>Nothing plays from here: the sound has ended, or no program on this computer opens WAV files.</source>
        <translation>Rien à lire ici : le son est terminé, ou aucun programme de cet ordinateur n’ouvre les fichiers WAV.</translation>
    </message>
    <message>
        <source>Added as slide %1</source>
        <translation>Page %1 de la présentation</translation>
    </message>
</context>
<context>
    <name>headlight::MapOverview</name>
    <message>
        <source>Overview</source>
        <translation>Vue d’ensemble</translation>
    </message>
    <message>
        <source>Overview; drag to move the view</source>
        <translation>Toute la carte ; faites glisser pour déplacer la partie visible</translation>
    </message>
    <message>
        <source>In view: queries from %1% to %2%, keys from %3% to %4%</source>
        <translation>En vue : requêtes de %1% à %2%, clés de %3% à %4%</translation>
    </message>
</context>
<context>
    <name>headlight::MediaBar</name>
    <message>
        <source>Pictures and sound</source>
        <translation>Images et son</translation>
    </message>
    <message>
        <source>&amp;Replace…</source>
        <translation>&amp;Remplacer…</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>Re&amp;tirer</translation>
    </message>
    <message>
        <source>Open sound…</source>
        <translation>Ouvrir un fichier son…</translation>
    </message>
    <message>
        <source>Open a sound, or drop one here</source>
        <translation>Ouvrez un son ou déposez-en un ici</translation>
    </message>
    <message>
        <source>Add picture…</source>
        <translation>Ajouter une image…</translation>
    </message>
    <message>
        <source>Open image…</source>
        <translation>Ouvrir une image…</translation>
    </message>
    <message>
        <source>Open a picture, or drop or paste one here</source>
        <translation>Ouvrez une image, ou déposez-en ou collez-en une ici</translation>
    </message>
    <message>
        <source>Picture %1: %2</source>
        <translation>Image %1 : %2</translation>
    </message>
    <message>
        <source>Picture %1: %2, %3 × %4 pixels</source>
        <translation>Image %1 : %2, %3 × %4 pixels</translation>
    </message>
    <message>
        <source>Move &amp;before the previous one</source>
        <translation>Placer a&amp;vant la précédente</translation>
    </message>
    <message>
        <source>Sound: %1, %2</source>
        <translation>Son : %1, %2</translation>
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
        <translation>Progression de l’ouverture du modèle</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Masquer</translation>
    </message>
</context>
<context>
    <name>headlight::MethodsWindow</name>
    <message>
        <source>Compare methods</source>
        <translation>Méthodes côte à côte</translation>
    </message>
    <message>
        <source>What the token attends to, by method; arrow keys move</source>
        <translation>Ce à quoi le token fait attention, par méthode ; les flèches déplacent</translation>
    </message>
    <message>
        <source>Methods progress</source>
        <translation>Progression du calcul des méthodes</translation>
    </message>
    <message>
        <source>&amp;Slow methods</source>
        <translation>Méthodes &amp;lentes</translation>
    </message>
    <message>
        <source>Value zeroing, hiding each token, integrated gradients</source>
        <translation>Mise à zéro des valeurs, masquage de chaque token, gradients intégrés</translation>
    </message>
</context>
<context>
    <name>headlight::ModelButton</name>
    <message>
        <source>Model</source>
        <translation>Modèle</translation>
    </message>
    <message>
        <source>Current model. Click to open another.</source>
        <translation>Le modèle qui lit le texte ; ouvrez-en un autre ici</translation>
    </message>
    <message>
        <source>No model</source>
        <translation>Aucun modèle</translation>
    </message>
    <message>
        <source>Model s&amp;heet…</source>
        <translation>&amp;Fiche du modèle…</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1 et %2</translation>
    </message>
    <message>
        <source>Model: %1</source>
        <translation>Modèle : %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1 : %2</translation>
    </message>
    <message>
        <source>Model sheet</source>
        <translation>Fiche du modèle</translation>
    </message>
</context>
<context>
    <name>headlight::ModelSheet</name>
    <message>
        <source>Model sheet: %1</source>
        <translation>Fiche du modèle : %1</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>&amp;Tensors…</source>
        <translation>&amp;Tenseurs…</translation>
    </message>
    <message>
        <source>Tensors</source>
        <translation>Tenseurs</translation>
    </message>
    <message>
        <source>Tensor</source>
        <translation>Tenseur</translation>
    </message>
    <message>
        <source>In the file</source>
        <translation>Dans le fichier</translation>
    </message>
    <message>
        <source>Data type</source>
        <translation>Format des nombres</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>Forme</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>Octets</translation>
    </message>
    <message>
        <source>All tensors with their data types</source>
        <translation>Tous les tenseurs avec leurs formats</translation>
    </message>
</context>
<context>
    <name>headlight::NoiseWindow</name>
    <message>
        <source>Noise</source>
        <translation>Bruit</translation>
    </message>
    <message>
        <source>Adds noise to the text and measures how much each head attends to it and how far the prediction shifts.</source>
        <translation>On met du bruit dans le texte et on mesure chaque tête : lesquelles le regardent, et de combien bouge la prédiction.</translation>
    </message>
    <message>
        <source>Attention of each head on the noise</source>
        <translation>Attention de chaque tête au bruit</translation>
    </message>
    <message>
        <source>Noisy texts; Return opens one</source>
        <translation>Textes bruités ; Entrée en ouvre un</translation>
    </message>
    <message>
        <source>Double-click opens a text in the workspace</source>
        <translation>Un double clic ouvre un texte dans l’espace de travail</translation>
    </message>
    <message>
        <source>random words</source>
        <translation>mots au hasard</translation>
    </message>
    <message>
        <source>repeated words</source>
        <translation>mots du texte répétés</translation>
    </message>
    <message>
        <source>custom words</source>
        <translation>mots à soi</translation>
    </message>
    <message>
        <source>typos</source>
        <translation>fautes de frappe</translation>
    </message>
    <message>
        <source>shuffled clauses</source>
        <translation>propositions dans un autre ordre</translation>
    </message>
    <message>
        <source>&amp;Noise</source>
        <translation>&amp;Bruit</translation>
    </message>
    <message>
        <source>words to insert</source>
        <translation>mots à insérer</translation>
    </message>
    <message>
        <source>% of the words</source>
        <translation>% des mots</translation>
    </message>
    <message>
        <source>&amp;Amount</source>
        <translation>&amp;Quantité</translation>
    </message>
    <message>
        <source>&amp;Seeds</source>
        <translation>&amp;Tirages</translation>
    </message>
    <message>
        <source>Noise test progress</source>
        <translation>Progression de la mesure du bruit</translation>
    </message>
    <message>
        <source>%1, %2% of the words</source>
        <translation>%1, %2 % des mots</translation>
    </message>
    <message numerus="yes">
        <source>, %n seed(s)</source>
        <translation>
            <numerusform>, %n tirage(s)</numerusform>
            <numerusform>, %n tirage(s)</numerusform>
        </translation>
    </message>
    <message>
        <source>Measure reads the text and the %1 texts below, and shows how much each head attends to the noise and how far the prediction shifts; about %2.</source>
        <translation>« Mesurer » lit le texte et les %1 textes ci-dessous, et montre l’attention de chaque tête au bruit et le déplacement de la prédiction ; environ %2.</translation>
    </message>
</context>
<context>
    <name>headlight::OtherTokens</name>
    <message>
        <source>Tokens of the source</source>
        <translation>Tokens de la source</translation>
    </message>
    <message>
        <source>Tokens of text B</source>
        <translation>Tokens du texte B</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Source</translation>
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
        <translation>Soustrait : le panneau montre la différence des poids.</translation>
    </message>
    <message>
        <source>%1 heads</source>
        <translation>%1 têtes</translation>
    </message>
    <message>
        <source>mean of %1 heads</source>
        <translation>moyenne de %1 têtes</translation>
    </message>
    <message>
        <source>maximum of %1 heads</source>
        <translation>maximum de %1 têtes</translation>
    </message>
    <message>
        <source>Layer.head: %1</source>
        <translation>Couche.tête : %1</translation>
    </message>
    <message>
        <source>Mean of %1 heads</source>
        <translation>Moyenne de %1 têtes</translation>
    </message>
    <message>
        <source>Maximum of %1 heads</source>
        <translation>Maximum de %1 têtes</translation>
    </message>
    <message>
        <source>All heads</source>
        <translation>Toutes les têtes</translation>
    </message>
    <message>
        <source>All layers</source>
        <translation>Toutes les couches</translation>
    </message>
    <message>
        <source>Layer %1 · %2</source>
        <translation>Couche %1 · %2</translation>
    </message>
    <message>
        <source>Layer %1 · all heads</source>
        <translation>Couche %1 · toutes les têtes</translation>
    </message>
    <message>
        <source>Expert %1</source>
        <translation>Expert %1</translation>
    </message>
    <message>
        <source>Experts of layer %1</source>
        <translation>Experts de la couche %1</translation>
    </message>
    <message>
        <source>Experts</source>
        <translation>Experts</translation>
    </message>
    <message>
        <source>Note of this panel</source>
        <translation>Note sur ce panneau</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Kept with the session; in no figure</source>
        <translation>Gardée avec la session ; dans aucune figure</translation>
    </message>
</context>
<context>
    <name>headlight::PanelArea</name>
    <message>
        <source>Panels</source>
        <translation>Panneaux</translation>
    </message>
    <message>
        <source>&amp;New panel</source>
        <translation>Nou&amp;veau panneau</translation>
    </message>
    <message>
        <source>New panel with this head pinned</source>
        <translation>Un autre panneau qui garde la tête actuelle</translation>
    </message>
    <message>
        <source>&amp;Close panel</source>
        <translation>&amp;Fermer le panneau</translation>
    </message>
    <message>
        <source>Ne&amp;xt panel</source>
        <translation>Panneau &amp;suivant</translation>
    </message>
    <message>
        <source>&amp;Previous panel</source>
        <translation>Pann&amp;eau précédent</translation>
    </message>
    <message>
        <source>&amp;Maximise or restore panel</source>
        <translation>&amp;Maximiser ou restaurer le panneau</translation>
    </message>
    <message>
        <source>Maximise panel; Esc restores</source>
        <translation>Donner toute la place au panneau ; Échap la reprend</translation>
    </message>
    <message>
        <source>Move panel &amp;back</source>
        <translation>&amp;Déplacer le panneau avant</translation>
    </message>
    <message>
        <source>Move panel &amp;forward</source>
        <translation>Déplacer le panneau &amp;après</translation>
    </message>
    <message>
        <source>No&amp;te on this panel</source>
        <translation>Note sur &amp;ce panneau</translation>
    </message>
    <message>
        <source>A note of your own, kept with the session</source>
        <translation>Une note personnelle, gardée avec la session</translation>
    </message>
    <message>
        <source>Panel in its own window</source>
        <translation>Panneau dans sa propre fenêtre</translation>
    </message>
    <message>
        <source>For a second screen; closing it brings it back</source>
        <translation>Pour un second écran ; le fermer le ramène</translation>
    </message>
    <message>
        <source>Panel</source>
        <translation>Panneau</translation>
    </message>
</context>
<context>
    <name>headlight::PanelHeader</name>
    <message>
        <source>Linear</source>
        <translation>Linéaire</translation>
    </message>
    <message>
        <source>Square root</source>
        <translation>Racine carrée</translation>
    </message>
    <message>
        <source>Logarithmic</source>
        <translation>Logarithmique</translation>
    </message>
    <message>
        <source>Attends to</source>
        <translation>Ce que le token regarde</translation>
    </message>
    <message>
        <source>Attended by</source>
        <translation>Ce qui regarde le token</translation>
    </message>
    <message>
        <source>Mean of the heads</source>
        <translation>Moyenne des têtes</translation>
    </message>
    <message>
        <source>One head</source>
        <translation>Une tête</translation>
    </message>
    <message>
        <source>Rollout</source>
        <translation>Rollout</translation>
    </message>
    <message>
        <source>Panel menu</source>
        <translation>Tout sur ce panneau</translation>
    </message>
    <message>
        <source>Close panel</source>
        <translation>Fermer le panneau</translation>
    </message>
    <message>
        <source>Close this panel</source>
        <translation>Fermer ce panneau</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Comment l’attention est dessinée</translation>
    </message>
    <message>
        <source>Smallest weight drawn, in percent</source>
        <translation>Plus petit poids dessiné, en pourcentage</translation>
    </message>
    <message>
        <source>Weights below this one are not drawn</source>
        <translation>Les poids inférieurs ne sont pas dessinés</translation>
    </message>
    <message>
        <source>All heads of the layer</source>
        <translation>Toutes les têtes de la couche</translation>
    </message>
    <message>
        <source>All heads of the layer, each in its own colour</source>
        <translation>Toutes les têtes de la couche, chacune dans sa couleur</translation>
    </message>
    <message>
        <source>Show what attends to the token</source>
        <translation>Montrer ce qui regarde le token, au lieu de ce qu’il regarde</translation>
    </message>
    <message>
        <source>Layer shown as</source>
        <translation>Ce qui représente une couche</translation>
    </message>
    <message>
        <source>Colour scale</source>
        <translation>Comment les couleurs croissent avec le poids</translation>
    </message>
    <message>
        <source>Separate sink</source>
        <translation>Puits à part</translation>
    </message>
    <message>
        <source>Show attention on first or special tokens as its own bar</source>
        <translation>Montrer la masse sur le premier token ou les tokens spéciaux par une barre à part</translation>
    </message>
    <message>
        <source>Pin head</source>
        <translation>Épingler la tête</translation>
    </message>
    <message>
        <source>Keep this head when you select another</source>
        <translation>Garder cette tête quand une autre est choisie dans l’atlas</translation>
    </message>
    <message>
        <source>Linked</source>
        <translation>Lié</translation>
    </message>
    <message>
        <source>Share cursor, pinned token and zoom with the other panels</source>
        <translation>Partager curseur, token épinglé et zoom avec les autres panneaux</translation>
    </message>
    <message>
        <source>Export figure</source>
        <translation>Exporter la figure</translation>
    </message>
    <message>
        <source>Export this picture as a figure file</source>
        <translation>Exporter cette image dans un fichier de figure</translation>
    </message>
    <message>
        <source>View: %1</source>
        <translation>Type d’image : %1</translation>
    </message>
    <message>
        <source>Layer shown as: %1</source>
        <translation>Une couche est : %1</translation>
    </message>
    <message>
        <source>Colour scale: %1</source>
        <translation>Échelle de couleurs : %1</translation>
    </message>
    <message>
        <source>Zoomed</source>
        <translation>Agrandi</translation>
    </message>
    <message>
        <source>Zoomed in: show the whole map</source>
        <translation>Zoom actif : montrer toute la carte</translation>
    </message>
    <message>
        <source>Zoomed in. Click, or press 0, to show the whole map.</source>
        <translation>Zoom actif. Cliquez, ou appuyez sur 0, pour montrer toute la carte.</translation>
    </message>
    <message>
        <source>Not the default</source>
        <translation>Pas la valeur par défaut</translation>
    </message>
    <message>
        <source>Attention</source>
        <translation>Attention</translation>
    </message>
    <message>
        <source>Layers and tokens</source>
        <translation>Couches et tokens</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>Charge</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>Experts shown as</source>
        <translation>Experts affichés en</translation>
    </message>
    <message>
        <source>Experts shown as: %1</source>
        <translation>Experts affichés en : %1</translation>
    </message>
</context>
<context>
    <name>headlight::PanelMenu</name>
    <message>
        <source>text A</source>
        <translation>texte A</translation>
    </message>
    <message>
        <source>text B</source>
        <translation>texte B</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>with changes</source>
        <translation>avec les modifications</translation>
    </message>
    <message>
        <source>without changes</source>
        <translation>le modèle tel quel</translation>
    </message>
    <message>
        <source>&amp;View as</source>
        <translation>&amp;Dessiner en</translation>
    </message>
    <message>
        <source>Met&amp;hod</source>
        <translation>&amp;Méthode</translation>
    </message>
    <message>
        <source>&amp;Lenses</source>
        <translation>&amp;Regarder à travers</translation>
    </message>
    <message>
        <source>&amp;Show</source>
        <translation>Mo&amp;ntrer</translation>
    </message>
    <message>
        <source>S&amp;ubtract</source>
        <translation>&amp;Soustraire</translation>
    </message>
    <message>
        <source>Zero</source>
        <translation>Rien</translation>
    </message>
    <message>
        <source>Pin this panel&apos;s head, select another in the atlas, then subtract it here.</source>
        <translation>Épinglez la tête de ce panneau, sélectionnez-en une autre dans l’atlas, puis soustrayez-la ici.</translation>
    </message>
    <message>
        <source>&amp;Colour scale</source>
        <translation>É&amp;chelle de couleurs</translation>
    </message>
    <message>
        <source>0 to 1, same for all heads</source>
        <translation>Jusqu’à 1, la même pour chaque tête</translation>
    </message>
    <message>
        <source>Di&amp;rection</source>
        <translation>D&amp;irection</translation>
    </message>
    <message>
        <source>La&amp;yer shown as</source>
        <translation>&amp;Une couche est</translation>
    </message>
    <message>
        <source>&amp;All heads of the layer</source>
        <translation>Tout&amp;es les têtes de la couche</translation>
    </message>
    <message>
        <source>Se&amp;parate sink</source>
        <translation>Puits à &amp;part</translation>
    </message>
    <message>
        <source>P&amp;in head</source>
        <translation>&amp;Épingler la tête</translation>
    </message>
    <message>
        <source>Li&amp;nked</source>
        <translation>&amp;Lié aux autres panneaux</translation>
    </message>
    <message>
        <source>Chan&amp;ge the model</source>
        <translation>M&amp;odifier le modèle</translation>
    </message>
    <message>
        <source>R&amp;estore</source>
        <translation>&amp;Restaurer</translation>
    </message>
    <message>
        <source>&amp;Maximise</source>
        <translation>Ma&amp;ximiser</translation>
    </message>
    <message>
        <source>Move &amp;back</source>
        <translation>Déplacer a&amp;vant</translation>
    </message>
    <message>
        <source>Move &amp;forward</source>
        <translation>Déplacer apr&amp;ès</translation>
    </message>
    <message>
        <source>E&amp;xport figure…</source>
        <translation>Expor&amp;ter la figure…</translation>
    </message>
    <message>
        <source>Close panel</source>
        <translation>Fermer le panneau</translation>
    </message>
    <message>
        <source>A&amp;ttention</source>
        <translation>&amp;Attention</translation>
    </message>
    <message>
        <source>Up to this head&apos;s maximum</source>
        <translation>Jusqu’au maximum de cette tête</translation>
    </message>
    <message>
        <source>%1, selected in the atlas</source>
        <translation>%1, sélectionnée dans l’atlas</translation>
    </message>
    <message>
        <source>Apply this loo&amp;k to all panels</source>
        <translation>Appliquer cet aspect &amp;à tous les panneaux</translation>
    </message>
    <message>
        <source>Colour scale, sinks, smallest weight, direction</source>
        <translation>Échelle de couleurs, puits, poids minimal, direction</translation>
    </message>
    <message>
        <source>Expe&amp;rts shown as</source>
        <translation>Exp&amp;erts affichés en</translation>
    </message>
    <message>
        <source>Show all experts</source>
        <translation>Afficher tous les experts</translation>
    </message>
    <message>
        <source>N&amp;ote</source>
        <translation>&amp;Note</translation>
    </message>
    <message>
        <source>Smooth&amp;ed</source>
        <translation>Dé&amp;gradé lissé</translation>
    </message>
</context>
<context>
    <name>headlight::PatchWords</name>
    <message>
        <source>Words that attend to the patch</source>
        <translation>Mots qui prêtent attention au patch</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>row %1, column %2 of picture %3</source>
        <translation>ligne %1, colonne %2 de l’image %3</translation>
    </message>
    <message>
        <source>%1 to %2 s</source>
        <translation>%1 à %2 s</translation>
    </message>
    <message>
        <source>No word attends to %1 · %2</source>
        <translation>Aucun mot ne prête attention à %1 · %2</translation>
    </message>
    <message>
        <source>Attend to %1 · %2:</source>
        <translation>Prêtent attention à %1 · %2 :</translation>
    </message>
    <message>
        <source>“%1”, token %2</source>
        <translation>« %1 », token %2</translation>
    </message>
    <message>
        <source>Pin this token</source>
        <translation>Épingler ce token</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation>%1 sur %2</translation>
    </message>
    <message>
        <source>Play the sound from here</source>
        <translation>Lire le son à partir d’ici</translation>
    </message>
</context>
<context>
    <name>headlight::PathOpener</name>
    <message>
        <source>Open session</source>
        <translation>Ouvrir une session</translation>
    </message>
    <message>
        <source>Headlight sessions (*.headlight)</source>
        <translation>Sessions Headlight (*.headlight)</translation>
    </message>
    <message>
        <source>Open text file</source>
        <translation>Ouvrir un fichier texte</translation>
    </message>
    <message>
        <source>Open model folder</source>
        <translation>Ouvrir un dossier de modèle</translation>
    </message>
    <message>
        <source>Open image</source>
        <translation>Ouvrir une image</translation>
    </message>
    <message>
        <source>Images (*.png *.jpg *.jpeg *.bmp *.gif *.webp *.ppm *.svg);;All files (*)</source>
        <translation>Images (*.png *.jpg *.jpeg *.bmp *.gif *.webp *.ppm *.svg);;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Import attention</source>
        <translation>Importer l’attention</translation>
    </message>
    <message>
        <source>Attention (*.safetensors *.npz *.npy *.pt)</source>
        <translation>Attention (*.safetensors *.npz *.npy *.pt)</translation>
    </message>
    <message>
        <source>text file: expected an open model, found none; open one first</source>
        <translation>fichier texte : un modèle ouvert est attendu, il n’y en a pas ; ouvrez-en un d’abord</translation>
    </message>
    <message>
        <source>&amp;Open model folder…</source>
        <translation>Ouvrir un &amp;dossier de modèle…</translation>
    </message>
    <message>
        <source>Open &amp;text file…</source>
        <translation>Ouvrir un fichier &amp;texte…</translation>
    </message>
    <message>
        <source>Import &amp;attention…</source>
        <translation>Ouvrir l’&amp;attention…</translation>
    </message>
    <message>
        <source>Open i&amp;mage…</source>
        <translation>Ouvrir &amp;une image…</translation>
    </message>
    <message>
        <source>Open sessio&amp;n…</source>
        <translation>Ou&amp;vrir une session…</translation>
    </message>
    <message>
        <source>Choose a text</source>
        <translation>Choisir un texte</translation>
    </message>
    <message>
        <source>%1 has the attention of %2 texts. Number of the text to open, from 0:</source>
        <translation>%1 contient l’attention de %2 textes. Numéro du texte à ouvrir, à partir de 0 :</translation>
    </message>
    <message>
        <source>Open model &amp;file…</source>
        <translation>&amp;Ouvrir un fichier de modèle…</translation>
    </message>
    <message>
        <source>Open model file</source>
        <translation>Ouvrir un fichier de modèle</translation>
    </message>
    <message>
        <source>GGUF models (*.gguf);;All files (*)</source>
        <translation>Modèles GGUF (*.gguf);;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>%1 is not valid UTF-8: other bytes are read as �.</source>
        <translation>%1 n’est pas de l’UTF-8 valide : les autres octets sont lus comme �.</translation>
    </message>
    <message>
        <source>Open so&amp;und…</source>
        <translation>Ouvrir un fic&amp;hier son…</translation>
    </message>
    <message>
        <source>Pasted picture</source>
        <translation>Image collée</translation>
    </message>
    <message>
        <source>Replace picture</source>
        <translation>Remplacer l’image</translation>
    </message>
    <message>
        <source>Open sound</source>
        <translation>Ouvrir un son</translation>
    </message>
    <message>
        <source>Sounds (%1);;All files (*)</source>
        <translation>Sons (%1);;Tous les fichiers (*)</translation>
    </message>
</context>
<context>
    <name>headlight::PinsHint</name>
    <message>
        <source>%1 is selected, but every visible panel is pinned to its own head.</source>
        <translation>%1 est sélectionnée, mais chaque panneau visible a sa propre tête épinglée.</translation>
    </message>
    <message>
        <source>Show it in this panel</source>
        <translation>La montrer dans ce panneau</translation>
    </message>
</context>
<context>
    <name>headlight::Presenter</name>
    <message>
        <source>Presenter view</source>
        <translation>Mode présentateur</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>Time, and how long the talk has taken</source>
        <translation>Heure et durée écoulée de l’exposé</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>P&amp;récédent</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>&amp;Suivant</translation>
    </message>
    <message>
        <source>B&amp;lank</source>
        <translation>&amp;Vide</translation>
    </message>
    <message>
        <source>Show an empty page (B)</source>
        <translation>Afficher une page vide (B)</translation>
    </message>
    <message>
        <source>&amp;End</source>
        <translation>&amp;Fin</translation>
    </message>
    <message>
        <source>Audience &amp;on</source>
        <translation>P&amp;ublic sur</translation>
    </message>
    <message>
        <source>a window</source>
        <translation>une fenêtre</translation>
    </message>
    <message>
        <source>This is the last page.</source>
        <translation>C’est la dernière page.</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Suivante</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>Page %1 sur %2</translation>
    </message>
</context>
<context>
    <name>headlight::ProfileView</name>
    <message>
        <source>Row profile</source>
        <translation>Profil de ligne</translation>
    </message>
</context>
<context>
    <name>headlight::QueryField</name>
    <message>
        <source>Words to complete with</source>
        <translation>Mots pour compléter</translation>
    </message>
</context>
<context>
    <name>headlight::ReplaceQuestion</name>
    <message>
        <source>Replace file</source>
        <translation>Remplacer le fichier</translation>
    </message>
    <message>
        <source>“%1” already exists. Replace it?</source>
        <translation>« %1 » existe déjà. Le remplacer ?</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Remplacer</translation>
    </message>
</context>
<context>
    <name>headlight::RunStatus</name>
    <message>
        <source>Run progress</source>
        <translation>Progression de l’exécution</translation>
    </message>
    <message>
        <source>%1 s, about %2 s left</source>
        <translation>%1 s, encore %2 s environ</translation>
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
        <translation>Nuage de têtes</translation>
    </message>
    <message>
        <source>&amp;Across</source>
        <translation>&amp;Horizontal</translation>
    </message>
    <message>
        <source>&amp;Up</source>
        <translation>&amp;Vertical</translation>
    </message>
    <message>
        <source>&amp;Heads</source>
        <translation>&amp;Têtes</translation>
    </message>
    <message>
        <source>Two metrics of each head; arrow keys move, Return selects</source>
        <translation>Deux mesures de chaque tête ; les flèches déplacent, Entrée sélectionne</translation>
    </message>
    <message>
        <source>Scatter progress</source>
        <translation>Progression du nuage</translation>
    </message>
    <message>
        <source>No head matches “%1”; all are shown.</source>
        <translation>Aucune tête ne correspond à « %1 » ; toutes sont affichées.</translation>
    </message>
</context>
<context>
    <name>headlight::ScoreWindow</name>
    <message>
        <source>Score of a cell</source>
        <translation>Score d’une cellule</translation>
    </message>
    <message>
        <source>&amp;Key</source>
        <translation>&amp;Clé</translation>
    </message>
    <message>
        <source>Parts of the score by wavelength; arrow keys move</source>
        <translation>Parts du score par longueur d’onde ; flèches pour se déplacer</translation>
    </message>
</context>
<context>
    <name>headlight::SessionController</name>
    <message>
        <source>%1: model “%2” not found in %3.</source>
        <translation>%1 : son modèle « %2 » n’est plus dans %3.</translation>
    </message>
    <message>
        <source>“%1” is not the model of this session: its configuration or tensors differ.</source>
        <translation>« %1 » n’est pas le modèle avec lequel cette session a été enregistrée : sa configuration ou ses tenseurs diffèrent.</translation>
    </message>
    <message>
        <source>This session stores a reduced copy of “%1”. Values differ slightly from the original.</source>
        <translation>La session conserve une copie plus petite de « %1 » : ses nombres diffèrent un peu de ceux du fichier.</translation>
    </message>
    <message>
        <source>%1: model “%2” not found.</source>
        <translation>%1 : modèle « %2 » introuvable.</translation>
    </message>
</context>
<context>
    <name>headlight::SettingsWindow</name>
    <message>
        <source>Settings</source>
        <translation>Paramètres</translation>
    </message>
    <message>
        <source>Find a setting or shortcut</source>
        <translation>Chercher un paramètre ou un raccourci</translation>
    </message>
    <message>
        <source>No match</source>
        <translation>Aucun résultat</translation>
    </message>
</context>
<context>
    <name>headlight::ShareColumns</name>
    <message>
        <source>pictures or sound %1, text %2, first or special tokens %3</source>
        <translation>images ou son %1, texte %2, premiers tokens ou tokens spéciaux %3</translation>
    </message>
    <message>
        <source>Shares of attention for each word</source>
        <translation>Parts d’attention de chaque mot</translation>
    </message>
    <message>
        <source>“%1”: %2</source>
        <translation>« %1 » : %2</translation>
    </message>
</context>
<context>
    <name>headlight::ShortcutField</name>
    <message>
        <source>Keys of %1</source>
        <translation>Touches de %1</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Aucune</translation>
    </message>
    <message>
        <source>No keys for %1</source>
        <translation>Aucune touche pour %1</translation>
    </message>
    <message>
        <source>Usual keys of %1</source>
        <translation>Touches habituelles de %1</translation>
    </message>
    <message>
        <source>Usual keys</source>
        <translation>Touches habituelles</translation>
    </message>
    <message>
        <source>Use here</source>
        <translation>Utiliser ici</translation>
    </message>
    <message>
        <source>%1 belongs to “%2”.</source>
        <translation>%1 appartient à « %2 ».</translation>
    </message>
</context>
<context>
    <name>headlight::SimilarityView</name>
    <message>
        <source>Head similarity</source>
        <translation>Similarité des têtes</translation>
    </message>
</context>
<context>
    <name>headlight::StartPage</name>
    <message>
        <source>Start</source>
        <translation>Accueil</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>Exemples</translation>
    </message>
    <message>
        <source>Recent sessions</source>
        <translation>Sessions récentes</translation>
    </message>
    <message>
        <source>Begin with an example</source>
        <translation>Commencer par un exemple</translation>
    </message>
    <message>
        <source>Or with something of your own</source>
        <translation>Ou avec vos propres données</translation>
    </message>
    <message>
        <source>&amp;Open a model…</source>
        <translation>&amp;Ouvrir un modèle…</translation>
    </message>
    <message>
        <source>&amp;Attention from elsewhere…</source>
        <translation>&amp;Attention venue d’ailleurs…</translation>
    </message>
    <message>
        <source>New here?</source>
        <translation>Nouveau ici ?</translation>
    </message>
    <message>
        <source>&amp;Tour: two minutes, hands on</source>
        <translation>&amp;Visite : deux minutes, en pratique</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Fermer</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>Aucune pour l’instant</translation>
    </message>
</context>
<context>
    <name>headlight::SteeringForm</name>
    <message>
        <source>This file contains only attention.</source>
        <translation>Ce fichier ne contient que de l’attention.</translation>
    </message>
    <message>
        <source>This model has no tokenizer to read texts with.</source>
        <translation>Ce modèle n’a pas de tokenizer pour lire des textes.</translation>
    </message>
    <message>
        <source>Steering is for models of one stack.</source>
        <translation>L’orientation concerne les modèles à une seule pile.</translation>
    </message>
    <message>
        <source>Steer by texts</source>
        <translation>Orienter par des textes</translation>
    </message>
    <message>
        <source>The mean stream of one set of texts less that of another, added at a layer (Turner et al. 2023; Rimsky et al. 2024)</source>
        <translation>Le flux moyen d’un ensemble de textes moins celui d’un autre, ajouté à une couche (Turner et al. 2023 ; Rimsky et al. 2024)</translation>
    </message>
    <message>
        <source>To&amp;wards these texts, one a line</source>
        <translation>&amp;Vers ces textes, un par ligne</translation>
    </message>
    <message>
        <source>I love this. What a wonderful day.</source>
        <translation>I love this. What a wonderful day.</translation>
    </message>
    <message>
        <source>Awa&amp;y from these texts</source>
        <translation>&amp;Loin de ces textes</translation>
    </message>
    <message>
        <source>I hate this. What a terrible day.</source>
        <translation>I hate this. What a terrible day.</translation>
    </message>
    <message>
        <source>The layer that reads the changed stream</source>
        <translation>La couche qui lit le flux modifié</translation>
    </message>
    <message>
        <source>&amp;Layer</source>
        <translation>&amp;Couche</translation>
    </message>
    <message>
        <source>The last of each text</source>
        <translation>Le dernier de chaque texte</translation>
    </message>
    <message>
        <source>The mean of all</source>
        <translation>La moyenne de tous</translation>
    </message>
    <message>
        <source>&amp;Tokens</source>
        <translation>&amp;Tokens</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>&amp;Parcourir…</translation>
    </message>
    <message>
        <source>Sa&amp;ve as</source>
        <translation>&amp;Enregistrer sous</translation>
    </message>
    <message>
        <source>Progress of the texts</source>
        <translation>Progression des textes</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>&amp;Ajouter</translation>
    </message>
    <message>
        <source>Save steering vector</source>
        <translation>Enregistrer le vecteur d’orientation</translation>
    </message>
    <message>
        <source>Steering vectors (*.safetensors)</source>
        <translation>Vecteurs d’orientation (*.safetensors)</translation>
    </message>
    <message>
        <source>Type at least one text in each field.</source>
        <translation>Saisissez au moins un texte dans chaque champ.</translation>
    </message>
    <message>
        <source>Name a file to save the vector in.</source>
        <translation>Indiquez un fichier où enregistrer le vecteur.</translation>
    </message>
</context>
<context>
    <name>headlight::SurpriseTint</name>
    <message>
        <source>Surprisal of each token, −ln p given all other tokens. Right end: a uniform guess.</source>
        <translation>Surprise de chaque token, −ln p sachant tous les autres. À l’extrémité droite : deviner à l’aveugle.</translation>
    </message>
    <message>
        <source>Surprisal of each token, −ln p given the previous ones. Right end: a uniform guess.</source>
        <translation>Surprise de chaque token, −ln p sachant ceux d’avant. À l’extrémité droite : deviner à l’aveugle.</translation>
    </message>
    <message>
        <source>surprisal %1 nats, p %2</source>
        <translation>surprisal %1 nats, p %2</translation>
    </message>
    <message>
        <source>C&amp;olour by surprisal</source>
        <translation>Colorer les to&amp;kens par surprise</translation>
    </message>
    <message>
        <source>How unexpected each token is to the model</source>
        <translation>À quel point chaque token était peu attendu, selon le modèle</translation>
    </message>
</context>
<context>
    <name>headlight::TextBar</name>
    <message>
        <source>Compare</source>
        <translation>Comparer</translation>
    </message>
    <message>
        <source>Compare with a second text (starts as a copy)</source>
        <translation>Comparer avec un autre texte : il commence comme une copie, à modifier</translation>
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
        <translation>Identifiants de tokens</translation>
    </message>
    <message>
        <source>Type token ids: 101 2023 102</source>
        <translation>Saisissez des identifiants : 101 2023 102</translation>
    </message>
    <message>
        <source>Go to &amp;text</source>
        <translation>Te&amp;xte</translation>
    </message>
    <message>
        <source>Co&amp;mpare texts</source>
        <translation>Comparer avec &amp;un autre texte</translation>
    </message>
    <message>
        <source>Second text</source>
        <translation>Second texte</translation>
    </message>
    <message>
        <source>A pair in one input: the model reads both texts together</source>
        <translation>Une paire en une entrée : le modèle lit les deux textes ensemble</translation>
    </message>
    <message>
        <source>Generated: %1</source>
        <translation>Généré : %1</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Conversation</translation>
    </message>
    <message>
        <source>Conv&amp;ersation</source>
        <translation>Con&amp;versation</translation>
    </message>
    <message>
        <source>Write in turns: the model&apos;s chat template makes a text of them; again for a plain text</source>
        <translation>Écrire par tours, dont le modèle de conversation fait le texte ; encore une fois pour un texte simple</translation>
    </message>
    <message>
        <source>%1 has no chat template, so it reads plain text only.</source>
        <translation>%1 n’a pas de modèle de conversation et ne lit donc que du texte simple.</translation>
    </message>
</context>
<context>
    <name>headlight::TextFileDialog</name>
    <message>
        <source>Read a part of %1</source>
        <translation>Lire une partie de %1</translation>
    </message>
    <message>
        <source>Where the part begins</source>
        <translation>Où commence la partie</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 sur %2</translation>
    </message>
    <message>
        <source>The part</source>
        <translation>La partie</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Lire</translation>
    </message>
    <message>
        <source>Begins at</source>
        <translation>Commence à</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Longueur</translation>
    </message>
    <message>
        <source>Counting tokens…</source>
        <translation>Comptage des tokens…</translation>
    </message>
    <message>
        <source>%1 tokens; needs %2 in a scratch file</source>
        <translation>%1 tokens ; la lecture prend %2, dans un fichier temporaire</translation>
    </message>
    <message>
        <source>%1 tokens; needs %2 of memory</source>
        <translation>%1 tokens ; nécessite %2 de mémoire</translation>
    </message>
    <message>
        <source> tokens</source>
        <translation> tokens</translation>
    </message>
    <message>
        <source>&amp;Whole file</source>
        <translation>Fichier &amp;entier</translation>
    </message>
    <message>
        <source>The file has %1; at most %2 are read as one text.</source>
        <translation>Le fichier fait %1 ; au plus %2 sont lus comme un texte.</translation>
    </message>
    <message>
        <source>The file has no %1 tokens from there on.</source>
        <translation>Le fichier n’a pas %1 tokens à partir de là.</translation>
    </message>
</context>
<context>
    <name>headlight::TextLine</name>
    <message>
        <source>Text to compare with</source>
        <translation>Texte à comparer</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>Type the text to compare with</source>
        <translation>Saisissez le texte à comparer</translation>
    </message>
    <message>
        <source>Type a sentence</source>
        <translation>Saisissez une phrase</translation>
    </message>
    <message>
        <source>Second text to compare with</source>
        <translation>Second texte à comparer</translation>
    </message>
    <message>
        <source>Text pair</source>
        <translation>Second texte</translation>
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
        <translation>Faire un segment</translation>
    </message>
    <message>
        <source>Token %1: %2 · id %3</source>
        <translation>Token %1 : %2 · id %3</translation>
    </message>
    <message>
        <source>Token %1 of %2: %3</source>
        <translation>Token %1 sur %2 : %3</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 tokens</translation>
    </message>
    <message>
        <source>T&amp;okens</source>
        <translation>&amp;Tokens</translation>
    </message>
    <message>
        <source>Go to tokens: arrows move, Return pins, Esc unpins</source>
        <translation>Vers les tokens : les flèches parcourent, Entrée en garde un, Échap le lâche</translation>
    </message>
    <message>
        <source>Merge as s&amp;pan</source>
        <translation>Faire un &amp;segment des tokens sélectionnés</translation>
    </message>
    <message>
        <source>Show selected tokens as one</source>
        <translation>Montrer les tokens sélectionnés comme un seul dans le panneau actuel</translation>
    </message>
    <message>
        <source>Sho&amp;w spaces in tokens</source>
        <translation>M&amp;ontrer les espaces dans les tokens</translation>
    </message>
    <message>
        <source>generated by the model</source>
        <translation>généré par le modèle</translation>
    </message>
    <message>
        <source>Picture %1: %2 tokens. Click to fold them.</source>
        <translation>Image %1 : %2 tokens. Cliquez pour les replier.</translation>
    </message>
    <message>
        <source>Picture %1: %2 tokens. Click to see each.</source>
        <translation>Image %1 : %2 tokens. Cliquez pour voir chacun.</translation>
    </message>
    <message>
        <source>Picture %1: %2 tokens. Return opens it.</source>
        <translation>Image %1 : %2 tokens. Entrée l’ouvre.</translation>
    </message>
</context>
<context>
    <name>headlight::TourWindow</name>
    <message>
        <source>Five things heads do</source>
        <translation>Cinq choses que font les têtes</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>P&amp;récédent</translation>
    </message>
    <message>
        <source>Ne&amp;xt</source>
        <translation>&amp;Suivant</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Your turn</source>
        <translation>À vous maintenant : votre phrase</translation>
    </message>
    <message>
        <source>Type a text at the top of the window. Every panel updates as you type. Choose heads on the left; press F9 to see step by step how one works.</source>
        <translation>Saisissez un texte en haut de la fenêtre. Tous les panneaux suivent pendant la saisie. Choisissez des têtes à gauche ; F9 montre pas à pas comment l’une d’elles travaille.</translation>
    </message>
    <message>
        <source>%1 of %2 · %3, layer %4, head %5</source>
        <translation>%1 sur %2 · %3, couche %4, tête %5</translation>
    </message>
</context>
<context>
    <name>headlight::TurnRow</name>
    <message>
        <source>Move turn up</source>
        <translation>Monter le tour</translation>
    </message>
    <message>
        <source>Move turn down</source>
        <translation>Descendre le tour</translation>
    </message>
    <message>
        <source>Remove turn</source>
        <translation>Retirer le tour</translation>
    </message>
    <message>
        <source>Role of turn %1</source>
        <translation>Rôle du tour %1</translation>
    </message>
    <message>
        <source>Who speaks</source>
        <translation>Qui parle</translation>
    </message>
    <message>
        <source>Turn %1, %2</source>
        <translation>Tour %1, %2</translation>
    </message>
    <message>
        <source>What %1 says</source>
        <translation>Ce que dit %1</translation>
    </message>
    <message>
        <source>This turn has parts other than text. It stays as it is.</source>
        <translation>Ce tour a des parties qui ne sont pas du texte. Il reste tel quel.</translation>
    </message>
    <message>
        <source>This turn has more than its text, such as calls of tools. That stays as it is.</source>
        <translation>Ce tour a plus que son texte, comme des appels d’outils. Cela reste tel quel.</translation>
    </message>
</context>
<context>
    <name>headlight::WalkWindow</name>
    <message>
        <source>Walkthrough</source>
        <translation>Pas à pas</translation>
    </message>
    <message>
        <source>Picture of the step</source>
        <translation>Image de l’étape</translation>
    </message>
    <message>
        <source>&amp;Token</source>
        <translation>&amp;Token</translation>
    </message>
    <message>
        <source>&amp;Layer</source>
        <translation>&amp;Couche</translation>
    </message>
    <message>
        <source>&amp;Head</source>
        <translation>Tê&amp;te</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Plein écran</translation>
    </message>
    <message>
        <source>Fill the screen for presenting (F11)</source>
        <translation>Remplir l’écran pour présenter (F11)</translation>
    </message>
    <message>
        <source>Show the &amp;numbers</source>
        <translation>Montrer les &amp;nombres</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>P&amp;récédent</translation>
    </message>
    <message>
        <source>Ne&amp;xt</source>
        <translation>&amp;Suivant</translation>
    </message>
    <message>
        <source>&amp;Export step…</source>
        <translation>&amp;Exporter l’étape…</translation>
    </message>
    <message>
        <source>Export all as &amp;slides…</source>
        <translation>Exporter toutes en &amp;diapositives…</translation>
    </message>
    <message>
        <source>Step %1: %2</source>
        <translation>Étape %1 : %2</translation>
    </message>
    <message>
        <source>Export all steps</source>
        <translation>Exporter toutes les étapes</translation>
    </message>
    <message>
        <source>Slides (*.pptx);;PDF (*.pdf);;Web page (*.html)</source>
        <translation>Diapositives (*.pptx);;PDF (*.pdf);;Page web (*.html)</translation>
    </message>
    <message>
        <source>Present…</source>
        <translation>Présenter…</translation>
    </message>
    <message>
        <source>The steps on one screen, notes and the next step on the other (F5)</source>
        <translation>Les étapes sur un écran, les notes et l’étape suivante sur l’autre (F5)</translation>
    </message>
</context>
<context>
    <name>headlight::WelcomeTour</name>
    <message>
        <source>&amp;Skip</source>
        <translation>&amp;Passer</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>P&amp;récédent</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 sur %2</translation>
    </message>
    <message>
        <source>&amp;Done</source>
        <translation>&amp;Terminé</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>&amp;Suivant</translation>
    </message>
</context>
<context>
    <name>headlight::WindowLayout</name>
    <message>
        <source>All &amp;heads</source>
        <translation>To&amp;utes les têtes</translation>
    </message>
    <message>
        <source>Show or hide the maps of all heads</source>
        <translation>Afficher ou masquer les cartes de toutes les têtes</translation>
    </message>
    <message>
        <source>S&amp;ide panel</source>
        <translation>Pa&amp;nneau latéral</translation>
    </message>
    <message>
        <source>Show or hide the side panel</source>
        <translation>Afficher ou masquer le panneau latéral</translation>
    </message>
    <message>
        <source>Full &amp;screen</source>
        <translation>&amp;Plein écran</translation>
    </message>
    <message>
        <source>Reset layou&amp;t</source>
        <translation>&amp;Réinitialiser la disposition</translation>
    </message>
    <message>
        <source>Window parts as on a first start</source>
        <translation>Parties de la fenêtre comme au premier démarrage</translation>
    </message>
    <message>
        <source>Heads in a window of their own</source>
        <translation>Têtes dans leur propre fenêtre</translation>
    </message>
    <message>
        <source>For a second screen; closing it brings them back</source>
        <translation>Pour un second écran ; la fermer les ramène</translation>
    </message>
    <message>
        <source>Side panel in its own window</source>
        <translation>Panneau latéral dans sa propre fenêtre</translation>
    </message>
    <message>
        <source>For a second screen; closing it brings it back</source>
        <translation>Pour un second écran ; le fermer le ramène</translation>
    </message>
    <message>
        <source>&amp;Save layout…</source>
        <translation>&amp;Enregistrer la disposition…</translation>
    </message>
    <message>
        <source>Keep the parts of the window under a name</source>
        <translation>Garder les parties de la fenêtre sous un nom</translation>
    </message>
    <message>
        <source>Save layout</source>
        <translation>Enregistrer la disposition</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
</context>
<context>
    <name>headlight::Words</name>
    <message>
        <source>Ablation map</source>
        <translation>Carte d’ablation</translation>
    </message>
    <message>
        <source>Loss without each head</source>
        <translation>Ce que perd la réponse sans chaque tête</translation>
    </message>
    <message>
        <source>Loss of “%1” without each head</source>
        <translation>Ce que perd « %1 » sans chaque tête</translation>
    </message>
    <message>
        <source>Shift of the prediction without each head</source>
        <translation>De combien bougent toutes les réponses sans chaque tête</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>« %1 »</translation>
    </message>
    <message>
        <source>zero ablation</source>
        <translation>rien à la place de la sortie d’une tête</translation>
    </message>
    <message>
        <source>mean ablation over the text</source>
        <translation>sa moyenne sur le texte à la place de la sortie d’une tête</translation>
    </message>
    <message>
        <source>mean ablation over another text</source>
        <translation>sa moyenne sur un autre texte à la place de la sortie d’une tête</translation>
    </message>
    <message>
        <source>The probe finds no induction head.</source>
        <translation>Le test ne trouve aucune tête d’induction.</translation>
    </message>
    <message>
        <source>Outlined: probed induction heads with their rank of %1 by loss: %2</source>
        <translation>Entourées : têtes d’induction du test, avec leur rang parmi %1 selon la perte : %2</translation>
    </message>
    <message>
        <source> and %1 more</source>
        <translation> et %1 autres</translation>
    </message>
    <message>
        <source>the prediction</source>
        <translation>la prédiction</translation>
    </message>
    <message>
        <source>Change in ln p of %1 (%2 with all heads). Negative: the head helps.</source>
        <translation>Variation de ln p, réponse : %1 (%2 avec toutes les têtes) ; sous 0, la tête l’aide.</translation>
    </message>
    <message>
        <source>KL divergence of the predictions with and without the head.</source>
        <translation>Divergence KL de toutes les réponses avec la tête par rapport à sans elle.</translation>
    </message>
    <message>
        <source>Colours: square-root scale.</source>
        <translation>Couleurs : la racine carrée du nombre.</translation>
    </message>
    <message>
        <source>Colours: logarithmic scale.</source>
        <translation>Couleurs : le logarithme du nombre.</translation>
    </message>
    <message>
        <source>Colours: linear scale.</source>
        <translation>Couleurs : en proportion du nombre.</translation>
    </message>
    <message>
        <source>Layer %1, head %2</source>
        <translation>Couche %1, tête %2</translation>
    </message>
    <message>
        <source>%1: Δ ln p %2 nats, %3 → %4; KL %5 nats</source>
        <translation>%1 : Δ ln p %2 nats, %3 → %4 ; KL %5 nats</translation>
    </message>
    <message>
        <source>An ablation map without heads.</source>
        <translation>Une carte d’ablation sans têtes.</translation>
    </message>
    <message>
        <source>%1 %2 nats</source>
        <translation>%1 %2 nats</translation>
    </message>
    <message>
        <source>One cell per head: %1. The prediction drops most without %2. %3</source>
        <translation>Une cellule par tête : %1. La prédiction baisse le plus sans %2. %3</translation>
    </message>
    <message>
        <source>attention, full</source>
        <translation>attention, complète</translation>
    </message>
    <message>
        <source>attention, windowed</source>
        <translation>attention, fenêtrée</translation>
    </message>
    <message>
        <source>projections</source>
        <translation>projections</translation>
    </message>
    <message>
        <source>feed-forward</source>
        <translation>propagation avant</translation>
    </message>
    <message>
        <source>output</source>
        <translation>sortie</translation>
    </message>
    <message>
        <source>attention, streamed</source>
        <translation>attention, en flux</translation>
    </message>
    <message>
        <source>keys and values</source>
        <translation>clés et valeurs</translation>
    </message>
    <message>
        <source>weights</source>
        <translation>poids</translation>
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
        <translation>%1 jours</translation>
    </message>
    <message>
        <source>Cost of %1 by text length</source>
        <translation>Ce que coûte %1 selon la longueur du texte</translation>
    </message>
    <message>
        <source>tokens of the text</source>
        <translation>tokens du texte</translation>
    </message>
    <message>
        <source>Multiply-adds of one run</source>
        <translation>Multiplications-additions d’une exécution</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Mémoire</translation>
    </message>
    <message>
        <source>Marked: the open text, %1 tokens, %2 multiply-adds.</source>
        <translation>Marqué : le texte ouvert, %1 tokens, %2 multiplications-additions.</translation>
    </message>
    <message>
        <source> Measured %1: %2 per second; at that speed a million tokens would take %3.</source>
        <translation> Mesuré %1 : %2 par seconde ; un million de tokens prendrait %3 à cette vitesse.</translation>
    </message>
    <message>
        <source>Full: all weights computed and stored. Windowed: a query sees the %1 previous keys. Streamed: all computed, none stored (Headlight).</source>
        <translation>Complète : chaque poids est calculé et gardé. Fenêtrée : une requête voit les %1 clés qui la précèdent. En flux : tous sont calculés, aucun n’est gardé, comme dans ce programme.</translation>
    </message>
    <message>
        <source>A chart of costs without a model.</source>
        <translation>Un graphique de coûts sans modèle.</translation>
    </message>
    <message>
        <source>Two charts with logarithmic axes. </source>
        <translation>Deux graphiques à axes logarithmiques. </translation>
    </message>
    <message>
        <source> At a million tokens: attention in full %1 multiply-adds and %2, streamed %3.</source>
        <translation> À un million de tokens : attention complète %1 multiplications-additions et %2, en flux %3.</translation>
    </message>
    <message>
        <source>layer</source>
        <translation>couche</translation>
    </message>
    <message>
        <source>%1 heads have no value.</source>
        <translation>%1 têtes n’ont pas de valeur.</translation>
    </message>
    <message>
        <source>A chart of heads without numbers.</source>
        <translation>Un graphique de têtes sans chiffres.</translation>
    </message>
    <message>
        <source>: no head has a value.</source>
        <translation> : aucune tête n’a de valeur.</translation>
    </message>
    <message>
        <source>%1 of %2 heads by layer; the highest is %3, head %4.</source>
        <translation>%1 de %2 têtes par couche ; le maximum est %3, tête %4.</translation>
    </message>
    <message>
        <source>Compare methods</source>
        <translation>Méthodes côte à côte</translation>
    </message>
    <message>
        <source>What “%1” attends to, by method</source>
        <translation>Ce que regarde « %1 », selon la méthode</translation>
    </message>
    <message>
        <source>The methods disagree: %1 and the weights rank the tokens differently (ρ = %2)</source>
        <translation>Les méthodes ne s’accordent pas : %1 et les poids classent les tokens différemment (ρ = %2)</translation>
    </message>
    <message>
        <source>, “%1” first by the weights, “%2” by %3</source>
        <translation>, « %1 » en tête selon les poids, « %2 » selon %3</translation>
    </message>
    <message>
        <source>. Do not read the weights alone as an explanation.</source>
        <translation>. Ne prenez pas les poids seuls pour une explication.</translation>
    </message>
    <message>
        <source>changed: </source>
        <translation>modifié : </translation>
    </message>
    <message>
        <source>Layer %1, all heads together</source>
        <translation>Couche %1, toutes les têtes ensemble</translation>
    </message>
    <message>
        <source>attention weights, mean</source>
        <translation>poids d’attention, moyenne</translation>
    </message>
    <message>
        <source>ρ: Spearman’s rank correlation with the weights above in the same scope. Each row has its own scale; its largest bar has the full colour.</source>
        <translation>ρ : corrélation de rang de Spearman avec les poids ci-dessus dans le même cadre. Chaque ligne a son échelle ; sa plus grande barre a la pleine couleur.</translation>
    </message>
    <message>
        <source>Grey: the first or special tokens; their bars are cut where they leave no room for the others.</source>
        <translation>Gris : le premier token ou ceux ajoutés ; leurs barres sont coupées là où elles ne laissent pas de place aux autres.</translation>
    </message>
    <message>
        <source>Hollow bars are below 0.</source>
        <translation>Les barres creuses sont sous 0.</translation>
    </message>
    <message>
        <source>No %1: %2.</source>
        <translation>Il manque %1 : %2.</translation>
    </message>
    <message>
        <source>%1: “%2” %3</source>
        <translation>%1 : « %2 » %3</translation>
    </message>
    <message>
        <source>Compare methods, without a token.</source>
        <translation>Méthodes côte à côte, sans token.</translation>
    </message>
    <message>
        <source>: a row of bars for each of %1 methods.</source>
        <translation>: une ligne de barres pour chacune des %1 méthodes.</translation>
    </message>
    <message>
        <source> Rank correlation with the weights: %1.</source>
        <translation> Corrélation de rang avec les poids : %1.</translation>
    </message>
    <message>
        <source>Heads that attend to noise</source>
        <translation>Quelles têtes le bruit attire</translation>
    </message>
    <message>
        <source>%1 of %2 heads attend to the noise above chance (mark) by more than one standard deviation over seeds (whisker).</source>
        <translation>%1 sur %2 têtes donnent au bruit plus que ne feraient des poids égaux (la marque), de plus d’un écart type sur les tirages (la moustache).</translation>
    </message>
    <message>
        <source>Prediction shift: KL %1 nats; ln p of the top prediction %2.</source>
        <translation>La prédiction bouge de %1 nats (divergence KL), ln p de la réponse la plus probable de %2.</translation>
    </message>
    <message>
        <source>A chart of noise without heads.</source>
        <translation>Un graphique de bruit sans têtes.</translation>
    </message>
    <message>
        <source>%1 %2 (chance %3)</source>
        <translation>%1 %2 (hasard %3)</translation>
    </message>
    <message>
        <source>Bars of how much attention each head gives to %1. Most above chance: %2.</source>
        <translation>Barres de l’attention que donne chaque tête : %1. Les plus au-dessus du hasard : %2.</translation>
    </message>
    <message>
        <source>%1: %2 ± %3 on the noise, chance %4</source>
        <translation>%1 : %2 ± %3 sur le bruit, hasard %4</translation>
    </message>
    <message>
        <source> Callout: </source>
        <translation> Annotation : </translation>
    </message>
    <message>
        <source>Attention in %1</source>
        <translation>Attention dans %1</translation>
    </message>
    <message>
        <source>Point at the figure, or use the arrow keys, to read its values.</source>
        <translation>Pointez la figure, ou utilisez les flèches, pour lire ses valeurs.</translation>
    </message>
    <message>
        <source>Arrows point to the token that is attended to.</source>
        <translation>Les flèches pointent vers le token regardé.</translation>
    </message>
    <message>
        <source>the first token</source>
        <translation>le premier token</translation>
    </message>
    <message>
        <source>“%1” (%2)</source>
        <translation>« %1 » (%2)</translation>
    </message>
    <message>
        <source>“%1” %2</source>
        <translation>« %1 » %2</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation>%1 sur %2</translation>
    </message>
    <message>
        <source>Arcs without tokens.</source>
        <translation>Arcs sans tokens.</translation>
    </message>
    <message>
        <source>Arcs over the text from each token to the tokens that it attends to, </source>
        <translation>Arcs au-dessus du texte de chaque token vers ceux qu’il regarde, </translation>
    </message>
    <message>
        <source>All heads</source>
        <translation>Toutes les têtes</translation>
    </message>
    <message>
        <source>%1 layers × %2 heads</source>
        <translation>%1 couches × %2 têtes</translation>
    </message>
    <message>
        <source>A line joins %1 heads that share keys and values.</source>
        <translation>Une ligne joint %1 têtes qui partagent clés et valeurs.</translation>
    </message>
    <message>
        <source>Underlined layers see only a window of the text.</source>
        <translation>Les couches soulignées ne voient qu’une fenêtre du texte.</translation>
    </message>
    <message>
        <source>Rows of a map are queries, columns keys.</source>
        <translation>Les lignes d’une carte sont des requêtes, les colonnes des clés.</translation>
    </message>
    <message>
        <source>Atlas without tokens.</source>
        <translation>Atlas sans tokens.</translation>
    </message>
    <message>
        <source>Small attention maps of all %1 heads in each of %2 layers</source>
        <translation>Petites cartes d’attention des %1 têtes dans chacune des %2 couches</translation>
    </message>
    <message>
        <source>Layer %1, %2</source>
        <translation>Couche %1, %2</translation>
    </message>
    <message>
        <source>head %1</source>
        <translation>tête %1</translation>
    </message>
    <message>
        <source>special tokens</source>
        <translation>les tokens spéciaux</translation>
    </message>
    <message>
        <source>first token</source>
        <translation>1er token</translation>
    </message>
    <message>
        <source>one token</source>
        <translation>un token</translation>
    </message>
    <message>
        <source>Square-root colour scale</source>
        <translation>Échelle de couleurs en racine carrée</translation>
    </message>
    <message>
        <source>Logarithmic colour scale</source>
        <translation>Échelle de couleurs logarithmique</translation>
    </message>
    <message>
        <source>Linear colour scale</source>
        <translation>Échelle de couleurs linéaire</translation>
    </message>
    <message>
        <source>, from −100% to +100%.</source>
        <translation>, de −100 % à +100 %.</translation>
    </message>
    <message>
        <source>, symmetric about 0, up to the largest difference.</source>
        <translation>, symétrique autour de 0, jusqu’à la plus grande différence.</translation>
    </message>
    <message>
        <source>, the same for every head.</source>
        <translation>, la même pour chaque tête.</translation>
    </message>
    <message>
        <source>No tokens to show</source>
        <translation>Aucun token à montrer</translation>
    </message>
    <message>
        <source>words</source>
        <translation>mots</translation>
    </message>
    <message>
        <source>sentences</source>
        <translation>phrases</translation>
    </message>
    <message>
        <source>sections</source>
        <translation>sections</translation>
    </message>
    <message>
        <source>: what “%1” attends to</source>
        <translation>: ce que regarde « %1 »</translation>
    </message>
    <message>
        <source>: what attends to “%1”</source>
        <translation>: ce qui regarde « %1 »</translation>
    </message>
    <message>
        <source>Tint: how much of the framed token’s attention a token gets.</source>
        <translation>Teinte : quelle part de l’attention du token encadré un token reçoit.</translation>
    </message>
    <message>
        <source>Tint: how much of its attention a token gives to the framed one.</source>
        <translation>Teinte : quelle part de son attention un token donne à celui encadré.</translation>
    </message>
    <message>
        <source>on %1</source>
        <translation>sur %1</translation>
    </message>
    <message>
        <source>First token: hatched, with its own bar.</source>
        <translation>Le premier token est hachuré, avec sa propre barre.</translation>
    </message>
    <message>
        <source>Special tokens: hatched, with their own bar.</source>
        <translation>Les tokens spéciaux sont hachurés, avec leur propre barre.</translation>
    </message>
    <message>
        <source>“%1” attends to “%2”: %3</source>
        <translation>« %1 » regarde « %2 » : %3</translation>
    </message>
    <message>
        <source>Coloured text without tokens.</source>
        <translation>Texte coloré sans tokens.</translation>
    </message>
    <message>
        <source> Strongest: </source>
        <translation> Les plus forts : </translation>
    </message>
    <message>
        <source> %1 on %2, shown separately.</source>
        <translation> %1 sur %2, montré à part.</translation>
    </message>
    <message>
        <source>Tokens %1 to %2 of %3 are shown.</source>
        <translation>Tokens %1 à %2 sur %3 montrés.</translation>
    </message>
    <message>
        <source>nats</source>
        <translation>nats</translation>
    </message>
    <message>
        <source>weight</source>
        <translation>poids</translation>
    </message>
    <message>
        <source>every</source>
        <translation>chaque</translation>
    </message>
    <message>
        <source>every other</source>
        <translation>chaque deuxième</translation>
    </message>
    <message>
        <source>every %1</source>
        <comment>place in an order</comment>
        <translation>chaque %1</translation>
    </message>
    <message>
        <source>Labels: %1 token.</source>
        <translation>Étiquettes : %1 token.</translation>
    </message>
    <message>
        <source>Labels: %1 query and %2 key.</source>
        <translation>Étiquettes : %1 token des requêtes, %2 token des clés.</translation>
    </message>
    <message>
        <source>Token flow</source>
        <translation>Flux de tokens</translation>
    </message>
    <message>
        <source>rollout</source>
        <translation>rollout</translation>
    </message>
    <message>
        <source>mean of the heads</source>
        <translation>moyenne des têtes</translation>
    </message>
    <message>
        <source>head %1 of each layer</source>
        <translation>tête %1 de chaque couche</translation>
    </message>
    <message>
        <source>in the input</source>
        <translation>à l’entrée</translation>
    </message>
    <message>
        <source>after layer %1</source>
        <translation>après la couche %1</translation>
    </message>
    <message>
        <source>Flow into “%1” %2, %3</source>
        <translation>Flux vers « %1 » %2, %3</translation>
    </message>
    <message>
        <source>Input at the bottom, each layer above.</source>
        <translation>Entrée en bas, chaque couche au-dessus.</translation>
    </message>
    <message>
        <source>Half of each step is the token itself (residual stream).</source>
        <translation>La moitié de chaque pas est le token lui-même (flux résiduel).</translation>
    </message>
    <message>
        <source>Strongest %1 links per layer; %2 weaker links hidden.</source>
        <translation>Les %1 liens les plus forts d’une couche ; %2 plus faibles sont omis.</translation>
    </message>
    <message>
        <source>Links below %1 hidden.</source>
        <translation>Liens inférieurs à %1 masqués.</translation>
    </message>
    <message>
        <source>Token flow needs self-attention</source>
        <translation>Un flux de tokens exige les mêmes tokens comme requêtes et comme clés</translation>
    </message>
    <message>
        <source>Token flow needs every layer; the file contains only some</source>
        <translation>Un flux de tokens a besoin de toutes les couches, et le fichier n’en contient que certaines</translation>
    </message>
    <message>
        <source>%1 of “%2” %3</source>
        <translation>%1 de « %2 » %3</translation>
    </message>
    <message>
        <source>“%1” (%2) %3</source>
        <translation>« %1 » (%2) %3</translation>
    </message>
    <message>
        <source>takes from </source>
        <translation>prend de </translation>
    </message>
    <message>
        <source>Token flow without tokens.</source>
        <translation>Flux de tokens sans tokens.</translation>
    </message>
    <message>
        <source> Largest shares of the input: </source>
        <translation> Plus grandes parts de l’entrée : </translation>
    </message>
    <message>
        <source>input</source>
        <translation>entrée</translation>
    </message>
    <message>
        <source>layer %1</source>
        <translation>couche %1</translation>
    </message>
    <message>
        <source>%1 heads</source>
        <translation>%1 têtes</translation>
    </message>
    <message>
        <source>Heads </source>
        <translation>Têtes </translation>
    </message>
    <message>
        <source>Strongest %1 links; %2 weaker links hidden.</source>
        <translation>Les %1 liens les plus forts ; %2 plus faibles masqués.</translation>
    </message>
    <message>
        <source>Line strength: %1, %2.</source>
        <translation>Force du trait : %1, %2.</translation>
    </message>
    <message>
        <source>the same for every head</source>
        <translation>la même pour chaque tête</translation>
    </message>
    <message>
        <source>up to the largest one drawn</source>
        <translation>jusqu’au plus grand dessiné</translation>
    </message>
    <message>
        <source>“%1” to “%2” %3</source>
        <translation>« %1 » vers « %2 » %3</translation>
    </message>
    <message>
        <source>Strongest: </source>
        <translation>Les plus forts : </translation>
    </message>
    <message>
        <source>Hatched: tokens that only A (+) or only B (−) has.</source>
        <translation>Hachuré : tokens que seul A (+) ou seul B (−) possède.</translation>
    </message>
    <message>
        <source>Each pixel shows the largest of %1 × %2 differences.</source>
        <translation>Chaque point est la plus grande de %1 × %2 différences.</translation>
    </message>
    <message>
        <source>Each pixel shows the largest of up to %1 × %2 differences.</source>
        <translation>Chaque point est la plus grande d’au plus %1 × %2 différences.</translation>
    </message>
    <message>
        <source>Numbers are percentages.</source>
        <translation>Les nombres sont des pourcentages.</translation>
    </message>
    <message>
        <source>Heatmap without tokens.</source>
        <translation>Carte de chaleur sans tokens.</translation>
    </message>
    <message>
        <source>layer %1, %2</source>
        <translation>couche %1, %2</translation>
    </message>
    <message>
        <source>some tokens</source>
        <translation>certains tokens</translation>
    </message>
    <message>
        <source>tokens</source>
        <translation>tokens</translation>
    </message>
    <message>
        <source>Labels: %1 of queries, %2 of keys.</source>
        <translation>Étiquettes : %1 des requêtes, %2 des clés.</translation>
    </message>
    <message>
        <source>Labels: some of the %1.</source>
        <translation>Étiquettes : pas toutes (%1).</translation>
    </message>
    <message>
        <source>Labels: %1.</source>
        <translation>Étiquettes : %1.</translation>
    </message>
    <message>
        <source>: no link is strong enough to be drawn</source>
        <translation>: aucun lien n’est assez fort pour être dessiné</translation>
    </message>
    <message>
        <source> attends to </source>
        <translation> regarde </translation>
    </message>
    <message>
        <source> is attended to by </source>
        <translation> est regardé par </translation>
    </message>
    <message>
        <source>Links without tokens.</source>
        <translation>Liens sans tokens.</translation>
    </message>
    <message>
        <source>Links from query tokens to the tokens they attend to, </source>
        <translation>Liens des tokens requêtes vers ceux qu’ils regardent, </translation>
    </message>
    <message>
        <source>query</source>
        <translation>requête</translation>
    </message>
    <message>
        <source>attends to</source>
        <translation>regarde</translation>
    </message>
    <message>
        <source>head</source>
        <translation>tête</translation>
    </message>
    <message>
        <source>The bar for %1 has its own scale: full height = 100%.</source>
        <translation>La barre pour %1 a sa propre échelle : sa pleine hauteur est 100 %.</translation>
    </message>
    <message>
        <source>Row profile without tokens.</source>
        <translation>Profil de ligne sans tokens.</translation>
    </message>
    <message>
        <source>Head similarity</source>
        <translation>Similarité des têtes</translation>
    </message>
    <message>
        <source>Head similarity, %1 layers × %2 heads</source>
        <translation>Similarité des têtes, %1 couches × %2 têtes</translation>
    </message>
    <message>
        <source>Near dots attend similarly: Jensen–Shannon distance on this text, laid out in two dimensions.</source>
        <translation>Les points proches regardent de façon semblable : distance de Jensen–Shannon sur ce texte, en deux dimensions.</translation>
    </message>
    <message>
        <source>Layout distorts distances by %1 (stress). Directions have no meaning.</source>
        <translation>Le plan change les distances de %1 dans l’ensemble (stress) ; les directions n’ont pas de sens.</translation>
    </message>
    <message>
        <source>nearest: </source>
        <translation>les plus proches : </translation>
    </message>
    <message>
        <source>Head similarity without tokens.</source>
        <translation>Similarité des têtes sans tokens.</translation>
    </message>
    <message>
        <source>. Similar heads are near each other.</source>
        <translation>. Les têtes qui regardent de façon semblable sont proches.</translation>
    </message>
    <message>
        <source> The most similar are %1 and %2 (distance %3).</source>
        <translation> Les plus semblables sont %1 et %2 (distance %3).</translation>
    </message>
    <message>
        <source>One head unlabelled (no room).</source>
        <translation>Une tête est sans étiquette faute de place.</translation>
    </message>
    <message>
        <source>%1 heads unlabelled (no room).</source>
        <translation>%1 têtes sont sans étiquette faute de place.</translation>
    </message>
    <message>
        <source>Each cell is a number: orange positive, blue negative; full colour at ±%1.</source>
        <translation>Une cellule est un nombre : orange au-dessus de 0, bleu en dessous ; le plus vif à ±%1.</translation>
    </message>
    <message>
        <source> The mix has its own scale, up to ±%1.</source>
        <translation> Le mélange a sa propre échelle, jusqu’à ±%1.</translation>
    </message>
    <message>
        <source>%1 of %2 tokens: those with the largest weights.</source>
        <translation>%1 sur %2 tokens : ceux aux plus grands poids.</translation>
    </message>
    <message>
        <source>mix</source>
        <translation>mélange</translation>
    </message>
    <message>
        <source>A walkthrough without a token.</source>
        <translation>Un parcours sans token.</translation>
    </message>
    <message>
        <source>Step %1 of %2 of a walkthrough. %3. %4 (%5.)</source>
        <translation>Étape %1 sur %2 d’un parcours. %3. %4 (%5.)</translation>
    </message>
    <message>
        <source>head %1 adds %2</source>
        <translation>la tête %1 ajoute %2</translation>
    </message>
    <message>
        <source>“%1”: score %2, weight %3</source>
        <translation>« %1 » : score %2, poids %3</translation>
    </message>
    <message>
        <source>“%1” is masked</source>
        <translation>« %1 » est masqué</translation>
    </message>
    <message>
        <source>The text becomes tokens</source>
        <translation>Le texte devient des tokens</translation>
    </message>
    <message>
        <source>The model reads the text as %1 tokens. We follow one of them, %2, through head %3 of layer %4. </source>
        <translation>Le modèle lit le texte comme %1 tokens. Nous suivons l’un d’eux, %2, à travers la tête %3 de la couche %4. </translation>
    </message>
    <message>
        <source>It can see itself and earlier tokens, not the pale ones.</source>
        <translation>Il peut se regarder lui-même et ce qui le précède, pas les pâles.</translation>
    </message>
    <message>
        <source>It can see all of them.</source>
        <translation>Il peut tous les voir.</translation>
    </message>
    <message>
        <source>Token %1 of %2, counted from 0.</source>
        <translation>Token %1 sur %2, compté à partir de 0.</translation>
    </message>
    <message>
        <source>The query: what %1 looks for</source>
        <translation>La requête : ce que cherche %1</translation>
    </message>
    <message>
        <source>%1 enters the layer as a vector. The head turns it into a shorter one, its query: %2 numbers that say what %1 looks for.</source>
        <translation>%1 entre dans la couche comme un vecteur. La tête en fait un plus court, sa requête : %2 nombres qui disent ce que %1 cherche.</translation>
    </message>
    <message>
        <source>q = W_Q x: %1 numbers, length ‖q‖ = %2</source>
        <translation>q = W_Q x : %1 nombres, longueur ‖q‖ = %2</translation>
    </message>
    <message>
        <source>Keys: what every token offers</source>
        <translation>Clés : ce que chaque token offre</translation>
    </message>
    <message>
        <source>Every token also has a key: numbers that say what it offers. Where key and query have the same colour, they agree.</source>
        <translation>De même, chaque token a une clé : une liste de nombres qui dit ce qu’il a à offrir. Là où des couleurs se trouvent sous la même couleur de la requête, les deux s’accordent.</translation>
    </message>
    <message>
        <source>k = W_K x: as long as the query; ‖k‖ = %1 for %2</source>
        <translation>k = W_K x : aussi longue que la requête ; ‖k‖ = %1 pour %2</translation>
    </message>
    <message>
        <source>no. %1: %2</source>
        <translation>no %1 : %2</translation>
    </message>
    <message>
        <source>q · k = %1 for %2; most of it from %3</source>
        <translation>q · k = %1 pour %2 ; l’essentiel vient de %3</translation>
    </message>
    <message>
        <source>. After scaling, %1 of it is content and %2 position</source>
        <translation>. Après mise à l’échelle, %1 vient du contenu et %2 de la position</translation>
    </message>
    <message>
        <source>Scores: how well each key matches the query</source>
        <translation>Scores : à quel point chaque clé convient à la requête</translation>
    </message>
    <message>
        <source>Query and key are multiplied number by number and added up. The better the match, the higher the score: %1 matches best.</source>
        <translation>Requête et clé sont multipliées nombre par nombre, et les produits additionnés. Mieux une clé convient, plus son score est haut : %1 convient le mieux.</translation>
    </message>
    <message>
        <source>All scores are scaled down equally, so no single one takes everything.</source>
        <translation>Tous les scores sont réduits par le même facteur, pour qu’aucun ne prenne tout.</translation>
    </message>
    <message>
        <source>Tokens the query cannot see are masked out.</source>
        <translation>Les tokens que la requête ne peut pas voir sont retirés.</translation>
    </message>
    <message>
        <source>score = %1 · (q · k)</source>
        <translation>score = %1 · (q · k)</translation>
    </message>
    <message>
        <source> + position bias</source>
        <translation> + ce qu’ajoute la distance entre les deux</translation>
    </message>
    <message>
        <source>Scores are scaled and masked</source>
        <translation>Les scores sont mis à l’échelle, et ce qui suit est caché</translation>
    </message>
    <message>
        <source>Scores are scaled</source>
        <translation>Les scores sont mis à l’échelle</translation>
    </message>
    <message>
        <source>Softmax turns scores into shares of 100%: the weights in the heatmap row of %1. %2 gets %3.</source>
        <translation>Softmax change les scores en parts de 100 % : les poids d’attention, tels qu’ils figurent dans la ligne de %1 de la carte de chaleur. %2 reçoit %3.</translation>
    </message>
    <message>
        <source>It is not a word: heads rest on it when nothing matches (a sink).</source>
        <translation>Il ne représente aucun mot : les têtes s’y reposent quand elles ne trouvent rien à regarder.</translation>
    </message>
    <message>
        <source>An intervention changed them.</source>
        <translation>Une intervention les a changés.</translation>
    </message>
    <message>
        <source>Softmax: scores become shares</source>
        <translation>Softmax : les scores deviennent des parts</translation>
    </message>
    <message>
        <source>weight = e^score ÷ Σ e^score; ln Σ e^score = %1, Σ weights = %2</source>
        <translation>poids = e^score ÷ Σ e^score ; ln Σ e^score = %1, Σ poids = %2</translation>
    </message>
    <message>
        <source>Values are mixed by weight</source>
        <translation>Les valeurs sont mêlées selon le poids</translation>
    </message>
    <message>
        <source>Each token passes on its value. The head mixes all values by weight; faint ones barely count. The mix is what the head found for %1.</source>
        <translation>Ce qu’un token transmet, ce sont ses valeurs. La tête mêle celles de tous les tokens, chacune selon son poids (les pâles ne comptent guère). Le mélange est ce que la tête a trouvé pour %1.</translation>
    </message>
    <message>
        <source>mix = Σ weight · value: %1 numbers, length %2</source>
        <translation>mélange = Σ poids · valeur : %1 nombres, longueur %2</translation>
    </message>
    <message>
        <source>All %1 heads of the layer</source>
        <translation>Les %1 têtes de la couche</translation>
    </message>
    <message>
        <source>Other heads ask other questions of the same text at the same time. Each row shows where one of them looks from %1.</source>
        <translation>D’autres têtes posent en même temps d’autres questions au même texte. Chaque ligne montre où l’une d’elles regarde depuis %1.</translation>
    </message>
    <message>
        <source>Row = weights of one head, head %1 framed</source>
        <translation>Ligne = poids d’une tête, tête %1 encadrée</translation>
    </message>
    <message>
        <source>What the heads add</source>
        <translation>Ce qui quitte la couche</translation>
    </message>
    <message>
        <source>Each head adds its result to the vector of %1, and the model goes on from there. Longer bars add more: head %2 adds most.</source>
        <translation>Chaque tête écrit ce qu’elle a trouvé dans le vecteur de %1, et la couche suivante repart de là. Plus la barre est longue, plus elle écrit : la tête %2 le plus.</translation>
    </message>
    <message>
        <source>‖W_O mix‖ of each head; ‖x‖ = %1 as it enters the layer; head %2 adds %3</source>
        <translation>‖W_O mélange‖ de chaque tête ; ‖x‖ = %1 à l’entrée de la couche ; la tête %2 ajoute %3</translation>
    </message>
    <message>
        <source>%1st</source>
        <translation>%1e</translation>
    </message>
    <message>
        <source>%1nd</source>
        <translation>%1e</translation>
    </message>
    <message>
        <source>%1rd</source>
        <translation>%1e</translation>
    </message>
    <message>
        <source>%1th</source>
        <translation>%1e</translation>
    </message>
    <message>
        <source>every head</source>
        <translation>toutes les têtes</translation>
    </message>
    <message>
        <source>layers %1</source>
        <translation>couches %1</translation>
    </message>
    <message>
        <source>heads %1</source>
        <translation>têtes %1</translation>
    </message>
    <message>
        <source>, in %1</source>
        <translation>, seulement %1</translation>
    </message>
    <message>
        <source>every token</source>
        <translation>tous les tokens</translation>
    </message>
    <message>
        <source>token %1</source>
        <translation>token %1</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 à %2</translation>
    </message>
    <message>
        <source>the last token</source>
        <translation>le dernier token</translation>
    </message>
    <message>
        <source>punctuation</source>
        <translation>ponctuation</translation>
    </message>
    <message>
        <source>the sink</source>
        <translation>le puits</translation>
    </message>
    <message>
        <source>Switch %1 off</source>
        <translation>Éteindre : %1</translation>
    </message>
    <message>
        <source>Mean-ablate %1 over the text</source>
        <translation>%1 : mettre sa moyenne sur le texte</translation>
    </message>
    <message>
        <source>Mean-ablate %1 over %2</source>
        <translation>%1 : mettre sa moyenne sur %2</translation>
    </message>
    <message>
        <source>Let %1 attend to nothing</source>
        <translation>Empêcher %1 de faire attention à quoi que ce soit</translation>
    </message>
    <message>
        <source>Hide %1 from all</source>
        <translation>Cacher à tous : %1</translation>
    </message>
    <message>
        <source>Hide %1 from %2</source>
        <translation>Cacher %1, à : %2</translation>
    </message>
    <message>
        <source>Sharpen attention: temperature %1</source>
        <translation>Aiguiser l’attention : température %1</translation>
    </message>
    <message>
        <source>Flatten attention: temperature %1</source>
        <translation>Aplatir l’attention : température %1</translation>
    </message>
    <message>
        <source>Spread %1 evenly</source>
        <translation>%1 : regarder tous de la même façon</translation>
    </message>
    <message>
        <source>Cap %1 at %2</source>
        <translation>%1 : au plus %2</translation>
    </message>
    <message>
        <source>Emphasise %1, weight × %2</source>
        <translation>Renforcer : %1, poids × %2</translation>
    </message>
    <message>
        <source>Weaken %1, weight × %2</source>
        <translation>Affaiblir : %1, poids × %2</translation>
    </message>
    <message>
        <source>Drop %1 of the weights at random</source>
        <translation>Supprimer au hasard %1 des poids</translation>
    </message>
    <message>
        <source>, %1 draws</source>
        <translation>, %1 tirages</translation>
    </message>
    <message>
        <source>Patch pattern of %1 from %2</source>
        <translation>%1 : regarder comme dans %2</translation>
    </message>
    <message>
        <source>Patch output of %1 from %2</source>
        <translation>%1 : prendre ce qu’elle dit dans %2</translation>
    </message>
    <message>
        <source>Zero ablation (Michel et al. 2019)</source>
        <translation>Ablation à zéro (Michel et al. 2019)</translation>
    </message>
    <message>
        <source>Mean ablation over the text</source>
        <translation>Ablation à la moyenne sur le texte</translation>
    </message>
    <message>
        <source>Mean ablation over another text (Wang et al. 2022)</source>
        <translation>Ablation à la moyenne sur un autre texte (Wang et al. 2022)</translation>
    </message>
    <message>
        <source>Attention knockout (Geva et al. 2023), rows renormalised</source>
        <translation>Coupure d’attention (Geva et al. 2023), lignes ramenées à une somme de 1</translation>
    </message>
    <message>
        <source>Softmax temperature: softmax(scores / T)</source>
        <translation>Température du softmax : softmax(scores / T)</translation>
    </message>
    <message>
        <source>Uniform attention over the visible keys</source>
        <translation>Attention uniforme sur les clés visibles</translation>
    </message>
    <message>
        <source>Weight cap; the excess goes to other keys in proportion</source>
        <translation>Plafond de poids ; l’excédent va aux autres clés en proportion</translation>
    </message>
    <message>
        <source>Attention steering (PASTA, Zhang et al. 2023), rows renormalised</source>
        <translation>Guidage de l’attention (PASTA, Zhang et al. 2023), lignes renormalisées</translation>
    </message>
    <message>
        <source>Key re-weighting, rows renormalised</source>
        <translation>Repondération des clés, lignes renormalisées</translation>
    </message>
    <message>
        <source>Attention dropout as in training (Vaswani et al. 2017)</source>
        <translation>Dropout d’attention comme à l’entraînement (Vaswani et al. 2017)</translation>
    </message>
    <message>
        <source>Attention pattern patching (Vig et al. 2020)</source>
        <translation>Greffe du motif d’attention (Vig et al. 2020)</translation>
    </message>
    <message>
        <source>Activation patching of the head&apos;s output (Vig et al. 2020)</source>
        <translation>Greffe d’activation de la sortie de la tête (Vig et al. 2020)</translation>
    </message>
    <message>
        <source>All panels</source>
        <translation>Tous les panneaux</translation>
    </message>
    <message>
        <source>The whole workspace</source>
        <translation>Tout l’espace de travail</translation>
    </message>
    <message>
        <source>attention weights</source>
        <translation>poids d’attention</translation>
    </message>
    <message>
        <source>value-weighted norm</source>
        <translation>norme de ce qui arrive</translation>
    </message>
    <message>
        <source>norm, whole layer</source>
        <translation>norme, toutes les têtes ensemble</translation>
    </message>
    <message>
        <source>norm with residual</source>
        <translation>norme avec résidu</translation>
    </message>
    <message>
        <source>ALTI contributions</source>
        <translation>contributions</translation>
    </message>
    <message>
        <source>value zeroing</source>
        <translation>annulation de valeur</translation>
    </message>
    <message>
        <source>effective attention</source>
        <translation>attention effective</translation>
    </message>
    <message>
        <source>Attention weights after softmax.</source>
        <translation>Les poids du softmax.</translation>
    </message>
    <message>
        <source>Norm of weight × transformed value, as a share of its row (Kobayashi et al. 2020).</source>
        <translation>La longueur du vecteur qu’apporte un token, en part de sa ligne (Kobayashi et al. 2020).</translation>
    </message>
    <message>
        <source>Norm of the sum over the layer&apos;s heads (Kobayashi et al. 2020).</source>
        <translation>Idem pour toutes les têtes d’une couche ensemble (Kobayashi et al. 2020).</translation>
    </message>
    <message>
        <source>The same, with residual and layer norm (Kobayashi et al. 2021).</source>
        <translation>Toutes les têtes ensemble avec le résidu et la normalisation (Kobayashi et al. 2021).</translation>
    </message>
    <message>
        <source>How much a token&apos;s vector moves the layer towards its output (ALTI, Ferrando et al. 2022).</source>
        <translation>De combien un token rapproche la sortie de la couche de ce qu’elle est (Ferrando et al. 2022).</translation>
    </message>
    <message>
        <source>Cosine change of the layer&apos;s output when the token&apos;s value is zeroed, as a share of its row (Mohebbi et al. 2023).</source>
        <translation>De combien tourne la sortie de la couche sans la valeur d’un token, en part de sa ligne (Mohebbi et al. 2023).</translation>
    </message>
    <message>
        <source>Weights without the part that cannot affect the output (Brunner et al. 2020); negative values drawn as 0.</source>
        <translation>La part des poids qui atteint la sortie (Brunner et al. 2020) ; ce qui est sous 0 a la couleur de 0.</translation>
    </message>
    <message>
        <source>Head means multiplied through all layers to the input (Abnar and Zuidema 2020).</source>
        <translation>La moyenne des têtes suivie à travers toutes les couches jusqu’à l’entrée (Abnar et Zuidema 2020).</translation>
    </message>
    <message>
        <source>1 span</source>
        <translation>1 segment</translation>
    </message>
    <message>
        <source>%1 spans</source>
        <translation>%1 segments</translation>
    </message>
    <message>
        <source>without special tokens</source>
        <translation>sans tokens spéciaux</translation>
    </message>
    <message>
        <source>without special tokens, rows not renormalised</source>
        <translation>sans tokens spéciaux, lignes non renormalisées</translation>
    </message>
    <message>
        <source>without sink</source>
        <translation>sans puits</translation>
    </message>
    <message>
        <source>weights ≥ %1</source>
        <translation>poids ≥ %1</translation>
    </message>
    <message>
        <source>at least %1 tokens apart</source>
        <translation>à %1 tokens au moins</translation>
    </message>
    <message>
        <source>top %1</source>
        <translation>les %1 plus grands</translation>
    </message>
    <message>
        <source>parts of the row maximum</source>
        <translation>parts du maximum de la ligne</translation>
    </message>
    <message>
        <source>transposed</source>
        <translation>transposé</translation>
    </message>
    <message>
        <source>mean of all heads</source>
        <translation>moyenne de toutes les têtes</translation>
    </message>
    <message>
        <source>maximum of all heads</source>
        <translation>maximum de toutes les têtes</translation>
    </message>
    <message>
        <source>Merges subwords: attention to a word is a sum, from it a mean.</source>
        <translation>Les morceaux d’un mot comme un seul : le poids vers un mot est la somme sur ses morceaux, depuis un mot la moyenne.</translation>
    </message>
    <message>
        <source>Merges sentences: attention to a sentence is a sum, from it a mean.</source>
        <translation>Fusionne les phrases : l’attention vers une phrase est une somme, depuis elle une moyenne.</translation>
    </message>
    <message>
        <source>Merges the tokens of a span: attention to it is a sum, from it a mean.</source>
        <translation>Fusionne les tokens d’un segment : l’attention vers lui est une somme, depuis lui une moyenne.</translation>
    </message>
    <message>
        <source>Removes special tokens; rows renormalised.</source>
        <translation>Sans les tokens ajoutés par le tokeniseur ; les lignes font de nouveau 1.</translation>
    </message>
    <message>
        <source>Removes special tokens; rows not renormalised.</source>
        <translation>Sans les tokens ajoutés par le tokeniseur ; les lignes font moins de 1.</translation>
    </message>
    <message>
        <source>Removes the sink (first or special tokens); rows renormalised.</source>
        <translation>Sans le premier token ou les tokens spéciaux, qui prennent de la masse sans signification ; les lignes font de nouveau 1.</translation>
    </message>
    <message>
        <source>Weights below %1 are shown as 0.</source>
        <translation>Les poids sous %1 sont montrés comme 0.</translation>
    </message>
    <message>
        <source>Weights between tokens less than %1 apart are shown as 0; long-range links remain.</source>
        <translation>Les poids entre tokens à moins de %1 d’écart sont montrés comme 0 : il reste la longue portée.</translation>
    </message>
    <message>
        <source>The %1 largest weights of each query; the others are shown as 0.</source>
        <translation>Les %1 plus grands poids de chaque requête ; les autres sont montrés comme 0.</translation>
    </message>
    <message>
        <source>Each row divided by its maximum; the values are no longer weights of the model.</source>
        <translation>Chaque ligne divisée par son maximum ; les valeurs ne sont plus des poids du modèle.</translation>
    </message>
    <message>
        <source>Rows show what attends to a token; columns sum to 1.</source>
        <translation>Chaque ligne dit ce qui regarde un token ; les colonnes font 1.</translation>
    </message>
    <message>
        <source>Mean over the layer&apos;s heads.</source>
        <translation>La moyenne sur toutes les têtes de la couche.</translation>
    </message>
    <message>
        <source>Maximum over the layer&apos;s heads; rows can sum to more than 1.</source>
        <translation>Le plus grand poids qu’ait une tête de la couche ; les lignes font plus de 1.</translation>
    </message>
    <message>
        <source>mean of %1 heads</source>
        <translation>moyenne de %1 têtes</translation>
    </message>
    <message>
        <source>maximum of %1 heads</source>
        <translation>maximum de %1 têtes</translation>
    </message>
    <message>
        <source>all heads</source>
        <translation>toutes les têtes</translation>
    </message>
    <message>
        <source>%1:  only one side has this token</source>
        <translation>%1 :  un seul côté a ce token</translation>
    </message>
    <message>
        <source>%1:  %2   ·   row sum %3</source>
        <translation>%1 :  %2   ·   somme de la ligne %3</translation>
    </message>
    <message>
        <source>model 2</source>
        <translation>modèle 2</translation>
    </message>
    <message>
        <source>text B</source>
        <translation>texte B</translation>
    </message>
    <message>
        <source>with changes</source>
        <translation>avec modifications</translation>
    </message>
    <message>
        <source>layer %1, head %2</source>
        <translation>couche %1, tête %2</translation>
    </message>
    <message>
        <source>model %1</source>
        <translation>modèle %1</translation>
    </message>
    <message>
        <source>text A</source>
        <translation>texte A</translation>
    </message>
    <message>
        <source>without changes</source>
        <translation>sans modifications</translation>
    </message>
    <message>
        <source>Rings: the strongest source token of each row.</source>
        <translation>Anneaux : le token source le plus fort de chaque ligne.</translation>
    </message>
    <message>
        <source>rows by predicted token</source>
        <translation>lignes selon ce qu’elles écrivent</translation>
    </message>
    <message>
        <source>Labels each row with the token it predicted: where the model attended to generate it.</source>
        <translation>Chaque ligne sous le token qu’elle dit ensuite : où le modèle regardait en écrivant ce token.</translation>
    </message>
    <message>
        <source>Predicted next</source>
        <translation>Token suivant</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>Classes</translation>
    </message>
    <message>
        <source>Prediction for “%1” (token %2)</source>
        <translation>À la place de « %1 » (token %2)</translation>
    </message>
    <message>
        <source>Class of “%1” (token %2)</source>
        <translation>Classe de « %1 » (token %2)</translation>
    </message>
    <message>
        <source>%1: hatched, with its own bar.</source>
        <translation>%1 est hachuré, avec une barre à part.</translation>
    </message>
    <message>
        <source>No image: this model read a text</source>
        <translation>Pas d’image : ce modèle a lu un texte</translation>
    </message>
    <message>
        <source>No image for the overlay.</source>
        <translation>Pas d’image pour la superposition.</translation>
    </message>
    <message>
        <source>The image with the attention of one token laid over its %1 patches. </source>
        <translation>L’image avec l’attention d’un token posée sur ses %1 carreaux. </translation>
    </message>
    <message>
        <source>Cover %1 with the image&apos;s mean colour</source>
        <translation>Couvrir %1 de la couleur moyenne de l’image</translation>
    </message>
    <message>
        <source>Cover %1 with grey</source>
        <translation>Couvrir %1 de gris</translation>
    </message>
    <message>
        <source>Occlusion of image patches (Zeiler and Fergus 2014)</source>
        <translation>Occultation de carreaux de l’image (Zeiler et Fergus 2014)</translation>
    </message>
    <message>
        <source>%1: expected a figure exported by Headlight, found no session in it</source>
        <translation>%1 : figure exportée par Headlight attendue, elle ne contient pas de session</translation>
    </message>
    <message>
        <source>%1: file not found</source>
        <translation>%1 : fichier introuvable</translation>
    </message>
    <message>
        <source>token flow: expected as many queries as keys, found %1 and %2</source>
        <translation>flux de tokens : autant de requêtes que de clés attendues, %1 et %2 trouvées</translation>
    </message>
    <message>
        <source>image &apos;%1&apos;: file not found</source>
        <translation>image « %1 » : fichier introuvable</translation>
    </message>
    <message>
        <source>image &apos;%1&apos;: expected at most %2 pixels per side, found %3 x %4</source>
        <translation>image « %1 » : au plus %2 pixels par côté attendus, %3 x %4 trouvés</translation>
    </message>
    <message>
        <source>image &apos;%1&apos;: expected a picture, found %2</source>
        <translation>image « %1 » : image attendue, %2</translation>
    </message>
    <message>
        <source>walkthrough: expected the run of a model, found attention without queries and keys</source>
        <translation>visite : exécution d’un modèle attendue, l’attention est sans requêtes ni clés</translation>
    </message>
    <message>
        <source>%1 contains only attention; there is no model to change.</source>
        <translation>%1 ne contient que de l’attention : il n’y a pas de modèle à modifier.</translation>
    </message>
    <message>
        <source>none: this model reads images</source>
        <translation>aucun : ce modèle lit des images</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 tokens</translation>
    </message>
    <message>
        <source>none: token ids only</source>
        <translation>aucun : identifiants de tokens seulement</translation>
    </message>
    <message>
        <source>Stopped after %1 tokens; the model would continue.</source>
        <translation>Arrêté après %1 tokens ; le modèle continuerait.</translation>
    </message>
    <message>
        <source>it needs a run of a model; the file contains only weights.</source>
        <translation>elle demande l’exécution d’un modèle ; le fichier ne contient que des poids.</translation>
    </message>
    <message>
        <source>The text has %1 tokens; the model was trained on up to %2. Results beyond that are unreliable.</source>
        <translation>Le texte a %1 tokens, le modèle a été entraîné sur %2 au plus : au-delà, ce qu’il fait n’est pas fiable.</translation>
    </message>
    <message>
        <source>session: model “%1” not found</source>
        <translation>session : modèle « %1 » introuvable</translation>
    </message>
    <message>
        <source>The model &apos;%1&apos; has no tokenizer; use token ids.</source>
        <translation>Le modèle « %1 » n’a pas de tokenizer ; utilisez des identifiants de tokens.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; has learned positions for %2 tokens and cannot read more.</source>
        <translation>« %1 » a des positions apprises pour %2 tokens et ne peut pas en lire plus.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; was trained on up to %2 tokens. Results beyond that are unreliable.</source>
        <translation>« %1 » a été entraîné sur %2 tokens au plus : au-delà, ce qu’il fait n’est pas fiable.</translation>
    </message>
    <message>
        <source>%1: expected a session of at most %2 MiB, found %3 bytes</source>
        <translation>%1 : session d’au plus %2 Mio attendue, %3 octets trouvés</translation>
    </message>
    <message>
        <source>%1: expected a session of version %2 or older, found version %3 of a newer Headlight</source>
        <translation>%1 : session de version %2 ou antérieure attendue, version %3 trouvée : un Headlight plus récent l’a écrite</translation>
    </message>
    <message>
        <source>Token ids: expected whole numbers such as 101 2023 102, found “%1”.</source>
        <translation>Identifiants de tokens : nombres entiers comme 101 2023 102 attendus, « %1 » trouvé.</translation>
    </message>
    <message>
        <source>A workspace has at most %1 panels.</source>
        <translation>Un espace de travail a au plus %1 panneaux.</translation>
    </message>
    <message>
        <source>A model has at most %1 changes.</source>
        <translation>Un modèle a au plus %1 modifications.</translation>
    </message>
    <message>
        <source>A deck has at most %1 slides.</source>
        <translation>Une présentation a au plus %1 pages.</translation>
    </message>
    <message>
        <source>A panel has at most %1 lenses.</source>
        <translation>Un panneau a au plus %1 lentilles.</translation>
    </message>
    <message>
        <source>A panel shows at most %1 heads.</source>
        <translation>Un panneau montre au plus %1 têtes.</translation>
    </message>
    <message>
        <source>A lens has at most %1 spans.</source>
        <translation>Une lentille a au plus %1 segments.</translation>
    </message>
    <message>
        <source>No single head makes a difference.</source>
        <translation>Aucune tête seule ne fait de différence.</translation>
    </message>
    <message>
        <source>Numbers of %1</source>
        <translation>Nombres : %1</translation>
    </message>
    <message>
        <source>key</source>
        <translation>clé</translation>
    </message>
    <message>
        <source>%1: %2 ↓, %3 →</source>
        <comment>what a table holds, its rows, its columns</comment>
        <translation>%1 : %2 ↓, %3 →</translation>
    </message>
    <message>
        <source>Arrows point from the query to the key.</source>
        <translation>Les flèches vont de la requête à la clé.</translation>
    </message>
    <message>
        <source>Crossed out: heads that are switched off.</source>
        <translation>Barrées : têtes éteintes.</translation>
    </message>
    <message>
        <source>With a corner: heads that are changed.</source>
        <translation>Avec un coin : têtes modifiées.</translation>
    </message>
    <message>
        <source>Rows of a map are keys, columns queries.</source>
        <translation>Les lignes d’une carte sont des clés, les colonnes des requêtes.</translation>
    </message>
    <message>
        <source>, for each head up to its own maximum (100% of the bar).</source>
        <translation>, pour chaque tête jusqu’à son propre maximum (100 % de la barre).</translation>
    </message>
    <message>
        <source>Each pixel shows the largest of up to %1 × %1 cells.</source>
        <translation>Chaque pixel montre la plus grande d’au plus %1 × %1 cellules.</translation>
    </message>
    <message>
        <source>, up to the maximum of the head.</source>
        <translation>, jusqu’au maximum de la tête.</translation>
    </message>
    <message>
        <source>One cell has no value.</source>
        <translation>Une cellule n’a pas de valeur.</translation>
    </message>
    <message>
        <source>%1 cells have no value.</source>
        <translation>%1 cellules n’ont pas de valeur.</translation>
    </message>
    <message>
        <source>: “%1” as query</source>
        <translation> : « %1 » comme requête</translation>
    </message>
    <message>
        <source>: “%1” as key</source>
        <translation> : « %1 » comme clé</translation>
    </message>
    <message>
        <source>no value</source>
        <translation>pas de nombre</translation>
    </message>
    <message>
        <source>attended to by</source>
        <translation>regardé par</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <comment>side of a difference, what it is, its number</comment>
        <translation>%1, %2 : %3</translation>
    </message>
    <message>
        <source>Tint: %1 with the framed token as query.</source>
        <translation>Teinte : %1 avec le token encadré comme requête.</translation>
    </message>
    <message>
        <source>Tint: %1 with the framed token as key.</source>
        <translation>Teinte : %1 avec le token encadré comme clé.</translation>
    </message>
    <message>
        <source>, up to the largest number shown.</source>
        <translation>, jusqu’au plus grand nombre montré.</translation>
    </message>
    <message>
        <source>The text with its tokens tinted by %1. </source>
        <translation>Le texte dont les tokens sont teintés selon %1. </translation>
    </message>
    <message>
        <source>share, and %1 of other links</source>
        <translation>part, et %1 d’autres liens</translation>
    </message>
    <message>
        <source>Coloured: share of the selected token along a path. Grey: other links.</source>
        <translation>En couleur : part du token sélectionné le long d’un chemin. Gris : autres liens.</translation>
    </message>
    <message>
        <source>Token flow follows what queries attend to; it cannot be transposed</source>
        <translation>Un flux de tokens suit ce que regardent les requêtes : non transposé</translation>
    </message>
    <message>
        <source>the square root of the number</source>
        <translation>la racine carrée du nombre</translation>
    </message>
    <message>
        <source>the logarithm of the number</source>
        <translation>le logarithme du nombre</translation>
    </message>
    <message>
        <source>the number</source>
        <translation>le nombre</translation>
    </message>
    <message>
        <source>%1–%2 of %3</source>
        <translation>%1–%2 sur %3</translation>
    </message>
    <message>
        <source>Part of the map: rows %1, columns %2.</source>
        <translation>Partie de la carte : lignes %1, colonnes %2.</translation>
    </message>
    <message>
        <source>No difference beyond rounding (%1).</source>
        <translation>Aucune différence au-delà de l’arrondi (%1).</translation>
    </message>
    <message>
        <source>Each pixel shows the largest of %1 × %2 cells.</source>
        <translation>Chaque pixel montre la plus grande de %1 × %2 cellules.</translation>
    </message>
    <message>
        <source>Each pixel shows the largest of up to %1 × %2 cells.</source>
        <translation>Chaque pixel montre la plus grande d’au plus %1 × %2 cellules.</translation>
    </message>
    <message>
        <source>No difference</source>
        <translation>Aucune différence</translation>
    </message>
    <message>
        <source>Links from tokens to the query tokens that attend to them, </source>
        <translation>Liens des tokens vers les tokens requêtes qui les regardent, </translation>
    </message>
    <message>
        <source>Bars: %1, up to %2 at the upper edge.</source>
        <translation>Barres : %1, jusqu’à %2 au bord supérieur.</translation>
    </message>
    <message>
        <source>Muted: words that cannot see the token.</source>
        <translation>Pâles : mots qui ne peuvent pas voir le token.</translation>
    </message>
    <message>
        <source>Muted: words that the token cannot see.</source>
        <translation>Pâles : mots que le token ne peut pas voir.</translation>
    </message>
    <message>
        <source>Bar chart, %1. </source>
        <translation>Diagramme en barres, %1. </translation>
    </message>
    <message>
        <source>Near dots are attended to similarly: Jensen–Shannon distance on this text, laid out in two dimensions.</source>
        <translation>Les points proches sont regardés de façon semblable : distance de Jensen–Shannon sur ce texte, en deux dimensions.</translation>
    </message>
    <message>
        <source>. Heads that are attended to similarly are near each other.</source>
        <translation>. Les têtes où les tokens sont regardés de façon semblable sont proches les unes des autres.</translation>
    </message>
    <message>
        <source>share of norm</source>
        <translation>part de la norme</translation>
    </message>
    <message>
        <source>contribution</source>
        <translation>contribution</translation>
    </message>
    <message>
        <source>share of change</source>
        <translation>part du changement</translation>
    </message>
    <message>
        <source>effective weight</source>
        <translation>poids effectif</translation>
    </message>
    <message>
        <source>part of row maximum</source>
        <translation>part du maximum de la ligne</translation>
    </message>
    <message>
        <source>mean weight</source>
        <translation>poids moyen</translation>
    </message>
    <message>
        <source>largest weight</source>
        <translation>plus grand poids</translation>
    </message>
    <message>
        <source>%1:  no value</source>
        <translation>%1 :  pas de nombre</translation>
    </message>
    <message>
        <source>↑ %1 on %2, full = 100%</source>
        <translation>↑ %1 sur %2, plein = 100 %</translation>
    </message>
    <message>
        <source>Strip below: mean %1 on %2 (full = 100%), not on the colour scale.</source>
        <translation>Bande du bas : %1 moyen sur %2 (plein = 100 %), hors de l’échelle de couleurs.</translation>
    </message>
    <message>
        <source>Links to %1 hidden; bars: their mean %2, full = 100%.</source>
        <translation>Liens vers %1 masqués ; barres : leur %2 moyen, plein = 100 %.</translation>
    </message>
    <message>
        <source>Bars and hatching: %1 on %2, not on the colour scale.</source>
        <translation>Barres et hachures : %1 sur %2, hors de l’échelle de couleurs.</translation>
    </message>
    <message>
        <source>Heatmap of %1, %2</source>
        <translation>Carte de chaleur : %1, %2</translation>
    </message>
    <message>
        <source> The part on %1 is shown separately.</source>
        <translation> Ce qui est sur %1 est montré à part.</translation>
    </message>
    <message>
        <source>Bars: %1 on %2, full = 100%.</source>
        <translation>Barres : %1 sur %2, plein = 100 %.</translation>
    </message>
    <message>
        <source>Ablate %1</source>
        <translation>Ablation : %1</translation>
    </message>
    <message>
        <source>Remove change: %1</source>
        <translation>Retirer la modification : %1</translation>
    </message>
    <message>
        <source>Switch change on: %1</source>
        <translation>Activer la modification : %1</translation>
    </message>
    <message>
        <source>Switch change off: %1</source>
        <translation>Désactiver la modification : %1</translation>
    </message>
    <message>
        <source>Edit changes</source>
        <translation>Modifier la liste des modifications</translation>
    </message>
    <message>
        <source>Add lens: %1</source>
        <translation>Ajouter une lentille : %1</translation>
    </message>
    <message>
        <source>Remove lens: %1</source>
        <translation>Retirer une lentille : %1</translation>
    </message>
    <message>
        <source>Change lenses</source>
        <translation>Changer les lentilles</translation>
    </message>
    <message>
        <source>Show panel as: %1</source>
        <translation>Afficher le panneau en : %1</translation>
    </message>
    <message>
        <source>Change method: %1</source>
        <translation>Changer de méthode : %1</translation>
    </message>
    <message>
        <source>Show difference</source>
        <translation>Afficher la différence</translation>
    </message>
    <message>
        <source>End difference</source>
        <translation>Ne plus afficher la différence</translation>
    </message>
    <message>
        <source>Choose heads of panel</source>
        <translation>Choisir les têtes du panneau</translation>
    </message>
    <message>
        <source>Pin head %1 in panel</source>
        <translation>Épingler la tête %1 dans le panneau</translation>
    </message>
    <message>
        <source>Unpin head of panel</source>
        <translation>Détacher la tête du panneau</translation>
    </message>
    <message>
        <source>Change colour scale</source>
        <translation>Changer l’échelle des couleurs</translation>
    </message>
    <message>
        <source>Change threshold</source>
        <translation>Changer le seuil</translation>
    </message>
    <message>
        <source>Change panel</source>
        <translation>Modifier le panneau</translation>
    </message>
    <message>
        <source>Add panel</source>
        <translation>Ajouter un panneau</translation>
    </message>
    <message>
        <source>Add panels</source>
        <translation>Ajouter des panneaux</translation>
    </message>
    <message>
        <source>Close panel</source>
        <translation>Fermer le panneau</translation>
    </message>
    <message>
        <source>Move panel</source>
        <translation>Déplacer le panneau</translation>
    </message>
    <message>
        <source>Change panels</source>
        <translation>Modifier les panneaux</translation>
    </message>
    <message>
        <source>Add slide</source>
        <translation>Ajouter une diapositive</translation>
    </message>
    <message>
        <source>Remove slide</source>
        <translation>Retirer une diapositive</translation>
    </message>
    <message>
        <source>Edit slide</source>
        <translation>Modifier une diapositive</translation>
    </message>
    <message>
        <source>Move slide</source>
        <translation>Déplacer une diapositive</translation>
    </message>
    <message>
        <source>Open model %1</source>
        <translation>Ouvrir le modèle %1</translation>
    </message>
    <message>
        <source>Compare with model %1</source>
        <translation>Comparer avec le modèle %1</translation>
    </message>
    <message>
        <source>Stop comparing models</source>
        <translation>Terminer la comparaison des modèles</translation>
    </message>
    <message>
        <source>Open image</source>
        <translation>Ouvrir une image</translation>
    </message>
    <message>
        <source>Compare texts</source>
        <translation>Comparer des textes</translation>
    </message>
    <message>
        <source>Stop comparing texts</source>
        <translation>Terminer la comparaison des textes</translation>
    </message>
    <message>
        <source>Edit text</source>
        <translation>Modifier le texte</translation>
    </message>
    <message>
        <source>Edit text B</source>
        <translation>Modifier le texte B</translation>
    </message>
    <message>
        <source>Continue text</source>
        <translation>Continuer le texte</translation>
    </message>
    <message>
        <source>Show model with changes</source>
        <translation>Afficher le modèle avec les modifications</translation>
    </message>
    <message>
        <source>Show model without changes</source>
        <translation>Afficher le modèle sans les modifications</translation>
    </message>
    <message>
        <source>Maximise panel</source>
        <translation>Agrandir le panneau</translation>
    </message>
    <message>
        <source>Restore panels</source>
        <translation>Rétablir les panneaux</translation>
    </message>
    <message>
        <source>Sort heads</source>
        <translation>Trier les têtes</translation>
    </message>
    <message>
        <source>Filter heads</source>
        <translation>Filtrer les têtes</translation>
    </message>
    <message>
        <source>Select head %1</source>
        <translation>Choisir la tête %1</translation>
    </message>
    <message>
        <source>Pin token</source>
        <translation>Épingler le token</translation>
    </message>
    <message>
        <source>Unpin token</source>
        <translation>Libérer le token</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Zoom</translation>
    </message>
    <message>
        <source>Which heads &amp;matter…</source>
        <translation>&amp;Quelles têtes comptent…</translation>
    </message>
    <message>
        <source>Compare met&amp;hods…</source>
        <translation>&amp;Méthodes côte à côte…</translation>
    </message>
    <message>
        <source>Head &amp;table…</source>
        <translation>&amp;Têtes en chiffres…</translation>
    </message>
    <message>
        <source>&amp;Noise test…</source>
        <translation>&amp;Bruit dans le texte…</translation>
    </message>
    <message>
        <source>&amp;Cost…</source>
        <translation>&amp;Coût…</translation>
    </message>
    <message>
        <source>Dec&amp;k…</source>
        <translation>P&amp;résentation…</translation>
    </message>
    <message>
        <source>&amp;Walk through this head…</source>
        <translation>&amp;Parcourir cette tête…</translation>
    </message>
    <message>
        <source>&amp;Five things heads do…</source>
        <translation>Cinq choses que &amp;font les têtes…</translation>
    </message>
    <message>
        <source>&amp;Guide</source>
        <translation>&amp;Guide</translation>
    </message>
    <message>
        <source>Panel</source>
        <translation>Panneau</translation>
    </message>
    <message>
        <source>Show as %1</source>
        <translation>Afficher en %1</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>Tête</translation>
    </message>
    <message>
        <source>Layer %1 · Head %2</source>
        <translation>Couche %1 · Tête %2</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>%1, token %2</source>
        <translation>%1, token %2</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modèle</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>Exemple</translation>
    </message>
    <message>
        <source>Guide</source>
        <translation>Guide</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Modification</translation>
    </message>
    <message>
        <source>Decoder: within the target</source>
        <translation>Décodeur : au sein de la cible</translation>
    </message>
    <message>
        <source>Cross-attention: from target to source</source>
        <translation>Attention croisée : de la cible vers la source</translation>
    </message>
    <message>
        <source>Encoder: within the source</source>
        <translation>Encodeur : au sein de la source</translation>
    </message>
    <message>
        <source>decoder</source>
        <translation>décodeur</translation>
    </message>
    <message>
        <source>cross</source>
        <translation>croisée</translation>
    </message>
    <message>
        <source>encoder</source>
        <translation>encodeur</translation>
    </message>
    <message>
        <source>masked</source>
        <translation>non visible</translation>
    </message>
    <message>
        <source>masked for this query</source>
        <translation>non visible pour cette requête</translation>
    </message>
    <message>
        <source>Labels: the strongest and some other tokens.</source>
        <translation>Étiquettes : les tokens les plus forts et quelques autres.</translation>
    </message>
    <message>
        <source>Dots that would cover one another are moved apart.</source>
        <translation>Les points qui se recouvriraient sont écartés.</translation>
    </message>
    <message>
        <source>&amp;Score of a cell…</source>
        <translation>&amp;Score d’une cellule…</translation>
    </message>
    <message>
        <source>E&amp;xperts…</source>
        <translation>&amp;Experts…</translation>
    </message>
    <message>
        <source>Experts</source>
        <translation>Experts</translation>
    </message>
    <message>
        <source>Expert load: tokens per expert</source>
        <translation>Charge : tokens par expert</translation>
    </message>
    <message>
        <source>Experts by layer and token, expert %1.%2</source>
        <translation>Experts par couche et token, expert %1.%2</translation>
    </message>
    <message>
        <source>Experts by layer and token</source>
        <translation>Experts par couche et token</translation>
    </message>
    <message>
        <source>Tokens of expert %1.%2</source>
        <translation>Tokens de l’expert %1.%2</translation>
    </message>
    <message>
        <source>First expert of each token, layer %1</source>
        <translation>Premier expert de chaque token, couche %1</translation>
    </message>
    <message>
        <source>Colour and number: expert. Height: its weight; a whole cell is %1. Best expert at the top.</source>
        <translation>Couleur et nombre : expert. Hauteur : son poids ; une cellule entière vaut %1. Meilleur expert en haut.</translation>
    </message>
    <message>
        <source>Bar: tokens that chose the expert, up to %1. Line: even load.</source>
        <translation>Barre : tokens qui ont choisi l’expert, jusqu’à %1. Ligne : charge égale.</translation>
    </message>
    <message>
        <source>Coloured: tokens that chose the expert, with its weight.</source>
        <translation>En couleur : tokens qui ont choisi l’expert, avec son poids.</translation>
    </message>
    <message>
        <source>Colour and number: expert with the largest weight.</source>
        <translation>Couleur et nombre : expert de plus grand poids.</translation>
    </message>
    <message>
        <source>“%1”, layer %2: %3</source>
        <translation>« %1 », couche %2 : %3</translation>
    </message>
    <message>
        <source>no expert</source>
        <translation>aucun expert</translation>
    </message>
    <message>
        <source>Expert %1.%2: %3 of %4 tokens, %5 of all choices</source>
        <translation>Expert %1.%2 : %3 tokens sur %4, %5 de tous les choix</translation>
    </message>
    <message>
        <source>“%1”, layer %2: expert %3, weight %4</source>
        <translation>« %1 », couche %2 : expert %3, poids %4</translation>
    </message>
    <message>
        <source>Experts, without a text.</source>
        <translation>Experts, sans texte.</translation>
    </message>
    <message>
        <source>layer %1: expert %2 for %3 tokens</source>
        <translation>couche %1 : expert %2 pour %3 tokens</translation>
    </message>
    <message>
        <source>. Most used: %1.</source>
        <translation>. Les plus utilisés : %1.</translation>
    </message>
    <message>
        <source>content</source>
        <translation>contenu</translation>
    </message>
    <message>
        <source>Numbers that do not turn</source>
        <translation>Nombres qui ne tournent pas</translation>
    </message>
    <message>
        <source>Wavelength %1 tokens</source>
        <translation>Longueur d’onde : %1 tokens</translation>
    </message>
    <message>
        <source>added</source>
        <translation>ajouté</translation>
    </message>
    <message>
        <source>Position terms and soft cap</source>
        <translation>Termes de position et plafond doux</translation>
    </message>
    <message>
        <source>Score of a cell</source>
        <translation>Score d’une cellule</translation>
    </message>
    <message>
        <source>Why “%1” attends to “%2”: %3</source>
        <translation>Pourquoi « %1 » regarde « %2 » : %3</translation>
    </message>
    <message>
        <source>Score %1 = content %2 + rotary %3%4; weight %5.</source>
        <translation>Score %1 = contenu %2 + rotatif %3%4 ; poids %5.</translation>
    </message>
    <message>
        <source> + added %1</source>
        <translation> + ajouté %1</translation>
    </message>
    <message>
        <source>Masked: the query does not see this key.</source>
        <translation>Masqué : la requête ne voit pas cette clé.</translation>
    </message>
    <message>
        <source>Bars by wavelength: tokens of a whole turn. Lines: the same with both tokens at one place.</source>
        <translation>Barres par longueur d’onde : tokens d’un tour entier. Traits : de même avec les deux tokens au même endroit.</translation>
    </message>
    <message>
        <source>Without rotary positions there is one part.</source>
        <translation>Sans positions rotatives, il n’y a qu’une part.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1 : %2</translation>
    </message>
    <message>
        <source>, at the same place %1</source>
        <translation>, au même endroit %1</translation>
    </message>
    <message>
        <source>Score of a cell, without a cell.</source>
        <translation>Score d’une cellule, sans cellule.</translation>
    </message>
    <message>
        <source>. Content %1, rotary %2, score %3.</source>
        <translation>. Contenu %1, rotatif %2, score %3.</translation>
    </message>
    <message>
        <source>no token</source>
        <translation>aucun token</translation>
    </message>
    <message>
        <source>%1, no token</source>
        <translation>%1, aucun token</translation>
    </message>
    <message>
        <source>Outlined bars: the share of no token (learned sink), which the row&apos;s weights lack to 100%.</source>
        <translation>Barres à contour : la part d’aucun token (puits appris), qui manque aux poids de la ligne pour atteindre 100 %.</translation>
    </message>
    <message>
        <source>no token %1</source>
        <translation>aucun token %1</translation>
    </message>
    <message>
        <source>%1   ·   no token %2</source>
        <translation>%1   ·   aucun token %2</translation>
    </message>
    <message>
        <source>every expert</source>
        <translation>tous les experts</translation>
    </message>
    <message>
        <source>expert %1</source>
        <translation>expert %1</translation>
    </message>
    <message>
        <source>experts %1</source>
        <translation>experts %1</translation>
    </message>
    <message>
        <source>Force %1</source>
        <translation>Forcer : %1</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation>%1 à %2</translation>
    </message>
    <message>
        <source>Router logit at −∞: another expert takes its place</source>
        <translation>Logit du routeur à −∞ : un autre expert prend sa place</translation>
    </message>
    <message>
        <source>First choice of the router, with the weight of its own logit</source>
        <translation>Premier choix du routeur, avec le poids de son propre logit</translation>
    </message>
    <message>
        <source>C&amp;ontacts…</source>
        <translation>C&amp;ontacts…</translation>
    </message>
    <message>
        <source>contact probability</source>
        <translation>probabilité de contact</translation>
    </message>
    <message>
        <source>Predicted contacts, %1</source>
        <translation>Contacts prédits, %1</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>Contacts</translation>
    </message>
    <message>
        <source>Logit &amp;lens…</source>
        <translation>&amp;Logit lens…</translation>
    </message>
    <message>
        <source>Logit lens</source>
        <translation>Logit lens</translation>
    </message>
    <message>
        <source>Logit lens: what the model would predict after each layer</source>
        <translation>Logit lens : ce que le modèle prédirait après chaque couche</translation>
    </message>
    <message>
        <source>Before the first layer</source>
        <translation>Avant la première couche</translation>
    </message>
    <message>
        <source>After layer %1</source>
        <translation>Après la couche %1</translation>
    </message>
    <message>
        <source>probability</source>
        <translation>probabilité</translation>
    </message>
    <message>
        <source>logit</source>
        <translation>logit</translation>
    </message>
    <message>
        <source>Each cell: the most likely token at this place if the output head read the hidden state of that layer; colour: its probability.</source>
        <translation>Chaque cellule : le token le plus probable à cette place si la tête de sortie lisait l’état caché de cette couche ; couleur : sa probabilité.</translation>
    </message>
    <message>
        <source>Each cell: the most likely next token if the output head read the hidden state of that layer; colour: its probability.</source>
        <translation>Chaque cellule : le token suivant le plus probable si la tête de sortie lisait l’état caché de cette couche ; couleur : sa probabilité.</translation>
    </message>
    <message>
        <source>Tokens %1 to %2 of %3.</source>
        <translation>Tokens %1 à %2 sur %3.</translation>
    </message>
    <message>
        <source>No room for words: point at a cell.</source>
        <translation>Pas de place pour les mots : pointez une cellule.</translation>
    </message>
    <message>
        <source>input</source>
        <comment>hidden state before the first layer</comment>
        <translation>entrée</translation>
    </message>
    <message>
        <source>%1 at “%2”</source>
        <translation>%1 à « %2 »</translation>
    </message>
    <message>
        <source>What each head adds to the logit at “%1”</source>
        <translation>Ce que chaque tête ajoute au logit à « %1 »</translation>
    </message>
    <message>
        <source>What each head adds to the logit of “%1” (%2)</source>
        <translation>Ce que chaque tête ajoute au logit de « %1 » (%2)</translation>
    </message>
    <message>
        <source>%1, token %2 “%3”: “%4” %5</source>
        <translation>%1, token %2 « %3 » : « %4 » %5</translation>
    </message>
    <message>
        <source>“%1”: %2</source>
        <translation>« %1 » : %2</translation>
    </message>
    <message>
        <source>%1: logit %2</source>
        <translation>%1 : logit %2</translation>
    </message>
    <message>
        <source>A logit lens without a text.</source>
        <translation>Un logit lens sans texte.</translation>
    </message>
    <message>
        <source>%1 “%2” %3</source>
        <translation>%1 « %2 » %3</translation>
    </message>
    <message>
        <source>A grid of %1 hidden states by %2 tokens. At token %3 “%4”: %5.</source>
        <translation>Une grille de %1 états cachés par %2 tokens. Au token %3 « %4 » : %5.</translation>
    </message>
    <message>
        <source> The head that adds most to the logit is %1 (%2).</source>
        <translation> La tête qui ajoute le plus au logit est %1 (%2).</translation>
    </message>
    <message>
        <source>needs %1, this computer has %2</source>
        <translation>nécessite %1, cet ordinateur a %2</translation>
    </message>
    <message>
        <source>needs %1 of %2 free</source>
        <translation>nécessite %1 sur %2 libres</translation>
    </message>
    <message>
        <source>%1, fits</source>
        <translation>%1, tient</translation>
    </message>
    <message>
        <source>Sc&amp;atter of heads…</source>
        <translation>&amp;Nuage de têtes…</translation>
    </message>
    <message>
        <source>%1 against %2</source>
        <translation>%1 en fonction de %2</translation>
    </message>
    <message>
        <source>Named: heads that lie furthest from the others.</source>
        <translation>Nommées : les têtes les plus éloignées des autres.</translation>
    </message>
    <message>
        <source>%1 (%2): %3 %4, %5 %6</source>
        <translation>%1 (%2) : %3 %4, %5 %6</translation>
    </message>
    <message>
        <source>%1 of %2 heads. Highest %3: %4, head %5. Highest %6: %7, head %8.</source>
        <translation>%1 de %2 têtes. Maximum de %3 : %4, tête %5. Maximum de %6 : %7, tête %8.</translation>
    </message>
    <message>
        <source>Heads</source>
        <translation>Têtes</translation>
    </message>
    <message>
        <source>Sort heads by %1</source>
        <translation>Trier les têtes par %1</translation>
    </message>
    <message>
        <source>Sort heads by layer and head</source>
        <translation>Trier les têtes par couche et tête</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Apparence</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Langue</translation>
    </message>
    <message>
        <source>Another language shows after a restart.</source>
        <translation>Une autre langue s’affiche après un redémarrage.</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Thème</translation>
    </message>
    <message>
        <source>colours dark light high contrast</source>
        <translation>couleurs sombre clair contraste élevé</translation>
    </message>
    <message>
        <source>Text &amp;size</source>
        <translation>T&amp;aille du texte</translation>
    </message>
    <message>
        <source>Of menus, panes and figures on the screen.</source>
        <translation>Des menus, volets et figures à l’écran.</translation>
    </message>
    <message>
        <source>font larger smaller zoom</source>
        <translation>police plus grand plus petit zoom</translation>
    </message>
    <message>
        <source>Reduce &amp;motion</source>
        <translation>Réduire les &amp;mouvements</translation>
    </message>
    <message>
        <source>animation</source>
        <translation>animation</translation>
    </message>
    <message>
        <source>Panels</source>
        <translation>Panneaux</translation>
    </message>
    <message>
        <source>&amp;Colour scale</source>
        <translation>Échelle de &amp;couleurs</translation>
    </message>
    <message>
        <source>Of the panels that are open and of new sessions.</source>
        <translation>Des panneaux ouverts et des nouvelles sessions.</translation>
    </message>
    <message>
        <source>linear logarithmic</source>
        <translation>linéaire logarithmique</translation>
    </message>
    <message>
        <source>Separate attention sin&amp;ks</source>
        <translation>Séparer les &amp;puits d’attention</translation>
    </message>
    <message>
        <source>Attention on the first token or special tokens has its own bar.</source>
        <translation>L’attention sur le premier token ou les tokens spéciaux a sa propre barre.</translation>
    </message>
    <message>
        <source>Computing</source>
        <translation>Calcul</translation>
    </message>
    <message>
        <source>Th&amp;reads</source>
        <translation>&amp;Fils d’exécution</translation>
    </message>
    <message>
        <source>All cores (%1)</source>
        <translation>Tous les cœurs (%1)</translation>
    </message>
    <message>
        <source>processor CPU</source>
        <translation>processeur CPU</translation>
    </message>
    <message>
        <source>M&amp;emory of a run</source>
        <translation>Mémoir&amp;e d’une exécution</translation>
    </message>
    <message>
        <source>Half of what is free</source>
        <translation>La moitié de la mémoire libre</translation>
    </message>
    <message>
        <source>Longer texts use a scratch file on disk.</source>
        <translation>Les textes plus longs utilisent un fichier temporaire sur disque.</translation>
    </message>
    <message>
        <source>RAM</source>
        <translation>RAM</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>Confidentialité</translation>
    </message>
    <message>
        <source>Remember recent models and sessi&amp;ons</source>
        <translation>Mém&amp;oriser les modèles et sessions récents</translation>
    </message>
    <message>
        <source>history</source>
        <translation>historique</translation>
    </message>
    <message>
        <source>Keep a copy of unsaved &amp;work</source>
        <translation>&amp;Garder une copie du travail non enregistré</translation>
    </message>
    <message>
        <source>Restores your work after a crash and at the next start.</source>
        <translation>Restaure votre travail après un plantage et au prochain démarrage.</translation>
    </message>
    <message>
        <source>autosave recovery</source>
        <translation>sauvegarde automatique récupération</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Oublier</translation>
    </message>
    <message>
        <source>Forgotten</source>
        <translation>Oublié</translation>
    </message>
    <message>
        <source>&amp;Forget what was opened</source>
        <translation>&amp;Oublier ce qui a été ouvert</translation>
    </message>
    <message>
        <source>Deletes recent lists, unsaved sessions and crash reports. Your own files stay.</source>
        <translation>Supprime les listes récentes, les sessions non enregistrées et les rapports de plantage. Vos propres fichiers restent.</translation>
    </message>
    <message>
        <source>history clear delete</source>
        <translation>historique vider supprimer</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Raccourcis clavier</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>Tout réinitialiser</translation>
    </message>
    <message>
        <source>&amp;Usual keys for all commands</source>
        <translation>To&amp;uches habituelles pour toutes les commandes</translation>
    </message>
    <message>
        <source>Without %1: %2 %3 → %4</source>
        <translation>Sans %1 : %2 %3 → %4</translation>
    </message>
    <message>
        <source>Ablation, head by head</source>
        <translation>Ablation, tête par tête</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Lire</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Étape</translation>
    </message>
    <message>
        <source>Through the layers</source>
        <translation>À travers les couches</translation>
    </message>
    <message>
        <source>Through the heads</source>
        <translation>À travers les têtes</translation>
    </message>
    <message>
        <source>Token by token</source>
        <translation>Token par token</translation>
    </message>
    <message>
        <source>Step %1 of %2: %3</source>
        <translation>Étape %1 sur %2 : %3</translation>
    </message>
    <message>
        <source>Walkthrough: %1, “%2”</source>
        <translation>Pas à pas : %1, « %2 »</translation>
    </message>
    <message>
        <source>Pale: the sums of the step before, on the same axis.</source>
        <translation>Pâle : les sommes de l’étape précédente, sur le même axe.</translation>
    </message>
    <message>
        <source>Token by token, as it was written</source>
        <translation>Token par token, comme il a été écrit</translation>
    </message>
    <message>
        <source>Walkthrough of this head</source>
        <translation>Cette tête, pas à pas</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Heads that look at contacts most: %1; chance %2.</source>
        <translation>Têtes qui regardent le plus les contacts : %1 ; hasard %2.</translation>
    </message>
    <message>
        <source>%1: expected a figure with its session, found one exported without a session</source>
        <translation>%1 : figure avec sa session attendue, elle a été exportée sans session</translation>
    </message>
    <message>
        <source>%1: expected a figure with its session, found one exported without text and session</source>
        <translation>%1 : figure avec sa session attendue, elle a été exportée sans texte ni session</translation>
    </message>
    <message>
        <source>model &apos;%1&apos;: needs about %2 of memory, this machine has %3</source>
        <translation>modèle « %1 » : il faut environ %2 de mémoire, cette machine en a %3</translation>
    </message>
    <message>
        <source>%1: expected a session, found something that is not JSON</source>
        <translation>%1 : session attendue, le contenu n’est pas du JSON</translation>
    </message>
    <message>
        <source>Two mo&amp;dels…</source>
        <translation>&amp;Deux modèles…</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>et %1 de plus</translation>
    </message>
    <message>
        <source>Two models</source>
        <translation>Deux modèles</translation>
    </message>
    <message>
        <source>Two models: %1 and %2</source>
        <translation>Deux modèles : %1 et %2</translation>
    </message>
    <message>
        <source>Heads: Jensen–Shannon divergence of their attention, mean over rows, in nats; at most %1.</source>
        <translation>Têtes : divergence de Jensen–Shannon de leur attention, moyenne sur les lignes, en nats ; au plus %1.</translation>
    </message>
    <message>
        <source>Predictions: Kullback–Leibler divergence of %1 from %2, in nats.</source>
        <translation>Prédictions : divergence de Kullback–Leibler de %1 par rapport à %2, en nats.</translation>
    </message>
    <message>
        <source>Tensors: relative error (Frobenius) against %1. Bars are parts of the largest of a list.</source>
        <translation>Tenseurs : erreur relative (Frobenius) par rapport à %1. Les barres sont des parts du plus grand de chaque liste.</translation>
    </message>
    <message>
        <source>Heads by change of attention</source>
        <translation>Têtes par changement d’attention</translation>
    </message>
    <message>
        <source>No heads.</source>
        <translation>Aucune tête.</translation>
    </message>
    <message>
        <source>Changed predictions: %1 of %2</source>
        <translation>Prédictions changées : %1 sur %2</translation>
    </message>
    <message>
        <source>Changed predictions</source>
        <translation>Prédictions changées</translation>
    </message>
    <message>
        <source>The most likely prediction is the same everywhere.</source>
        <translation>La prédiction la plus probable est partout la même.</translation>
    </message>
    <message>
        <source>Tensors by relative error</source>
        <translation>Tenseurs par erreur relative</translation>
    </message>
    <message>
        <source>All tensors are the same.</source>
        <translation>Tous les tenseurs sont identiques.</translation>
    </message>
    <message>
        <source>%1: %2 nats; %3 of a row moved on average; largest difference %4</source>
        <translation>%1 : %2 nats ; %3 d’une ligne déplacés en moyenne ; plus grande différence %4</translation>
    </message>
    <message>
        <source>%1 (%2): %3 nats</source>
        <translation>%1 (%2) : %3 nats</translation>
    </message>
    <message>
        <source>; %1 %2 → %3 %4</source>
        <translation> ; %1 %2 → %3 %4</translation>
    </message>
    <message>
        <source>%1, %2 → %3: relative error %4, largest difference %5</source>
        <translation>%1, %2 → %3 : erreur relative %4, plus grande différence %5</translation>
    </message>
    <message>
        <source>Differences of two models, without two of them.</source>
        <translation>Différences de deux modèles, sans deux modèles.</translation>
    </message>
    <message>
        <source>The attention of %1 changes most, by %2 nats. </source>
        <translation>L’attention de %1 change le plus, de %2 nats. </translation>
    </message>
    <message>
        <source>The most likely prediction changes at %1 of %2 places. </source>
        <translation>La prédiction la plus probable change à %1 places sur %2. </translation>
    </message>
    <message>
        <source>The largest relative error of a tensor is %1.</source>
        <translation>La plus grande erreur relative d’un tenseur est %1.</translation>
    </message>
    <message>
        <source>The chat template does not write what turn %1 says as it is; tokens made of it count as the template&apos;s.</source>
        <translation>Le modèle de conversation n’écrit pas le tour %1 tel quel ; les tokens qui en viennent comptent comme les siens.</translation>
    </message>
    <message>
        <source>Write a conversation</source>
        <translation>Écrire une conversation</translation>
    </message>
    <message>
        <source>Write a plain text</source>
        <translation>Écrire un texte simple</translation>
    </message>
    <message>
        <source>Edit turn %1</source>
        <translation>Modifier le tour %1</translation>
    </message>
    <message>
        <source>Add turn</source>
        <translation>Ajouter un tour</translation>
    </message>
    <message>
        <source>Remove turn</source>
        <translation>Retirer le tour</translation>
    </message>
    <message>
        <source>Change role of turn %1</source>
        <translation>Changer le rôle du tour %1</translation>
    </message>
    <message>
        <source>Move turn</source>
        <translation>Déplacer le tour</translation>
    </message>
    <message>
        <source>Change end of conversation</source>
        <translation>Changer la fin de la conversation</translation>
    </message>
    <message>
        <source>Edit conversation</source>
        <translation>Modifier la conversation</translation>
    </message>
    <message>
        <source>A conversation has at most %1 turns.</source>
        <translation>Une conversation a au plus %1 tours.</translation>
    </message>
    <message>
        <source>Experts are chosen for each token: remove the lenses that merge or hide tokens.</source>
        <translation>Les experts sont choisis pour chaque token : retirez les lentilles qui fusionnent ou masquent des tokens.</translation>
    </message>
    <message>
        <source>This model has no experts. Open a mixture of experts, such as Mixtral or Qwen3-MoE.</source>
        <translation>Ce modèle n’a pas d’experts. Ouvrez un mélange d’experts comme Mixtral ou Qwen3-MoE.</translation>
    </message>
    <message>
        <source>Choose expert %1</source>
        <translation>Choisir l’expert %1</translation>
    </message>
    <message>
        <source>Show all experts</source>
        <translation>Afficher tous les experts</translation>
    </message>
    <message>
        <source>Set adapter to %1</source>
        <translation>Régler l’adaptateur à %1</translation>
    </message>
    <message>
        <source>Edit note of panel</source>
        <translation>Modifier la note du panneau</translation>
    </message>
    <message>
        <source>Edit note of head</source>
        <translation>Modifier la note de la tête</translation>
    </message>
    <message>
        <source>At most %1 heads have notes.</source>
        <translation>Au plus %1 têtes ont des notes.</translation>
    </message>
    <message>
        <source>A note has at most %1 bytes.</source>
        <translation>Une note a au plus %1 octets.</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>Disposition</translation>
    </message>
    <message>
        <source>Layout %1</source>
        <translation>Disposition %1</translation>
    </message>
    <message>
        <source>Axes: %1 ↓, %2 →.</source>
        <translation>Axes : %1 ↓, %2 →.</translation>
    </message>
    <message>
        <source>Axes: %1 ↓, %2 →; full bar = 100%.</source>
        <translation>Axes : %1 ↓, %2 → ; barre pleine = 100 %.</translation>
    </message>
    <message>
        <source>Vision: within the pictures</source>
        <translation>Vision : à l’intérieur des images</translation>
    </message>
    <message>
        <source>Nothing to compare</source>
        <translation>Rien à comparer</translation>
    </message>
    <message>
        <source>No difference above %1</source>
        <translation>Aucune différence supérieure à %1</translation>
    </message>
    <message>
        <source>vision</source>
        <translation>vision</translation>
    </message>
    <message>
        <source>C&amp;ircuits…</source>
        <translation>C&amp;ircuits…</translation>
    </message>
    <message>
        <source>Who gave the answer</source>
        <translation>Qui a donné la réponse</translation>
    </message>
    <message>
        <source>Put values of B into A</source>
        <translation>Mettre des valeurs de B dans A</translation>
    </message>
    <message>
        <source>Switch off each head</source>
        <translation>Éteindre chaque tête</translation>
    </message>
    <message>
        <source>Hide each token</source>
        <translation>Cacher chaque token</translation>
    </message>
    <message>
        <source>Gradient of each token</source>
        <translation>Gradient de chaque token</translation>
    </message>
    <message>
        <source>Integrated gradients</source>
        <translation>Gradients intégrés</translation>
    </message>
    <message>
        <source>Relevance through all layers</source>
        <translation>Pertinence à travers toutes les couches</translation>
    </message>
    <message>
        <source>Head importance by gradient</source>
        <translation>Importance des têtes par gradient</translation>
    </message>
    <message>
        <source>Why a head looks there</source>
        <translation>Pourquoi une tête regarde là</translation>
    </message>
    <message>
        <source>Circuit by gradient (EAP)</source>
        <translation>Circuit par gradient (EAP)</translation>
    </message>
    <message>
        <source>Circuit by patched edges</source>
        <translation>Circuit par arêtes remplacées</translation>
    </message>
    <message>
        <source>Circuit by path patching</source>
        <translation>Circuit par chemins (path patching)</translation>
    </message>
    <message>
        <source>Patching by gradient (AtP)</source>
        <translation>Remplacement par gradient (AtP)</translation>
    </message>
    <message>
        <source>Which heads read which (weights)</source>
        <translation>Quelles têtes lisent lesquelles (poids)</translation>
    </message>
    <message>
        <source>Which heads copy (weights)</source>
        <translation>Quelles têtes copient (poids)</translation>
    </message>
    <message>
        <source>What each head wrote from each source token into the answer, directly; the rows add up.</source>
        <translation>Ce que chaque tête a écrit de chaque token source dans la réponse, directement ; les lignes s’additionnent.</translation>
    </message>
    <message>
        <source>How much of the difference between two texts comes back when one value of B is put into the run of A: 0 nothing, 1 all.</source>
        <translation>Quelle part de la différence entre deux textes revient quand une valeur de B est mise dans le calcul de A : 0 rien, 1 tout.</translation>
    </message>
    <message>
        <source>How the metric changes without what a head writes.</source>
        <translation>Comment la mesure change sans ce qu’une tête écrit.</translation>
    </message>
    <message>
        <source>What the prediction loses when no head can look at a token. It is measured, not estimated.</source>
        <translation>Ce que perd la réponse quand aucune tête ne peut regarder un token. C’est mesuré, non estimé.</translation>
    </message>
    <message>
        <source>How strongly the metric reacts to each token, to first order, by one backward pass.</source>
        <translation>À quel point la mesure réagit à chaque token, au premier ordre, par une passe arrière.</translation>
    </message>
    <message>
        <source>Each token’s part of the metric, along the way from empty embeddings; the parts add up.</source>
        <translation>La part de chaque token dans la mesure, sur le chemin depuis des plongements vides ; les parts s’additionnent.</translation>
    </message>
    <message>
        <source>Attention weighted by its gradient, carried through all layers (Chefer et al., 2021).</source>
        <translation>L’attention pondérée par son gradient, portée à travers toutes les couches (Chefer et al., 2021).</translation>
    </message>
    <message>
        <source>How much the metric would change without a head, estimated by its gradient (Michel et al., 2019).</source>
        <translation>De combien la mesure changerait sans une tête, estimé par son gradient (Michel et al., 2019).</translation>
    </message>
    <message>
        <source>Who wrote what the query looks for, and who wrote what the key offers: the score of one cell.</source>
        <translation>Qui a écrit ce que la requête cherche, et qui ce que la clé offre : le score d’une cellule.</translation>
    </message>
    <message>
        <source>Which parts hand which others what tells B from A, estimated for all edges at once.</source>
        <translation>Quelles parties transmettent à quelles autres ce qui distingue B de A, estimé pour toutes les arêtes d’un coup.</translation>
    </message>
    <message>
        <source>The same measured edge by edge: one part reads what another wrote in B. This takes its time.</source>
        <translation>La même chose, mesurée arête par arête : une partie lit ce qu’une autre a écrit dans B. Cela prend du temps.</translation>
    </message>
    <message>
        <source>What a head hands on to the queries, keys and values of later heads, all others held as in A.</source>
        <translation>Ce qu’une tête transmet aux requêtes, clés et valeurs des têtes suivantes, les autres tenues comme dans A.</translation>
    </message>
    <message>
        <source>What putting values of B into A would do, estimated for all places by one backward pass.</source>
        <translation>Ce que feraient des valeurs de B mises dans A, estimé pour toutes les places par une passe arrière.</translation>
    </message>
    <message>
        <source>What the model would predict at each token if it stopped within the layers.</source>
        <translation>Ce que le modèle prédirait à chaque token s’il s’arrêtait entre les couches.</translation>
    </message>
    <message>
        <source>How much of what a head writes a later one reads, above random pairs; no text is needed.</source>
        <translation>Quelle part de ce qu’une tête écrit est lue par une suivante, au-dessus de paires au hasard ; sans texte.</translation>
    </message>
    <message>
        <source>Whether a head raises the tokens that it sees (1) or suppresses them (−1); no text is needed.</source>
        <translation>Si une tête relève les tokens qu’elle voit (1) ou les supprime (−1) ; sans texte.</translation>
    </message>
    <message>
        <source>Residual stream</source>
        <translation>Flux résiduel</translation>
    </message>
    <message>
        <source>Attention outputs</source>
        <translation>Sorties de l’attention</translation>
    </message>
    <message>
        <source>MLP outputs</source>
        <translation>Sorties des MLP</translation>
    </message>
    <message>
        <source>Head outputs</source>
        <translation>Sorties des têtes</translation>
    </message>
    <message>
        <source>Head outputs by token</source>
        <translation>Sorties des têtes par token</translation>
    </message>
    <message>
        <source>Queries</source>
        <translation>Requêtes</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Clés</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>Valeurs</translation>
    </message>
    <message>
        <source>Attention patterns</source>
        <translation>Motifs d’attention</translation>
    </message>
    <message>
        <source>Text A</source>
        <translation>Texte A</translation>
    </message>
    <message>
        <source>Text B</source>
        <translation>Texte B</translation>
    </message>
    <message>
        <source>Replaced by zero</source>
        <translation>Remplacée par zéro</translation>
    </message>
    <message>
        <source>Replaced by its mean</source>
        <translation>Remplacée par sa moyenne</translation>
    </message>
    <message>
        <source>Replaced by its mean over B</source>
        <translation>Remplacée par sa moyenne sur B</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>caché</translation>
    </message>
    <message>
        <source>weight × 0.1</source>
        <translation>poids × 0,1</translation>
    </message>
    <message>
        <source>score × 0.1</source>
        <translation>score × 0,1</translation>
    </message>
    <message>
        <source>The answer, %1</source>
        <translation>La réponse, %1</translation>
    </message>
    <message>
        <source>Every later token, %1</source>
        <translation>Chaque token suivant, %1</translation>
    </message>
    <message>
        <source>Gradient × input</source>
        <translation>Gradient × entrée</translation>
    </message>
    <message>
        <source>Length of gradient × input</source>
        <translation>Longueur de gradient × entrée</translation>
    </message>
    <message>
        <source>Length of the gradient</source>
        <translation>Longueur du gradient</translation>
    </message>
    <message>
        <source>EAP-IG from 0</source>
        <translation>EAP-IG depuis 0</translation>
    </message>
    <message>
        <source>Norms held</source>
        <translation>Normes tenues</translation>
    </message>
    <message>
        <source>Rank of the final word</source>
        <translation>Rang du mot final</translation>
    </message>
    <message>
        <source>Entropy</source>
        <translation>Entropie</translation>
    </message>
    <message>
        <source>KL to the end</source>
        <translation>KL à la fin</translation>
    </message>
    <message>
        <source>weights as stored</source>
        <translation>poids tels quels</translation>
    </message>
    <message>
        <source>norms folded in</source>
        <translation>normes incluses</translation>
    </message>
    <message>
        <source>Through queries, %1</source>
        <translation>Par les requêtes, %1</translation>
    </message>
    <message>
        <source>Through keys, %1</source>
        <translation>Par les clés, %1</translation>
    </message>
    <message>
        <source>Through values, %1</source>
        <translation>Par les valeurs, %1</translation>
    </message>
    <message>
        <source>All of it</source>
        <translation>Tout</translation>
    </message>
    <message>
        <source>restored</source>
        <translation>restauré</translation>
    </message>
    <message>
        <source>metric</source>
        <translation>mesure</translation>
    </message>
    <message>
        <source>Δ metric</source>
        <translation>Δ mesure</translation>
    </message>
    <message>
        <source>Δ ln p</source>
        <translation>Δ ln p</translation>
    </message>
    <message>
        <source>rank</source>
        <translation>rang</translation>
    </message>
    <message>
        <source>score</source>
        <translation>score</translation>
    </message>
    <message>
        <source>relevance</source>
        <translation>pertinence</translation>
    </message>
    <message>
        <source>copying score</source>
        <translation>score de copie</translation>
    </message>
    <message>
        <source>above chance</source>
        <translation>au-dessus du hasard</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a method and what of it is shown</comment>
        <translation>%1 : %2</translation>
    </message>
    <message>
        <source>The method did not find this for this model.</source>
        <translation>La méthode n’a pas trouvé cela pour ce modèle.</translation>
    </message>
    <message>
        <source>B: %1</source>
        <comment>the second text</comment>
        <translation>B : %1</translation>
    </message>
    <message>
        <source>Metric: ln p of “%1”</source>
        <translation>Mesure : ln p de « %1 »</translation>
    </message>
    <message>
        <source>Metric: logit of “%1”</source>
        <translation>Mesure : logit de « %1 »</translation>
    </message>
    <message>
        <source>Metric: logit of “%1” − “%2”</source>
        <translation>Mesure : logit de « %1 » − « %2 »</translation>
    </message>
    <message>
        <source> at “%1”, token %2</source>
        <translation> à « %1 », token %2</translation>
    </message>
    <message>
        <source>; A %1, B %2</source>
        <translation> ; A %1, B %2</translation>
    </message>
    <message>
        <source>Strongest: %1.</source>
        <translation>Les plus forts : %1.</translation>
    </message>
    <message>
        <source>No edge has an effect.</source>
        <translation>Aucune arête n’a d’effet.</translation>
    </message>
    <message>
        <source>%1 edges from %2 of the strongest (%3) on; %4 weaker ones are left out.</source>
        <translation>%1 arêtes dès %2 de la plus forte (%3) ; %4 plus faibles sont omises.</translation>
    </message>
    <message>
        <source>Edges end at a head’s queries (above), keys (middle) or values (below).</source>
        <translation>Les arêtes aboutissent aux requêtes (en haut), clés (au milieu) ou valeurs (en bas) d’une tête.</translation>
    </message>
    <message>
        <source>%1 → queries of %2: %3</source>
        <translation>%1 → requêtes de %2 : %3</translation>
    </message>
    <message>
        <source>%1 → keys of %2: %3</source>
        <translation>%1 → clés de %2 : %3</translation>
    </message>
    <message>
        <source>%1 → values of %2: %3</source>
        <translation>%1 → valeurs de %2 : %3</translation>
    </message>
    <message>
        <source>%1 → %2: %3</source>
        <translation>%1 → %2 : %3</translation>
    </message>
    <message>
        <source>%1: in %2, out %3</source>
        <translation>%1 : entrant %2, sortant %3</translation>
    </message>
    <message>
        <source>No room for numbers: point at a cell.</source>
        <translation>Pas de place pour les nombres : pointez une cellule.</translation>
    </message>
    <message>
        <source>sum</source>
        <translation>somme</translation>
    </message>
    <message>
        <source>Strongest heads first.</source>
        <translation>Les têtes les plus fortes d’abord.</translation>
    </message>
    <message>
        <source>Bars: sums of rows and columns, the strongest first.</source>
        <translation>Barres : sommes des lignes et colonnes, les plus fortes d’abord.</translation>
    </message>
    <message>
        <source>Bars: sums of the rows, the strongest first.</source>
        <translation>Barres : sommes des lignes, les plus fortes d’abord.</translation>
    </message>
    <message>
        <source>Rows wrote the query, columns the key.</source>
        <translation>Les lignes ont écrit la requête, les colonnes la clé.</translation>
    </message>
    <message>
        <source>Rows: the hidden token; columns: the token that predicts.</source>
        <translation>Lignes : le token caché ; colonnes : le token qui prédit.</translation>
    </message>
    <message>
        <source>A token’s own share may exceed the scale.</source>
        <translation>La part d’un token en lui-même peut dépasser l’échelle.</translation>
    </message>
    <message>
        <source>%1 weaker ones are left out.</source>
        <translation>%1 plus faibles sont omises.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a row and a column</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1: sum %2</source>
        <translation>%1 : somme %2</translation>
    </message>
    <message>
        <source>the input</source>
        <translation>l’entrée</translation>
    </message>
    <message>
        <source>logits</source>
        <translation>logits</translation>
    </message>
    <message>
        <source>the logits</source>
        <translation>les logits</translation>
    </message>
    <message>
        <source>the MLP of layer %1</source>
        <translation>le MLP de la couche %1</translation>
    </message>
    <message>
        <source>Layer %1, key/value head %2</source>
        <translation>Couche %1, tête de clés et valeurs %2</translation>
    </message>
    <message>
        <source>Columns are key/value heads, each read by %1 heads.</source>
        <translation>Les colonnes sont des têtes de clés et valeurs, chacune lue par %1 têtes.</translation>
    </message>
    <message>
        <source>L%1 mid</source>
        <comment>after the attention of a layer</comment>
        <translation>L%1 milieu</translation>
    </message>
    <message>
        <source>end</source>
        <comment>after the last layer</comment>
        <translation>fin</translation>
    </message>
    <message>
        <source>Before layer %1</source>
        <translation>Avant la couche %1</translation>
    </message>
    <message>
        <source>After the attention of layer %1</source>
        <translation>Après l’attention de la couche %1</translation>
    </message>
    <message>
        <source>At the end</source>
        <translation>À la fin</translation>
    </message>
    <message>
        <source>Layer %1</source>
        <translation>Couche %1</translation>
    </message>
    <message>
        <source>There is no text to tint.</source>
        <translation>Il n’y a pas de texte à teinter.</translation>
    </message>
    <message>
        <source>“%1”, token %2: %3</source>
        <translation>« %1 », token %2 : %3</translation>
    </message>
    <message>
        <source>Smallest circuit</source>
        <translation>Plus petit circuit</translation>
    </message>
    <message>
        <source>The fewest edges that carry 85% of what tells A from B, measured with all others as in B.</source>
        <translation>Le moins d’arêtes qui portent 85 % de ce qui distingue A de B, mesuré avec toutes les autres comme dans B.</translation>
    </message>
    <message>
        <source>The circuit of %1 edges reaches %2 of the difference.</source>
        <translation>Le circuit de %1 arêtes atteint %2 de la différence.</translation>
    </message>
    <message>
        <source>attention flow</source>
        <translation>flux d’attention</translation>
    </message>
    <message>
        <source>flow</source>
        <translation>flux</translation>
    </message>
    <message>
        <source>The most that can flow through the head means of all layers to the input; up to 64 tokens (Abnar and Zuidema 2020).</source>
        <translation>Le plus qui puisse s’écouler par les moyennes des têtes de toutes les couches jusqu’à l’entrée ; jusqu’à 64 tokens (Abnar et Zuidema 2020).</translation>
    </message>
    <message>
        <source>What each head does</source>
        <translation>Ce que fait chaque tête</translation>
    </message>
    <message>
        <source>beyond chance</source>
        <translation>au-delà du hasard</translation>
    </message>
    <message>
        <source>text</source>
        <translation>texte</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>what attention goes to and its share</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>sound</source>
        <translation>son</translation>
    </message>
    <message>
        <source>pictures</source>
        <translation>images</translation>
    </message>
    <message>
        <source>picture</source>
        <translation>image</translation>
    </message>
    <message>
        <source>after the sound</source>
        <translation>après le son</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Son</translation>
    </message>
    <message>
        <source>Picture %1</source>
        <translation>Image %1</translation>
    </message>
    <message>
        <source>In tiles</source>
        <translation>En tuiles</translation>
    </message>
    <message>
        <source>As a whole</source>
        <translation>En entier</translation>
    </message>
    <message>
        <source>Picture %1, in tiles</source>
        <translation>Image %1, en tuiles</translation>
    </message>
    <message>
        <source>Picture %1, as a whole</source>
        <translation>Image %1, en entier</translation>
    </message>
    <message>
        <source>The sound as the model hears it, in grey; higher values have a stronger, denser colour.</source>
        <translation>Le son tel que le modèle l’entend, en gris ; les valeurs élevées ont une couleur plus forte et plus dense.</translation>
    </message>
    <message>
        <source>The picture in dimmed colours; higher values have a stronger, denser colour.</source>
        <translation>L’image en couleurs atténuées ; les valeurs élevées ont une couleur plus forte et plus dense.</translation>
    </message>
    <message>
        <source>Paler: what the model does not see.</source>
        <translation>Plus pâle : ce que le modèle ne voit pas.</translation>
    </message>
    <message>
        <source>Patches beyond the picture are padding.</source>
        <translation>Les cases hors de l’image sont du remplissage.</translation>
    </message>
    <message>
        <source>The model reads the picture as a whole and in tiles.</source>
        <translation>Le modèle lit l’image en entier et en tuiles.</translation>
    </message>
    <message>
        <source>Hatched: %1.</source>
        <translation>Hachuré : %1.</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>the smallest and the largest share</comment>
        <translation>%1 à %2</translation>
    </message>
    <message>
        <source>Bars: attention on the sound (colour; %1), on %2 (grey), on sinks (hatched).</source>
        <translation>Barres : attention sur le son (couleur ; %1), sur %2 (gris), sur les puits (hachuré).</translation>
    </message>
    <message>
        <source>Bars: attention on the picture (colour; %1), on %2 (grey), on sinks (hatched).</source>
        <translation>Barres : attention sur l’image (couleur ; %1), sur %2 (gris), sur les puits (hachuré).</translation>
    </message>
    <message>
        <source>The sound with the attention of one token laid over its %1 frames. </source>
        <translation>Le son avec l’attention d’un token posée sur ses %1 trames. </translation>
    </message>
    <message>
        <source> %1: strongest %2; %3.</source>
        <translation> %1 : le plus fort, %2 ; %3.</translation>
    </message>
    <message>
        <source>image &apos;%1&apos;: it has %2 frames; the first is read.</source>
        <translation>image « %1 » : elle a %2 vues ; la première est lue.</translation>
    </message>
    <message>
        <source>image &apos;%1&apos;: it has 16 bits a colour; it is read with 8.</source>
        <translation>image « %1 » : elle a 16 bits par couleur ; elle est lue avec 8.</translation>
    </message>
    <message>
        <source>pictures as one</source>
        <translation>images en un</translation>
    </message>
    <message>
        <source>Merges the tokens of each picture: attention to it is a sum, from it a mean.</source>
        <translation>Réunit les tokens de chaque image : l’attention vers elle est une somme, depuis elle une moyenne.</translation>
    </message>
    <message>
        <source>%1 reads no pictures. “%2” stays here and is not read.</source>
        <translation>%1 ne lit pas d’images. « %2 » reste ici sans être lue.</translation>
    </message>
    <message>
        <source>%1 reads no pictures. All %2 stay here and are not read.</source>
        <translation>%1 ne lit pas d’images. Les %2 restent ici sans être lues.</translation>
    </message>
    <message>
        <source>%1 reads one picture: the first of %2.</source>
        <translation>%1 lit une image : la première sur %2.</translation>
    </message>
    <message>
        <source>%1 reads no sounds. “%2” stays here and is not read.</source>
        <translation>%1 ne lit pas de sons. « %2 » reste ici sans être lu.</translation>
    </message>
    <message>
        <source>The text has a place for a picture, &lt;image&gt;, and no picture.</source>
        <translation>Le texte a une place pour une image, &lt;image&gt;, et aucune image.</translation>
    </message>
    <message>
        <source>Add picture</source>
        <translation>Ajouter une image</translation>
    </message>
    <message>
        <source>Remove picture</source>
        <translation>Retirer une image</translation>
    </message>
    <message>
        <source>Move picture</source>
        <translation>Déplacer une image</translation>
    </message>
    <message>
        <source>Replace picture</source>
        <translation>Remplacer l’image</translation>
    </message>
    <message>
        <source>Open sound</source>
        <translation>Ouvrir un son</translation>
    </message>
    <message>
        <source>Remove sound</source>
        <translation>Retirer le son</translation>
    </message>
    <message>
        <source>A text has at most %1 pictures.</source>
        <translation>Un texte a au plus %1 images.</translation>
    </message>
    <message>
        <source>O&amp;ver many texts…</source>
        <translation>Sur de nombre&amp;ux textes…</translation>
    </message>
    <message>
        <source>%1 texts: %2</source>
        <translation>%1 textes : %2</translation>
    </message>
    <message>
        <source>%1 texts cut after %2 tokens.</source>
        <translation>%1 textes coupés après %2 tokens.</translation>
    </message>
    <message>
        <source>%1 texts skipped; the first: %2</source>
        <translation>%1 textes ignorés ; le premier : %2</translation>
    </message>
    <message>
        <source>Stopped before the last text.</source>
        <translation>Arrêté avant le dernier texte.</translation>
    </message>
    <message>
        <source>%1 to %2: %3 texts</source>
        <translation>%1 à %2 : %3 textes</translation>
    </message>
    <message>
        <source>Rows by largest weight</source>
        <translation>Lignes par plus grand poids</translation>
    </message>
    <message>
        <source>Mean weight by offset</source>
        <translation>Poids moyen par décalage</translation>
    </message>
    <message>
        <source>Attention by distance</source>
        <translation>Attention par distance</translation>
    </message>
    <message>
        <source>%1: no text has a value.</source>
        <translation>%1 : aucun texte n’a de valeur.</translation>
    </message>
    <message>
        <source> too few texts</source>
        <translation> trop peu de textes</translation>
    </message>
    <message>
        <source>Attends to:</source>
        <translation>Regarde :</translation>
    </message>
    <message>
        <source>Active at:</source>
        <translation>Active à :</translation>
    </message>
    <message>
        <source>Texts by mean</source>
        <translation>Textes par moyenne</translation>
    </message>
    <message>
        <source>Norms computed again</source>
        <translation>Normes recalculées</translation>
    </message>
    <message>
        <source>Most likely word</source>
        <translation>Mot le plus probable</translation>
    </message>
    <message>
        <source>top: %1</source>
        <translation>max. : %1</translation>
    </message>
    <message>
        <source>Causal tracing with noise</source>
        <translation>Traçage causal avec bruit</translation>
    </message>
    <message>
        <source>How much of the answer’s probability comes back when one value is restored while noise hides the subject (Meng et al., 2022).</source>
        <translation>Quelle part de la probabilité de la réponse revient quand une valeur est restaurée alors que le bruit masque le sujet (Meng et al., 2022).</translation>
    </message>
    <message>
        <source>Δ probability</source>
        <translation>Δ probabilité</translation>
    </message>
    <message>
        <source>Metric: p of “%1”</source>
        <translation>Métrique : p de « %1 »</translation>
    </message>
    <message>
        <source>Noise on %1: p %2 without noise, %3 with it, mean of %4 draws.</source>
        <translation>Bruit sur %1 : p %2 sans bruit, %3 avec, moyenne de %4 tirages.</translation>
    </message>
    <message>
        <source>the subject</source>
        <translation>le sujet</translation>
    </message>
    <message>
        <source>Stopped or still measuring: %1 of the cells are there.</source>
        <translation>Arrêté ou en cours de mesure : %1 des cellules sont là.</translation>
    </message>
    <message>
        <source>every layer</source>
        <translation>toutes les couches</translation>
    </message>
    <message>
        <source>queries of %1</source>
        <translation>requêtes de %1</translation>
    </message>
    <message>
        <source>keys of %1</source>
        <translation>clés de %1</translation>
    </message>
    <message>
        <source>values of %1</source>
        <translation>valeurs de %1</translation>
    </message>
    <message>
        <source>output of %1</source>
        <translation>sortie de %1</translation>
    </message>
    <message>
        <source>attention output of %1</source>
        <translation>sortie d’attention de %1</translation>
    </message>
    <message>
        <source>feed-forward output of %1</source>
        <translation>sortie feed-forward de %1</translation>
    </message>
    <message>
        <source>stream that %1 reads</source>
        <translation>flux que lit %1</translation>
    </message>
    <message>
        <source>Zero: %1</source>
        <translation>Zéro : %1</translation>
    </message>
    <message>
        <source>Mean over the text: %1</source>
        <translation>Moyenne sur le texte : %1</translation>
    </message>
    <message>
        <source>Mean over %2: %1</source>
        <translation>Moyenne sur %2 : %1</translation>
    </message>
    <message>
        <source>Mean over the texts of %2: %1</source>
        <translation>Moyenne sur les textes de %2 : %1</translation>
    </message>
    <message>
        <source>Resample from %2: %1</source>
        <translation>Rééchantillonné depuis %2 : %1</translation>
    </message>
    <message>
        <source>Patch from %2: %1</source>
        <translation>Patch depuis %2 : %1</translation>
    </message>
    <message>
        <source>Times %2: %1</source>
        <translation>Fois %2 : %1</translation>
    </message>
    <message>
        <source>Steer by %1, strength %2</source>
        <translation>Diriger par %1, force %2</translation>
    </message>
    <message>
        <source>Zero ablation of values inside a layer</source>
        <translation>Ablation à zéro de valeurs dans une couche</translation>
    </message>
    <message>
        <source>Mean ablation of values inside a layer (Wang et al. 2022)</source>
        <translation>Ablation par la moyenne de valeurs dans une couche (Wang et al. 2022)</translation>
    </message>
    <message>
        <source>Resample ablation (Chan et al. 2022)</source>
        <translation>Ablation par rééchantillonnage (Chan et al. 2022)</translation>
    </message>
    <message>
        <source>Activation patching (Vig et al. 2020)</source>
        <translation>Patching d’activations (Vig et al. 2020)</translation>
    </message>
    <message>
        <source>Values inside a layer, scaled</source>
        <translation>Valeurs dans une couche, mises à l’échelle</translation>
    </message>
    <message>
        <source>Steering vector added to the stream (Turner et al. 2023)</source>
        <translation>Vecteur de direction ajouté au flux (Turner et al. 2023)</translation>
    </message>
    <message>
        <source>Smoothed between the middles of patches; the model sees no finer than a patch.</source>
        <translation>Lissé entre les centres des cases ; le modèle ne voit rien de plus fin qu’une case.</translation>
    </message>
    <message>
        <source>Not smoothed where patches have several sizes.</source>
        <translation>Non lissé là où les cases ont plusieurs tailles.</translation>
    </message>
    <message>
        <source>Blur %1</source>
        <translation>Flouter %1</translation>
    </message>
    <message>
        <source>How far each head goes beyond chance: 0 chance, 1 certain. Copying: −1 lowers what it sees. Retrieval: finds a needle planted in the text.</source>
        <translation>De combien chaque tête dépasse le hasard : 0 hasard, 1 certitude. Copie : −1 abaisse ce qu’elle voit. Récupération : trouve une aiguille plantée dans le texte.</translation>
    </message>
    <message>
        <source>All tests</source>
        <translation>Tous les tests</translation>
    </message>
    <message>
        <source>Copying</source>
        <translation>Copie</translation>
    </message>
    <message>
        <source>Retrieval</source>
        <translation>Récupération</translation>
    </message>
    <message>
        <source>The model itself predicts %1 of the needle.</source>
        <translation>Le modèle lui-même redit %1 de l’aiguille.</translation>
    </message>
    <message>
        <source>Whole model: the most likely prediction</source>
        <translation>Modèle entier : la prédiction la plus probable</translation>
    </message>
    <message>
        <source>Whole model: prediction “%1”, %2</source>
        <translation>Modèle entier : prédiction « %1 », %2</translation>
    </message>
    <message>
        <source>ρ weights</source>
        <translation>ρ poids</translation>
    </message>
    <message>
        <source>ρ effect</source>
        <translation>ρ effet</translation>
    </message>
    <message>
        <source>ρ effect: the same with what ln p of the prediction loses when no head sees the token. Nearest to it: %1, %2.</source>
        <translation>ρ effet : de même avec ce que perd ln p de la prédiction quand aucune tête ne voit le token. Le plus proche : %1, %2.</translation>
    </message>
    <message>
        <source>effect of hiding</source>
        <translation>effet du masquage</translation>
    </message>
    <message>
        <source>gradient × input</source>
        <translation>gradient × entrée</translation>
    </message>
    <message>
        <source>integrated gradients</source>
        <translation>gradients intégrés</translation>
    </message>
    <message>
        <source>gradient × attention</source>
        <translation>gradient × attention</translation>
    </message>
    <message>
        <source>deck: expected at least one slide, found none</source>
        <translation>jeu : au moins une diapositive attendue, aucune trouvée</translation>
    </message>
    <message>
        <source>Back to what it shows: %1</source>
        <translation>Revenir à ce qu’elle montre : %1</translation>
    </message>
    <message>
        <source>Factor</source>
        <translation>Facteur</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>Intensité</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>Température</translation>
    </message>
    <message>
        <source>Maximum</source>
        <translation>Maximum</translation>
    </message>
    <message>
        <source>Find heads &amp;by drawing…</source>
        <translation>T&amp;rouver des têtes en dessinant…</translation>
    </message>
    <message>
        <source>A: %1; B: %2</source>
        <translation>A : %1 ; B : %2</translation>
    </message>
    <message>
        <source>%1 of %2 heads have a 95% interval (Welch) without 0; about %3 would without any difference.</source>
        <translation>%1 têtes sur %2 ont un intervalle à 95 % (Welch) sans 0 ; sans aucune différence, environ %3.</translation>
    </message>
    <message>
        <source>A and B read the same texts: intervals are wider than they need be.</source>
        <translation>A et B ont lu les mêmes textes : les intervalles sont plus larges que nécessaire.</translation>
    </message>
    <message>
        <source>Texts are cut after %1 tokens (A) and %2 tokens (B), on which distances and entropies depend.</source>
        <translation>Les textes sont coupés après %1 tokens (A) et %2 tokens (B), dont dépendent distances et entropies.</translation>
    </message>
    <message>
        <source>%1: %2 (A, %3 texts) and %4 (B, %5 texts); A − B %6, 95% interval %7 to %8</source>
        <translation>%1 : %2 (A, %3 textes) et %4 (B, %5 textes) ; A − B %6, intervalle à 95 % de %7 à %8</translation>
    </message>
    <message>
        <source>No head changes clearly from one step to the next.</source>
        <translation>Aucune tête ne change nettement d’une étape à la suivante.</translation>
    </message>
    <message>
        <source>%1 of %2 heads change most between %3 and %4.</source>
        <translation>%1 têtes sur %2 changent le plus entre %3 et %4.</translation>
    </message>
    <message>
        <source>%1, step %2</source>
        <comment>a head and a step of training</comment>
        <translation>%1, étape %2</translation>
    </message>
    <message>
        <source>%1: %2 (95% interval %3 to %4, %5 texts)</source>
        <translation>%1 : %2 (intervalle à 95 % de %3 à %4, %5 textes)</translation>
    </message>
    <message>
        <source>Over many texts</source>
        <translation>Sur de nombreux textes</translation>
    </message>
    <message>
        <source>%1 texts skipped.</source>
        <translation>%1 textes ignorés.</translation>
    </message>
    <message>
        <source>Difference in %1</source>
        <translation>Différence : %1</translation>
    </message>
    <message>
        <source>A − B, mean over texts with 95% interval</source>
        <translation>A − B, moyenne sur les textes avec intervalle à 95 %</translation>
    </message>
    <message>
        <source>No head has this metric in at least two texts of both.</source>
        <translation>Aucune tête n’a cette mesure dans au moins deux textes des deux.</translation>
    </message>
    <message>
        <source>%1 by head and step of training</source>
        <translation>%1 par tête et étape d’entraînement</translation>
    </message>
    <message>
        <source>Not all steps have this metric.</source>
        <translation>Toutes les étapes n’ont pas cette mesure.</translation>
    </message>
    <message>
        <source>Line: a head’s surest change between two steps, where their intervals do not overlap.</source>
        <translation>Trait : le changement le plus sûr d’une tête entre deux étapes dont les intervalles ne se recouvrent pas.</translation>
    </message>
    <message>
        <source>%1: %2 heads, %3 steps. %4</source>
        <translation>%1 : %2 têtes, %3 étapes. %4</translation>
    </message>
    <message>
        <source>%1: %2, chance %3, rank %4 of %5, %6 queries</source>
        <translation>%1 : %2, hasard %3, rang %4 sur %5, %6 requêtes</translation>
    </message>
    <message>
        <source>Outlined: 30% of the way from chance to certainty, and three standard errors.</source>
        <translation>Entourées : 30 % du chemin du hasard à la certitude, et trois erreurs types.</translation>
    </message>
    <message>
        <source>Outlined: the interval is without 0.</source>
        <translation>Entourées : l’intervalle est sans 0.</translation>
    </message>
    <message>
        <source>%1, step %2</source>
        <comment>a metric and a step of training</comment>
        <translation>%1, étape %2</translation>
    </message>
    <message>
        <source>Means over texts; the colours are those of all steps.</source>
        <translation>Moyennes sur les textes ; les couleurs valent pour toutes les étapes.</translation>
    </message>
    <message>
        <source>%1 of %2 heads by layer; the strongest: %3.</source>
        <translation>%1 de %2 têtes par couche ; la plus forte : %3.</translation>
    </message>
    <message>
        <source>%1 over training</source>
        <translation>%1 au cours de l’entraînement</translation>
    </message>
    <message>
        <source>Coloured: the heads that change most, with 95% intervals over texts.</source>
        <translation>En couleur : les têtes qui changent le plus, avec intervalles à 95 % sur les textes.</translation>
    </message>
    <message>
        <source>Ring: the surest change between two steps, where their intervals do not overlap.</source>
        <translation>Anneau : le changement le plus sûr entre deux étapes dont les intervalles ne se recouvrent pas.</translation>
    </message>
    <message>
        <source>step of training</source>
        <translation>étape d’entraînement</translation>
    </message>
    <message>
        <source>step of training, on the scale of log(1 + step)</source>
        <translation>étape d’entraînement, à l’échelle de log(1 + étape)</translation>
    </message>
    <message>
        <source>%1 of %2 heads at %3 steps. %4</source>
        <translation>%1 de %2 têtes à %3 étapes. %4</translation>
    </message>
    <message>
        <source>Heads that attend to the drawn cells (%1)</source>
        <translation>Têtes qui regardent les cellules dessinées (%1)</translation>
    </message>
    <message>
        <source>Heads by pattern: %1</source>
        <translation>Têtes par motif : %1</translation>
    </message>
    <message>
        <source>Of whole rows, since a cell on a sink is among them.</source>
        <translation>De lignes entières, car une cellule est sur un puits.</translation>
    </message>
    <message>
        <source>Of rows without the sink (first token, special tokens).</source>
        <translation>De lignes sans le puits (premier token, tokens spéciaux).</translation>
    </message>
    <message>
        <source>Strong: 30% of the way from chance to certainty, three standard errors, four queries.</source>
        <translation>Vif : 30 % du chemin du hasard à la certitude, trois erreurs types, quatre requêtes.</translation>
    </message>
    <message>
        <source>share of attention on the cells; line: chance</source>
        <translation>part de l’attention sur les cellules ; trait : hasard</translation>
    </message>
    <message>
        <source>%1. The first: %2.</source>
        <translation>%1. La première : %2.</translation>
    </message>
    <message>
        <source>Hatched: there is nothing to measure.</source>
        <translation>Hachuré : il n’y a rien à mesurer.</translation>
    </message>
    <message>
        <source>share</source>
        <translation>part</translation>
    </message>
    <message>
        <source>%1: %2 ± %3 (mean over %4 texts, standard error)</source>
        <translation>%1 : %2 ± %3 (moyenne sur %4 textes, erreur type)</translation>
    </message>
    <message>
        <source>Rank %1 of %2 by this mean.</source>
        <translation>Rang %1 sur %2 selon cette moyenne.</translation>
    </message>
    <message>
        <source>Chance level: %1.</source>
        <translation>Niveau du hasard : %1.</translation>
    </message>
    <message>
        <source>Heads like it (distance):</source>
        <translation>Têtes semblables (distance) :</translation>
    </message>
    <message>
        <source>In relevance a token begins with all of itself: its own bar (%1) is grey and cut.</source>
        <translation>Dans la pertinence, un token part de lui-même en entier : sa propre barre (%1) est grise et coupée.</translation>
    </message>
    <message>
        <source>Stage %1: within windows of its patches</source>
        <translation>Étape %1 : à l’intérieur de fenêtres de ses patchs</translation>
    </message>
    <message>
        <source>stage %1</source>
        <translation>étape %1</translation>
    </message>
    <message>
        <source>%1. %2. At the top: %3.</source>
        <translation>%1. %2. En haut : %3.</translation>
    </message>
    <message>
        <source>%1: Δ ln p %2, 95% interval %3 to %4, %5 texts</source>
        <translation>%1 : Δ ln p %2, intervalle à 95 % de %3 à %4, %5 textes</translation>
    </message>
    <message>
        <source>Mean change in ln p of the class. Negative: the head helps. With all heads: %1 (95% interval %2 to %3).</source>
        <translation>Variation moyenne de ln p de la classe. Négatif : la tête aide. Avec toutes les têtes : %1 (intervalle à 95 % de %2 à %3).</translation>
    </message>
    <message>
        <source>Mean change in ln p of each next token. Negative: the head helps. With all heads: %1 (95% interval %2 to %3).</source>
        <translation>Variation moyenne de ln p de chaque token suivant. Négatif : la tête aide. Avec toutes les têtes : %1 (intervalle à 95 % de %2 à %3).</translation>
    </message>
    <message>
        <source>%1 of %2 heads have a 95% interval without 0; about %3 would without any effect.</source>
        <translation>%1 têtes sur %2 ont un intervalle à 95 % sans 0 ; sans aucun effet, ce serait environ %3.</translation>
    </message>
    <message>
        <source>Change in ln p, mean over texts with 95% interval</source>
        <translation>Variation de ln p, moyenne sur les textes avec intervalle à 95 %</translation>
    </message>
    <message>
        <source>No text has been read yet.</source>
        <translation>Aucun texte n’a encore été lu.</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <comment>what is lost and over which texts</comment>
        <translation>%1 : %2.</translation>
    </message>
    <message>
        <source>Texts by change in ln p</source>
        <translation>Textes par variation de ln p</translation>
    </message>
    <message>
        <source>Without it: Δ ln p %1 (95% interval %2 to %3, %4 texts), rank %5 of %6 by loss.</source>
        <translation>Sans elle : Δ ln p %1 (intervalle à 95 % de %2 à %3, %4 textes), rang %5 sur %6 par perte.</translation>
    </message>
    <message>
        <source>%1 ± %2 (%3 texts)</source>
        <comment>a mean with its standard error</comment>
        <translation>%1 ± %2 (%3 textes)</translation>
    </message>
    <message>
        <source>%1 (%2 to %3)</source>
        <comment>a number and its interval</comment>
        <translation>%1 (%2 à %3)</translation>
    </message>
    <message>
        <source>Change in ln p without the head</source>
        <translation>Variation de ln p sans la tête</translation>
    </message>
</context>
<context>
    <name>headlight::WorkController</name>
    <message>
        <source>Autosave failed: %1</source>
        <translation>Échec de l’enregistrement automatique : %1</translation>
    </message>
    <message>
        <source>This is your last session, as you left it.</source>
        <translation>Voici votre dernière session, telle que vous l’avez laissée.</translation>
    </message>
    <message>
        <source>Start afresh</source>
        <translation>Repartir de zéro</translation>
    </message>
    <message>
        <source>Crash report: %1. It contains none of your text and was not sent.</source>
        <translation>Ce qui s’est mal passé, sans rien de votre texte, est dans %1 ; rien n’a été envoyé.</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Le récupérer</translation>
    </message>
    <message>
        <source>Save session</source>
        <translation>Enregistrer la session</translation>
    </message>
    <message>
        <source>Save the changes to “%1”?</source>
        <translation>Enregistrer les modifications de « %1 » ?</translation>
    </message>
    <message>
        <source>Save this session to a file?</source>
        <translation>Enregistrer cette session dans un fichier ?</translation>
    </message>
    <message>
        <source>Its deck is unsaved and will be lost.</source>
        <translation>Sa présentation n’est pas enregistrée et sera perdue.</translation>
    </message>
    <message>
        <source>“%1” has been changed by another program since it was opened. Replace it?</source>
        <translation>« %1 » a été modifié par un autre programme depuis son ouverture. Le remplacer ?</translation>
    </message>
    <message>
        <source>Headlight sessions (*.headlight)</source>
        <translation>Sessions Headlight (*.headlight)</translation>
    </message>
    <message>
        <source>Ne&amp;w session</source>
        <translation>&amp;Nouvelle session</translation>
    </message>
    <message>
        <source>&amp;Save session</source>
        <translation>Enregistrer &amp;la session</translation>
    </message>
    <message>
        <source>Sa&amp;ve session as…</source>
        <translation>Enre&amp;gistrer la session sous…</translation>
    </message>
    <message>
        <source>Headlight crashed. A copy of your work from %1 was saved.</source>
        <translation>Headlight s’est arrêté sur une erreur. Une copie de votre travail du %1 a été enregistrée.</translation>
    </message>
    <message>
        <source>Headlight ended without being closed. A copy of your work from %1 was saved.</source>
        <translation>Headlight s’est terminé sans être fermé. Une copie de votre travail du %1 a été enregistrée.</translation>
    </message>
</context>
<context>
    <name>headlight::Workspace</name>
    <message>
        <source>Skipped “%1”: %2</source>
        <translation>Omis « %1 » : %2</translation>
    </message>
    <message>
        <source>%1 unavailable: %2</source>
        <translation>Il manque %1 : %2</translation>
    </message>
    <message>
        <source>Type a sentence to see what each head attends to.</source>
        <translation>Saisissez une phrase pour voir à quoi chaque tête fait attention.</translation>
    </message>
    <message>
        <source>Stopped. Panels still show the previous text.</source>
        <translation>Arrêté. Les images montrent le texte d’avant.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1 : %2</translation>
    </message>
    <message>
        <source>Type the text to compare with.</source>
        <translation>Saisissez le texte à comparer.</translation>
    </message>
    <message>
        <source>Open an image, or drop one here, to see what each head attends to.</source>
        <translation>Ouvrez une image, ou déposez-en une ici, pour voir à quoi chaque tête fait attention.</translation>
    </message>
    <message>
        <source>This model has no tokenizer. Type token ids, such as 101 2023 102.</source>
        <translation>Ce modèle n’a pas de tokenizer. Saisissez des identifiants de tokens, par exemple 101 2023 102.</translation>
    </message>
    <message>
        <source>Add a turn to see what each head attends to.</source>
        <translation>Ajoutez un tour pour voir ce à quoi chaque tête prête attention.</translation>
    </message>
    <message>
        <source>Open a sound, or drop one here, to see what each head attends to.</source>
        <translation>Ouvrez un son ou déposez-en un ici pour voir à quoi chaque tête prête attention.</translation>
    </message>
</context>
<context>
    <name>headlight::WrittenNote</name>
    <message>
        <source>Open file</source>
        <translation>Ouvrir le fichier</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Montrer dans le dossier</translation>
    </message>
    <message>
        <source>Saved to %1</source>
        <translation>Écrit dans %1</translation>
    </message>
</context>
</TS>

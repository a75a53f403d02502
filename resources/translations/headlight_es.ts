<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>ChangeForm</name>
    <message>
        <source>Switch a head off</source>
        <translation>Apagar una cabeza</translation>
    </message>
    <message>
        <source>Zero or mean ablation of a head&apos;s output</source>
        <translation>Ablación a cero o a la media de la salida de una cabeza</translation>
    </message>
    <message>
        <source>Hide tokens from others</source>
        <translation>Ocultar tokens a los demás</translation>
    </message>
    <message>
        <source>Attention knockout: cells, rows or columns, rows renormalised</source>
        <translation>Supresión de atención: celdas, filas o columnas; las filas vuelven a sumar 1</translation>
    </message>
    <message>
        <source>Sharpen or flatten attention</source>
        <translation>Agudizar o aplanar la atención</translation>
    </message>
    <message>
        <source>Softmax temperature</source>
        <translation>Temperatura del softmax</translation>
    </message>
    <message>
        <source>Spread attention evenly</source>
        <translation>Mirar todos los tokens por igual</translation>
    </message>
    <message>
        <source>Uniform attention</source>
        <translation>Atención uniforme</translation>
    </message>
    <message>
        <source>Cap the sink or a token</source>
        <translation>Limitar lo que puede tomar el sumidero o un token</translation>
    </message>
    <message>
        <source>Weight cap; the excess goes to other keys in proportion</source>
        <translation>Tope de peso; el exceso va a otras claves en proporción</translation>
    </message>
    <message>
        <source>Weaken tokens</source>
        <translation>Debilitar tokens</translation>
    </message>
    <message>
        <source>Key re-weighting by a factor below 1</source>
        <translation>Reponderar claves con un factor menor que 1</translation>
    </message>
    <message>
        <source>Emphasise tokens</source>
        <translation>Realzar tokens que importan</translation>
    </message>
    <message>
        <source>Attention steering (PASTA)</source>
        <translation>Guiado de la atención (PASTA)</translation>
    </message>
    <message>
        <source>Drop weights at random</source>
        <translation>Descartar pesos al azar</translation>
    </message>
    <message>
        <source>Attention dropout over several draws</source>
        <translation>Dropout de atención con varios sorteos</translation>
    </message>
    <message>
        <source>Patch from another text</source>
        <translation>Poner una cabeza de otro texto</translation>
    </message>
    <message>
        <source>Activation or pattern patching</source>
        <translation>Injerto de activación o de patrón</translation>
    </message>
    <message>
        <source>Switch an expert off or force it</source>
        <translation>Desactivar o forzar un experto</translation>
    </message>
    <message>
        <source>Router logit at −∞, or the router&apos;s first choice</source>
        <translation>Logit del enrutador en −∞, o primera elección del enrutador</translation>
    </message>
    <message>
        <source>Change values inside layers</source>
        <translation>Cambiar valores dentro de las capas</translation>
    </message>
    <message>
        <source>Ablation, resampling, patching or scaling of stream, sublayers, q, k and v</source>
        <translation>Ablación, remuestreo, parcheo o escalado del flujo, subcapas, q, k y v</translation>
    </message>
</context>
<context>
    <name>FigurePreset</name>
    <message>
        <source>Slide, full</source>
        <translation>Diapositiva completa</translation>
    </message>
    <message>
        <source>Slide, half</source>
        <translation>Media diapositiva</translation>
    </message>
    <message>
        <source>Paper, one column (3.3 in)</source>
        <translation>Artículo, una columna (3,3 pulg.)</translation>
    </message>
    <message>
        <source>Paper, two columns (7 in)</source>
        <translation>Artículo, dos columnas (7 pulg.)</translation>
    </message>
    <message>
        <source>Poster</source>
        <translation>Póster</translation>
    </message>
    <message>
        <source>Square</source>
        <translation>Cuadrado</translation>
    </message>
    <message>
        <source>A4 page within 2.5 cm margins</source>
        <translation>Página A4 con márgenes de 2,5 cm</translation>
    </message>
    <message>
        <source>Letter page within 1 in margins</source>
        <translation>Página carta con márgenes de 1 pulgada</translation>
    </message>
    <message>
        <source>LaTeX column (229.5 pt)</source>
        <translation>Columna de LaTeX (229,5 pt)</translation>
    </message>
    <message>
        <source>LaTeX page (345 pt)</source>
        <translation>Página de LaTeX (345 pt)</translation>
    </message>
</context>
<context>
    <name>HeadTable</name>
    <message>
        <source>no label</source>
        <translation>sin etiqueta</translation>
    </message>
    <message>
        <source>previous token</source>
        <translation>token anterior</translation>
    </message>
    <message>
        <source>next token</source>
        <translation>token siguiente</translation>
    </message>
    <message>
        <source>own token</source>
        <translation>sí mismo</translation>
    </message>
    <message>
        <source>induction</source>
        <translation>inducción</translation>
    </message>
    <message>
        <source>duplicate token</source>
        <translation>misma palabra</translation>
    </message>
    <message>
        <source>punctuation</source>
        <translation>puntuación</translation>
    </message>
    <message>
        <source>diffuse</source>
        <translation>amplia</translation>
    </message>
    <message>
        <source>sink</source>
        <translation>sumidero</translation>
    </message>
    <message>
        <source>Entropy of a row, nats</source>
        <translation>Entropía de una fila, nats</translation>
    </message>
    <message>
        <source>Entropy / ln(keys seen)</source>
        <translation>Entropía / ln(claves vistas)</translation>
    </message>
    <message>
        <source>Entropy of norm-weighted rows, nats</source>
        <translation>Entropía de filas ponderadas por norma, nats</translation>
    </message>
    <message>
        <source>Largest weight of a row</source>
        <translation>Mayor peso de una fila</translation>
    </message>
    <message>
        <source>Row diversity, nats</source>
        <translation>Divergencia de las filas, nats</translation>
    </message>
    <message>
        <source>Distance, tokens</source>
        <translation>Distancia, tokens</translation>
    </message>
    <message>
        <source>Attention at most 2 tokens away</source>
        <translation>Masa a 2 tokens como mucho</translation>
    </message>
    <message>
        <source>Attention further than 8 tokens</source>
        <translation>Masa a más de 8 tokens</translation>
    </message>
    <message>
        <source>Attention on previous token</source>
        <translation>Masa en el token anterior</translation>
    </message>
    <message>
        <source>Attention on next token</source>
        <translation>Masa en el token siguiente</translation>
    </message>
    <message>
        <source>Attention on own token</source>
        <translation>Masa en el propio token</translation>
    </message>
    <message>
        <source>Attention on earlier occurrences</source>
        <translation>Masa en apariciones anteriores</translation>
    </message>
    <message>
        <source>Induction</source>
        <translation>Masa en lo que les siguió</translation>
    </message>
    <message>
        <source>Probe: earlier copy</source>
        <translation>Lo mismo con tokens al azar dichos dos veces: aparición anterior</translation>
    </message>
    <message>
        <source>Probe: induction</source>
        <translation>Lo mismo con tokens al azar dichos dos veces: lo que siguió</translation>
    </message>
    <message>
        <source>Attention on sink</source>
        <translation>Masa en el primer token y en los añadidos</translation>
    </message>
    <message>
        <source>Attention on first token</source>
        <translation>Masa en el primer token</translation>
    </message>
    <message>
        <source>Attention on special tokens</source>
        <translation>Masa en tokens añadidos</translation>
    </message>
    <message>
        <source>Attention on punctuation</source>
        <translation>Masa en la puntuación</translation>
    </message>
    <message>
        <source>Symmetry</source>
        <translation>Peso que se devuelve</translation>
    </message>
    <message>
        <source>Attention on residue contacts</source>
        <translation>Atención a contactos de residuos</translation>
    </message>
    <message>
        <source>label</source>
        <translation>etiqueta</translation>
    </message>
    <message>
        <source>Attention on the system&apos;s turns</source>
        <translation>Atención a los turnos del sistema</translation>
    </message>
    <message>
        <source>Attention on the user&apos;s turns</source>
        <translation>Atención a los turnos del usuario</translation>
    </message>
    <message>
        <source>Attention on the assistant&apos;s turns</source>
        <translation>Atención a los turnos del asistente</translation>
    </message>
    <message>
        <source>Attention on turns of other roles</source>
        <translation>Atención a los turnos de otros roles</translation>
    </message>
    <message>
        <source>Attention on the chat template</source>
        <translation>Atención a la plantilla de chat</translation>
    </message>
    <message>
        <source>local</source>
        <translation>local</translation>
    </message>
</context>
<context>
    <name>KeyboardSheet</name>
    <message>
        <source>Tokens: select several</source>
        <translation>En los tokens: seleccionar varios</translation>
    </message>
    <message>
        <source>Heatmap: mark cells; Menu key changes the model there</source>
        <translation>En un mapa de calor: marcar celdas; la tecla de menú cambia ahí el modelo</translation>
    </message>
    <message>
        <source>Heatmap: move between cells; weight in the status bar</source>
        <translation>En un mapa de calor: recorrer las celdas; el peso aparece abajo</translation>
    </message>
    <message>
        <source>Heatmap: show the whole map</source>
        <translation>Mapa de calor: mostrarlo entero</translation>
    </message>
    <message>
        <source>Stop the current task</source>
        <translation>Parar la tarea en curso</translation>
    </message>
    <message>
        <source>Walkthrough: next and previous step, numbers, full screen</source>
        <translation>En el recorrido: paso siguiente y anterior, números, pantalla completa</translation>
    </message>
    <message>
        <source>In panels and windows</source>
        <translation>En paneles y ventanas</translation>
    </message>
</context>
<context>
    <name>PanelKind</name>
    <message>
        <source>Heatmap</source>
        <translation>Mapa de calor</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>Vínculos</translation>
    </message>
    <message>
        <source>Coloured text</source>
        <translation>Texto coloreado</translation>
    </message>
    <message>
        <source>Arcs</source>
        <translation>Arcos</translation>
    </message>
    <message>
        <source>Row profile</source>
        <translation>Perfil de fila</translation>
    </message>
    <message>
        <source>Token flow</source>
        <translation>Flujo de tokens</translation>
    </message>
    <message>
        <source>Head similarity</source>
        <translation>Semejanza de cabezas</translation>
    </message>
    <message>
        <source>Head atlas</source>
        <translation>Atlas de cabezas</translation>
    </message>
    <message>
        <source>Image overlay</source>
        <translation>Sobre la imagen</translation>
    </message>
    <message>
        <source>Image atlas</source>
        <translation>Sobre la imagen, todas las cabezas</translation>
    </message>
    <message>
        <source>Experts</source>
        <translation>Expertos</translation>
    </message>
</context>
<context>
    <name>QObject</name>
    <message>
        <source>About Headlight</source>
        <translation>Acerca de Headlight</translation>
    </message>
    <message>
        <source>&lt;p&gt;&lt;b&gt;Headlight %1&lt;/b&gt;&lt;/p&gt;&lt;p&gt;Shows what the attention heads of a language model look at.&lt;br&gt;Everything is computed on this machine; nothing is sent anywhere.&lt;/p&gt;&lt;p&gt;GPL-3.0-or-later. Uses Qt, QCustomPlot, Eigen, oneDNN, ICU,&lt;br&gt;PCRE2, simdjson, nlohmann/json, CLI11 and libzip.&lt;/p&gt;</source>
        <translation>&lt;p&gt;&lt;b&gt;Headlight %1&lt;/b&gt;&lt;/p&gt;&lt;p&gt;Muestra a qué miran las cabezas de atención de un modelo de lenguaje.&lt;br&gt;Todo se calcula en este equipo; nada se envía a ningún sitio.&lt;/p&gt;&lt;p&gt;GPL-3.0-or-later. Usa Qt, QCustomPlot, Eigen, oneDNN, ICU,&lt;br&gt;PCRE2, simdjson, nlohmann/json, CLI11 y libzip.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Teclado</translation>
    </message>
    <message>
        <source>none: the hidden states are the output</source>
        <translation>nada: los estados ocultos son la salida</translation>
    </message>
    <message>
        <source>next token</source>
        <translation>token siguiente</translation>
    </message>
    <message>
        <source>masked tokens</source>
        <translation>tokens enmascarados</translation>
    </message>
    <message>
        <source>classes of a text (%1)</source>
        <translation>clases de un texto (%1)</translation>
    </message>
    <message>
        <source>classes of a token (%1)</source>
        <translation>clases de un token (%1)</translation>
    </message>
    <message>
        <source>replaced tokens</source>
        <translation>tokens sustituidos</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>Familia</translation>
    </message>
    <message>
        <source>Architecture</source>
        <translation>Arquitectura</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Capas</translation>
    </message>
    <message>
        <source>Heads</source>
        <translation>Cabezas</translation>
    </message>
    <message>
        <source>Key/value heads</source>
        <translation>Cabezas de clave/valor</translation>
    </message>
    <message>
        <source>Hidden size</source>
        <translation>Anchura</translation>
    </message>
    <message>
        <source>%1, %2 per head</source>
        <translation>%1, %2 por cabeza</translation>
    </message>
    <message>
        <source>Positions</source>
        <translation>Posiciones</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>Contexto</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>sin límite</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 tokens</translation>
    </message>
    <message>
        <source>%1 tokens trained</source>
        <translation>entrenado con %1 tokens</translation>
    </message>
    <message>
        <source>Vocabulary</source>
        <translation>Vocabulario</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parámetros</translation>
    </message>
    <message>
        <source>Data type</source>
        <translation>Formato numérico</translation>
    </message>
    <message>
        <source>Tokenizer</source>
        <translation>Tokenizador</translation>
    </message>
    <message>
        <source>Predicts</source>
        <translation>Predice</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Carpeta</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Archivo</translation>
    </message>
    <message>
        <source>File type</source>
        <translation>Tipo de archivo</translation>
    </message>
    <message>
        <source>%1 %2 (%3)</source>
        <translation>%1 %2 (%3)</translation>
    </message>
    <message>
        <source>Tensors</source>
        <translation>Tensores</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamaño</translation>
    </message>
    <message>
        <source>Memory for a run</source>
        <translation>Memoria para una ejecución</translation>
    </message>
    <message>
        <source>%1 on top of the weights, for %2 tokens</source>
        <translation>%1 además de los pesos, para %2 tokens</translation>
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
        <translation>%1 GB</translation>
    </message>
    <message>
        <source>%1 in a scratch file</source>
        <translation>%1 en un archivo temporal</translation>
    </message>
</context>
<context>
    <name>Samples</name>
    <message>
        <source>A quoted clause, repeated</source>
        <translation>Una frase citada, dicha dos veces</translation>
    </message>
    <message>
        <source>When the clause comes again, each word looks at what followed it the first time: the second &apos;I&apos; at &apos;shall&apos;, the second &apos;be&apos; at &apos;late&apos;.</source>
        <translation>Cuando la frase vuelve, cada palabra mira lo que la siguió la primera vez: el segundo &apos;I&apos; a &apos;shall&apos;, el segundo &apos;be&apos; a &apos;late&apos;.</translation>
    </message>
    <message>
        <source>A repeated sentence</source>
        <translation>Una oración repetida</translation>
    </message>
    <message>
        <source>When the sentence comes again, each word looks at what followed it the first time: the second &apos;password&apos; at &apos;is&apos;, the second &apos;blue&apos; at &apos;river&apos;. So the model can say it again.</source>
        <translation>Cuando la oración vuelve, cada palabra mira lo que la siguió la primera vez: el segundo &apos;password&apos; a &apos;is&apos;, el segundo &apos;blue&apos; a &apos;river&apos;. Así el modelo puede decirla otra vez.</translation>
    </message>
    <message>
        <source>The word before</source>
        <translation>La palabra anterior</translation>
    </message>
    <message>
        <source>Every token looks at the token just before it; heads further up use this to find where a phrase was said before.</source>
        <translation>Cada token mira al token justo anterior; las cabezas de más arriba lo usan para hallar dónde se dijo antes una frase.</translation>
    </message>
    <message>
        <source>The same word again</source>
        <translation>La misma palabra otra vez</translation>
    </message>
    <message>
        <source>Most words look at their other occurrence: &apos;king&apos; at &apos;king&apos;, &apos;saw&apos; at &apos;saw&apos;.</source>
        <translation>La mayoría de las palabras miran su otra aparición: &apos;king&apos; a &apos;king&apos;, &apos;saw&apos; a &apos;saw&apos;.</translation>
    </message>
    <message>
        <source>Who was hungry?</source>
        <translation>¿Quién tenía hambre?</translation>
    </message>
    <message>
        <source>Each word looks at the word just before it: &apos;was&apos; at &apos;mice&apos;, although it was the cat that was hungry.</source>
        <translation>Cada palabra mira a la justo anterior: &apos;was&apos; a &apos;mice&apos;, aunque quien tenía hambre era el gato.</translation>
    </message>
    <message>
        <source>A list</source>
        <translation>Una enumeración</translation>
    </message>
    <message>
        <source>Each token looks at the one that comes next: the comma at the next item, the item at its ending.</source>
        <translation>Cada token mira al que viene después: la coma al elemento siguiente, el elemento a su final.</translation>
    </message>
    <message>
        <source>What counts is after &apos;but&apos;</source>
        <translation>Cuenta lo que va tras &apos;but&apos;</translation>
    </message>
    <message>
        <source>The class is read at [CLS], and [CLS] looks at &apos;wonderful&apos;, not at &apos;cold&apos;.</source>
        <translation>La clase se lee en [CLS], y [CLS] mira a &apos;wonderful&apos;, no a &apos;cold&apos;.</translation>
    </message>
    <message>
        <source>Not good</source>
        <translation>No es bueno</translation>
    </message>
    <message>
        <source>[CLS] looks at &apos;not&apos;, the word that turns the sentence around.</source>
        <translation>[CLS] mira a &apos;not&apos;, la palabra que da la vuelta a la frase.</translation>
    </message>
    <message>
        <source>It looks one word back</source>
        <translation>Mira una palabra atrás</translation>
    </message>
    <message>
        <source>This head looks from every word at the one just before it. That sounds dull, but other heads build on it: it tells each word what stood in front.</source>
        <translation>Esta cabeza mira desde cada palabra a la justo anterior. Suena aburrido, pero otras cabezas se apoyan en ello: dice a cada palabra qué había delante.</translation>
    </message>
    <message>
        <source>It finds the same word again</source>
        <translation>Encuentra otra vez la misma palabra</translation>
    </message>
    <message>
        <source>This head looks from a word at the same word elsewhere in the text: from king to king, from queen to queen.</source>
        <translation>Esta cabeza mira desde una palabra a la misma palabra en otro lugar del texto: de king a king, de queen a queen.</translation>
    </message>
    <message>
        <source>It remembers what came next</source>
        <translation>Recuerda lo que vino después</translation>
    </message>
    <message>
        <source>When something comes a second time, this head looks at what followed it the first time, and so the model can go on as before. Such heads are called induction heads.</source>
        <translation>Cuando algo aparece por segunda vez, esta cabeza mira lo que siguió la primera, y así el modelo puede continuar como antes. Tales cabezas se llaman cabezas de inducción.</translation>
    </message>
    <message>
        <source>It rests when there is nothing to do</source>
        <translation>Descansa cuando no hay nada que hacer</translation>
    </message>
    <message>
        <source>The same head, with nothing repeated: it puts nearly all its attention on the first token. Attention always adds up to 100%, so a head without work has to leave it somewhere.</source>
        <translation>La misma cabeza, y nada dicho dos veces: pone casi toda su atención en el primero de los tokens. La atención siempre suma 100 %, así que una cabeza sin trabajo tiene que dejarla en algún sitio.</translation>
    </message>
    <message>
        <source>It picks the word that decides</source>
        <translation>Elige la palabra que decide</translation>
    </message>
    <message>
        <source>This model says whether a sentence is positive. It reads the answer at the token [CLS], and this head looks from there at the word that counts: wonderful, not cold.</source>
        <translation>Este modelo dice si una frase es positiva. Lee la respuesta en el token [CLS], y esta cabeza mira desde ahí a la palabra que cuenta: wonderful, no cold.</translation>
    </message>
    <message>
        <source>A translation with crossing words</source>
        <translation>Una traducción cuyas palabras se cruzan</translation>
    </message>
    <message>
        <source>Each German piece looks at the French one that means the same: &apos;sieben&apos; at &apos;sept&apos;, the last piece of the number, and &apos;rote&apos; at &apos;rouges&apos;, after its noun.</source>
        <translation>Cada pieza alemana mira la francesa que significa lo mismo: &apos;sieben&apos; a &apos;sept&apos;, la última pieza del número, y &apos;rote&apos; a &apos;rouges&apos;, detrás de su nombre.</translation>
    </message>
    <message>
        <source>A date</source>
        <translation>Una fecha</translation>
    </message>
    <message>
        <source>Day, month and the digits of the year each look at theirs; &apos;le&apos; has no counterpart in the source and looks at the word French.</source>
        <translation>Día, mes y las cifras del año miran cada uno a lo suyo; &apos;le&apos; no representa nada de la fuente y mira a la palabra French.</translation>
    </message>
    <message>
        <source>What it says, and where it looks</source>
        <translation>Qué dice y adónde mira</translation>
    </message>
    <message>
        <source>When &apos;star&apos; is the word this head looks at the star, as it looked at the circle for &apos;circle&apos;. Step through the words under the tokens.</source>
        <translation>Cuando el modelo dice «star», esta cabeza mira la estrella, como miró el círculo con «circle». Recorra las palabras debajo de los tokens.</translation>
    </message>
    <message>
        <source>The larger one first</source>
        <translation>Primero la más grande</translation>
    </message>
    <message>
        <source>A caption begins with the larger thing, here the heart: this head finds it wherever it is.</source>
        <translation>Una descripción empieza por la figura más grande, aquí el corazón: esta cabeza la encuentra esté donde esté.</translation>
    </message>
    <message>
        <source>Left or right?</source>
        <translation>¿Izquierda o derecha?</translation>
    </message>
    <message>
        <source>When &apos;right&apos; is the word, this head looks at the star and 0.0 at both things: two places that it compares.</source>
        <translation>Cuando el modelo dice «right», esta cabeza mira la estrella y la 0.0 ambas figuras: dos lugares que compara.</translation>
    </message>
</context>
<context>
    <name>Walkthrough</name>
    <message>
        <source>attention weights</source>
        <translation>pesos de atención</translation>
    </message>
    <message>
        <source>Attention weights say how a token divides its attention. They add up to 100%.</source>
        <translation>Los pesos de atención dicen cuánta de su atención da un token a cada uno de los demás. Los de un token suman 100 %.</translation>
    </message>
    <message>
        <source>intervention</source>
        <translation>intervención</translation>
    </message>
    <message>
        <source>A change made on purpose while the model runs.</source>
        <translation>Un cambio hecho a propósito mientras el modelo funciona.</translation>
    </message>
    <message>
        <source>softmax</source>
        <translation>softmax</translation>
    </message>
    <message>
        <source>Softmax turns any numbers into shares of 100%: e is raised to each number, then divided by the total.</source>
        <translation>Softmax convierte números cualesquiera en partes que suman 100 %: se toma e elevado a cada uno y se divide entre la suma de todos.</translation>
    </message>
    <message>
        <source>tokens</source>
        <translation>tokens</translation>
    </message>
    <message>
        <source>Tokens are the pieces in which a model reads a text: words, parts of words, punctuation.</source>
        <translation>Los tokens son las piezas en que un modelo lee un texto: palabras, partes de palabras, puntuación.</translation>
    </message>
    <message>
        <source>heatmap</source>
        <translation>mapa de calor</translation>
    </message>
    <message>
        <source>The square picture with a row for each query and a column for each key.</source>
        <translation>La imagen cuadrada con una fila para cada consulta y una columna para cada clave.</translation>
    </message>
    <message>
        <source>scores</source>
        <translation>puntuaciones</translation>
    </message>
    <message>
        <source>A score says how well a key matches a query. It can be negative.</source>
        <translation>Una puntuación dice lo bien que una clave encaja con una consulta: un número cualquiera, también bajo cero.</translation>
    </message>
    <message>
        <source>vector</source>
        <translation>vector</translation>
    </message>
    <message>
        <source>A vector is a list of numbers. The model keeps one for every token.</source>
        <translation>Un vector es una lista de números. El modelo lleva uno para cada token.</translation>
    </message>
    <message>
        <source>values</source>
        <translation>valores</translation>
    </message>
    <message>
        <source>A token&apos;s value is what it passes on when another token attends to it.</source>
        <translation>El valor de un token es lo que transmite cuando lo miran.</translation>
    </message>
    <message>
        <source>query</source>
        <translation>consulta</translation>
    </message>
    <message>
        <source>The query of a token is a list of numbers that says what it looks for.</source>
        <translation>La consulta de un token es una lista de números que dice lo que busca.</translation>
    </message>
    <message>
        <source>heads</source>
        <translation>cabezas</translation>
    </message>
    <message>
        <source>Heads work side by side in each layer. Each compares tokens in its own way.</source>
        <translation>Las cabezas trabajan lado a lado en cada capa. Cada una compara tokens a su manera.</translation>
    </message>
    <message>
        <source>layer</source>
        <translation>capa</translation>
    </message>
    <message>
        <source>A model is a stack of layers. Each updates the vector of every token once.</source>
        <translation>Un modelo es una pila de capas; cada una reescribe una vez los vectores de todos los tokens.</translation>
    </message>
    <message>
        <source>key</source>
        <translation>clave</translation>
    </message>
    <message>
        <source>The key of a token is a list of numbers that says what it offers.</source>
        <translation>La clave de un token es una lista de números que dice lo que ofrece.</translation>
    </message>
</context>
<context>
    <name>Workspace</name>
    <message>
        <source>%1: expected a head of %2 layers with %3 heads each, found layer %4, head %5</source>
        <translation>%1: se esperaba una cabeza de %2 capas con %3 cabezas cada una, se encontró capa %4, cabeza %5</translation>
    </message>
</context>
<context>
    <name>headlight::AblationWindow</name>
    <message>
        <source>Ablation map</source>
        <translation>Mapa de ablación</translation>
    </message>
    <message>
        <source>Effect of switching off each head; arrow keys move, Return opens</source>
        <translation>Lo que pierde la respuesta sin cada cabeza; las flechas recorren las cabezas, Intro abre una</translation>
    </message>
    <message>
        <source>Switches off every head in turn and shows how far the prediction drops.</source>
        <translation>Apaga cada cabeza por turno y muestra cuánto baja la predicción.</translation>
    </message>
    <message>
        <source>A likely prediction, or any token or class that you type</source>
        <translation>Una predicción probable, o cualquier token o clase que escriba</translation>
    </message>
    <message>
        <source>&amp;Prediction</source>
        <translation>&amp;Respuesta</translation>
    </message>
    <message>
        <source>zero</source>
        <translation>cero</translation>
    </message>
    <message>
        <source>mean over the text</source>
        <translation>su media sobre el texto</translation>
    </message>
    <message>
        <source>Replace w&amp;ith</source>
        <translation>En &amp;lugar de una cabeza</translation>
    </message>
    <message>
        <source>ln p of the prediction</source>
        <translation>ln p de la predicción</translation>
    </message>
    <message>
        <source>whole prediction (KL)</source>
        <translation>toda la predicción (KL)</translation>
    </message>
    <message>
        <source>S&amp;hown</source>
        <translation>&amp;Mostrar</translation>
    </message>
    <message>
        <source>Ablation progress</source>
        <translation>Progreso de apagar cada cabeza</translation>
    </message>
    <message>
        <source>No prediction here. Pin a token, type a mask token, or open a model with an output head.</source>
        <translation>El modelo no dice nada aquí: fije un token, escriba una máscara o abra un modelo con cabeza de salida.</translation>
    </message>
    <message>
        <source>This map is for another text or token. Measure again to update.</source>
        <translation>El mapa es de otro texto o token. Mida para dibujarlo de nuevo.</translation>
    </message>
    <message>
        <source>%1   %2</source>
        <translation>%1   %2</translation>
    </message>
    <message>
        <source>Heads</source>
        <translation>Cabezas</translation>
    </message>
    <message>
        <source>The attention in which heads are switched off</source>
        <translation>De qué atención se desactivan las cabezas</translation>
    </message>
    <message>
        <source>Measure runs the model %1 times, each time without one head, and shows how far “%2” drops; about %3.</source>
        <translation>«Medir» ejecuta el modelo %1 veces, cada vez sin una cabeza, y muestra cuánto baja «%2»; unos %3.</translation>
    </message>
    <message>
        <source>Measure runs the model %1 times, each time without one head, and shows how far “%2” drops at “%4”, token %5; about %3.</source>
        <translation>«Medir» ejecuta el modelo %1 veces, cada vez sin una cabeza, y muestra cuánto baja «%2» en «%4», token %5; unos %3.</translation>
    </message>
</context>
<context>
    <name>headlight::AdapterBar</name>
    <message>
        <source>&amp;Adapter</source>
        <translation>&amp;Adaptador</translation>
    </message>
    <message>
        <source>Adapter scale, in percent</source>
        <translation>Escala del adaptador, en porcentaje</translation>
    </message>
    <message>
        <source>How much of the adapter counts: 0% is the base model</source>
        <translation>Cuánto cuenta el adaptador: 0% es el modelo base</translation>
    </message>
    <message>
        <source>Compare with base</source>
        <translation>Comparar con la base</translation>
    </message>
    <message>
        <source>Opens the base model next to it and ranks the heads that differ most</source>
        <translation>Abre el modelo base al lado y ordena las cabezas que más difieren</translation>
    </message>
</context>
<context>
    <name>headlight::AnimationDialog</name>
    <message>
        <source>Export animation</source>
        <translation>Exportar animación</translation>
    </message>
    <message>
        <source>Frames written</source>
        <translation>Fotogramas escritos</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportar</translation>
    </message>
    <message>
        <source>%1 × %2 pixels</source>
        <translation>%1 × %2 píxeles</translation>
    </message>
    <message>
        <source>GIF</source>
        <translation>GIF</translation>
    </message>
    <message>
        <source>WebP, smaller and sharper</source>
        <translation>WebP, más pequeño y nítido</translation>
    </message>
    <message>
        <source>Web page with a slider</source>
        <translation>Página web con control deslizante</translation>
    </message>
    <message>
        <source>PowerPoint, slides that morph</source>
        <translation>PowerPoint, diapositivas con Transformación</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuro</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Ajustado</translation>
    </message>
    <message>
        <source>Includ&amp;e text and session</source>
        <translation>Conservar te&amp;xto y sesión en el archivo</translation>
    </message>
    <message>
        <source>Turn off for confidential work: tokens become numbers, no text is stored</source>
        <translation>Desactivado para trabajo confidencial: números en vez de tokens y nada del texto en el archivo</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Examinar…</translation>
    </message>
    <message>
        <source>&amp;What</source>
        <translation>&amp;Qué</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>&amp;Formato</translation>
    </message>
    <message>
        <source>&amp;Size</source>
        <translation>&amp;Tamaño</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>T&amp;ema</translation>
    </message>
    <message>
        <source>Each f&amp;rame</source>
        <translation>Cada foto&amp;grama</translation>
    </message>
    <message>
        <source>F&amp;ile</source>
        <translation>&amp;Archivo</translation>
    </message>
    <message>
        <source>Plays everywhere. 256 colours a frame.</source>
        <translation>Se reproduce en todas partes. 256 colores por fotograma.</translation>
    </message>
    <message>
        <source>Plays in browsers and newer programs. All colours.</source>
        <translation>Se reproduce en navegadores y programas recientes. Todos los colores.</translation>
    </message>
    <message>
        <source>One file for any browser: slider, arrow keys, exact values, light and dark.</source>
        <translation>Un archivo para cualquier navegador: control deslizante, teclas de flecha, valores exactos, claro y oscuro.</translation>
    </message>
    <message>
        <source>Native shapes; PowerPoint moves them from slide to slide.</source>
        <translation>Formas nativas; PowerPoint las mueve de una diapositiva a otra.</translation>
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
        <translation>Página web (*.html)</translation>
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
        <translation>Palabras de la respuesta</translation>
    </message>
    <message>
        <source>Previous word</source>
        <translation>Palabra anterior</translation>
    </message>
    <message>
        <source>Previous word (left arrow)</source>
        <translation>Palabra anterior (flecha izquierda)</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Reproducir</translation>
    </message>
    <message>
        <source>Show one word after the other</source>
        <translation>Mostrar una palabra tras otra</translation>
    </message>
    <message>
        <source>Next word</source>
        <translation>Palabra siguiente</translation>
    </message>
    <message>
        <source>Next word (right arrow)</source>
        <translation>Palabra siguiente (flecha derecha)</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausa</translation>
    </message>
    <message>
        <source>%1 words: step through them to see what each attends to</source>
        <translation>%1 palabras: recórralas para ver a qué atiende cada una</translation>
    </message>
    <message>
        <source>Word %1 of %2: “%3” · %4</source>
        <translation>Palabra %1 de %2: «%3» · %4</translation>
    </message>
</context>
<context>
    <name>headlight::Appearance</name>
    <message>
        <source>&amp;Reduce motion</source>
        <translation>&amp;Reducir movimiento</translation>
    </message>
    <message>
        <source>L&amp;arger text</source>
        <translation>&amp;Texto mayor</translation>
    </message>
    <message>
        <source>Small&amp;er text</source>
        <translation>Te&amp;xto menor</translation>
    </message>
    <message>
        <source>Defa&amp;ult text</source>
        <translation>Texto &amp;habitual</translation>
    </message>
    <message>
        <source>S&amp;ystem theme</source>
        <translation>Tema del &amp;sistema</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Fondo claro</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>Fondo osc&amp;uro</translation>
    </message>
    <message>
        <source>&amp;System language</source>
        <translation>Idioma del &amp;sistema</translation>
    </message>
    <message>
        <source>Restart Headlight to use this language.</source>
        <translation>Headlight hablará este idioma desde su próximo inicio.</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Alto contraste</translation>
    </message>
</context>
<context>
    <name>headlight::ArcsView</name>
    <message>
        <source>Arcs</source>
        <translation>Arcos</translation>
    </message>
</context>
<context>
    <name>headlight::AtlasPane</name>
    <message>
        <source>Heads</source>
        <translation>Cabezas</translation>
    </message>
    <message>
        <source>Open in new panel</source>
        <translation>Mostrar en un panel propio</translation>
    </message>
    <message>
        <source>Head order</source>
        <translation>En qué orden están las cabezas</translation>
    </message>
    <message>
        <source>By layer and head</source>
        <translation>Por capas y cabezas</translation>
    </message>
    <message>
        <source>By similarity to selected head</source>
        <translation>Por semejanza con la cabeza seleccionada</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Comparar estas</translation>
    </message>
    <message>
        <source>Combine</source>
        <translation>Como una</translation>
    </message>
    <message>
        <source>The marked heads in one panel</source>
        <translation>Las cabezas marcadas en un panel</translation>
    </message>
    <message>
        <source>Overlay</source>
        <translation>Superpuestas</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Su media</translation>
    </message>
    <message>
        <source>Maximum</source>
        <translation>Su mayor peso</translation>
    </message>
    <message>
        <source>Unmark all heads</source>
        <translation>Desmarcar todas las cabezas</translation>
    </message>
    <message>
        <source>No head matches “%1”.</source>
        <translation>Ninguna cabeza corresponde a «%1».</translation>
    </message>
    <message>
        <source>Marked: %1</source>
        <translation>Marcadas: %1</translation>
    </message>
    <message>
        <source>&amp;Heads</source>
        <translation>Cabe&amp;zas</translation>
    </message>
    <message>
        <source>Go to heads: arrows select, Space marks, Ctrl+Return opens a panel</source>
        <translation>A las cabezas: las flechas eligen, espacio marca, Ctrl+Intro abre</translation>
    </message>
    <message>
        <source>Previous layer</source>
        <translation>Capa anterior</translation>
    </message>
    <message>
        <source>Next layer</source>
        <translation>Capa siguiente</translation>
    </message>
    <message>
        <source>Previous head</source>
        <translation>Cabeza anterior</translation>
    </message>
    <message>
        <source>Next head</source>
        <translation>Cabeza siguiente</translation>
    </message>
    <message>
        <source>Compare mar&amp;ked heads</source>
        <translation>Comparar cabe&amp;zas marcadas</translation>
    </message>
    <message>
        <source>One panel each; for two heads also the difference</source>
        <translation>Cada una en un panel propio, y de dos su diferencia</translation>
    </message>
    <message>
        <source>By label</source>
        <translation>Por etiqueta</translation>
    </message>
    <message>
        <source>similarity to %1</source>
        <translation>similitud con %1</translation>
    </message>
    <message>
        <source>layer and head</source>
        <translation>capa y cabeza</translation>
    </message>
    <message>
        <source>Order: %1</source>
        <translation>Orden: %1</translation>
    </message>
    <message>
        <source>Measuring heads…</source>
        <translation>Midiendo cabezas…</translation>
    </message>
</context>
<context>
    <name>headlight::AtlasView</name>
    <message>
        <source>Head atlas</source>
        <translation>Atlas de cabezas</translation>
    </message>
    <message>
        <source>, marked</source>
        <translation>, marcada</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation>%1 en %2</translation>
    </message>
    <message>
        <source>the first token</source>
        <translation>el primer token</translation>
    </message>
    <message>
        <source>special tokens</source>
        <translation>tokens especiales</translation>
    </message>
    <message>
        <source>, switched off</source>
        <translation>, apagada</translation>
    </message>
    <message>
        <source>, changed</source>
        <translation>, cambiada</translation>
    </message>
</context>
<context>
    <name>headlight::AttentionView</name>
    <message>
        <source>Computing weights</source>
        <translation>Calculando los pesos</translation>
    </message>
    <message>
        <source>Computing weights… %1</source>
        <translation>Leyendo los pesos… %1</translation>
    </message>
</context>
<context>
    <name>headlight::AudienceWindow</name>
    <message>
        <source>Headlight: talk</source>
        <translation>Headlight: charla</translation>
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
        <translation>&amp;Página de inicio…</translation>
    </message>
    <message>
        <source>Examples, recent sessions, models and the tour</source>
        <translation>Ejemplos, sesiones recientes, modelos y el recorrido</translation>
    </message>
    <message>
        <source>T&amp;our: two minutes, hands on</source>
        <translation>Recorrido: dos &amp;minutos, práctico</translation>
    </message>
    <message>
        <source>Change the text</source>
        <translation>Cambia el texto</translation>
    </message>
    <message>
        <source>Type a word into the text at the top. Every picture follows.</source>
        <translation>Escribe una palabra en el texto de arriba. Todas las imágenes la siguen.</translation>
    </message>
    <message>
        <source>Choose a head</source>
        <translation>Elige una cabeza</translation>
    </message>
    <message>
        <source>Click one of the small maps on the left.</source>
        <translation>Haz clic en uno de los mapas pequeños de la izquierda.</translation>
    </message>
    <message>
        <source>Point at a cell</source>
        <translation>Señala una celda</translation>
    </message>
    <message>
        <source>Move over the large map: the status line tells the weight.</source>
        <translation>Pasa sobre el mapa grande: la barra de estado indica el peso.</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Comparar</translation>
    </message>
    <message>
        <source>Press “Compare” next to the text, or %1 for a second panel.</source>
        <translation>Pulsa «Comparar» junto al texto, o %1 para un segundo panel.</translation>
    </message>
    <message>
        <source>Change the model</source>
        <translation>Cambia el modelo</translation>
    </message>
    <message>
        <source>Press %1: the head is switched off, and the prediction changes.</source>
        <translation>Pulsa %1: la cabeza se desactiva y la predicción cambia.</translation>
    </message>
    <message>
        <source>Export a figure</source>
        <translation>Exporta una figura</translation>
    </message>
    <message>
        <source>Press %1 and save what you see.</source>
        <translation>Pulsa %1 y guarda lo que ves.</translation>
    </message>
</context>
<context>
    <name>headlight::ChangeForm</name>
    <message>
        <source>As written for --intervene</source>
        <translation>Cómo lo llama --intervene en la línea de órdenes</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Añadir</translation>
    </message>
    <message>
        <source>The sink (first and special tokens)</source>
        <translation>El sumidero (el primero y los especiales)</translation>
    </message>
    <message>
        <source>The first token</source>
        <translation>El primer token</translation>
    </message>
    <message>
        <source>The last token</source>
        <translation>El último token</translation>
    </message>
    <message>
        <source>Punctuation</source>
        <translation>Puntuación</translation>
    </message>
    <message>
        <source>Special tokens</source>
        <translation>Tokens especiales</translation>
    </message>
    <message>
        <source>&amp;Tokens</source>
        <translation>&amp;Tokens</translation>
    </message>
    <message>
        <source>Hidden from all tokens (columns)</source>
        <translation>Nadie los ve (columnas)</translation>
    </message>
    <message>
        <source>They attend to nothing (rows)</source>
        <translation>No leen nada (filas)</translation>
    </message>
    <message>
        <source>Hidden from chosen tokens (cells)</source>
        <translation>Los tokens elegidos no los ven (celdas)</translation>
    </message>
    <message>
        <source>&amp;How</source>
        <translation>&amp;Cómo</translation>
    </message>
    <message>
        <source>From &amp;whom</source>
        <translation>&amp;De quién</translation>
    </message>
    <message>
        <source>&amp;Temperature (below 1 sharper, above 1 flatter)</source>
        <translation>&amp;Temperatura (menor que 1, más aguda; mayor que 1, más plana)</translation>
    </message>
    <message>
        <source>&amp;Maximum per row</source>
        <translation>Como &amp;máximo, de cada fila</translation>
    </message>
    <message>
        <source>%</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Weight &amp;times</source>
        <translation>Peso &amp;por</translation>
    </message>
    <message>
        <source>&amp;Rate</source>
        <translation>Ta&amp;sa</translation>
    </message>
    <message>
        <source>&amp;Draws</source>
        <translation>S&amp;orteos</translation>
    </message>
    <message>
        <source>&amp;Seed</source>
        <translation>S&amp;emilla</translation>
    </message>
    <message>
        <source>Zero</source>
        <translation>Nada</translation>
    </message>
    <message>
        <source>Mean over the text</source>
        <translation>Su media sobre el texto</translation>
    </message>
    <message>
        <source>Mean over another text</source>
        <translation>Su media sobre un texto de muestra</translation>
    </message>
    <message>
        <source>Replace w&amp;ith</source>
        <translation>Lo que d&amp;ice en su lugar</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Lo que dice (salida)</translation>
    </message>
    <message>
        <source>Attention pattern</source>
        <translation>Adónde mira (patrón)</translation>
    </message>
    <message>
        <source>&amp;What</source>
        <translation>&amp;Qué</translation>
    </message>
    <message>
        <source>A text of %1 tokens</source>
        <translation>Un texto de %1 tokens</translation>
    </message>
    <message>
        <source>From the te&amp;xt</source>
        <translation>Del te&amp;xto</translation>
    </message>
    <message>
        <source>Sample te&amp;xt</source>
        <translation>Te&amp;xto de muestra</translation>
    </message>
    <message>
        <source>Every head of layer %1</source>
        <translation>Cada cabeza de la capa %1</translation>
    </message>
    <message>
        <source>Every head of some layers</source>
        <translation>Cada cabeza de algunas capas</translation>
    </message>
    <message>
        <source>Every head</source>
        <translation>Cada cabeza</translation>
    </message>
    <message>
        <source>Wh&amp;ere</source>
        <translation>Dó&amp;nde</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Capa</translation>
    </message>
    <message>
        <source>to</source>
        <translation>a</translation>
    </message>
    <message>
        <source>Write the other text.</source>
        <translation>Escriba el otro texto.</translation>
    </message>
    <message>
        <source>Choose, or type words of the text, numbers and ranges: Darcy, 3, 5-7</source>
        <translation>Elige, o escribe palabras del texto, números e intervalos: Darcy, 3, 5-7</translation>
    </message>
    <message>
        <source>&amp;Attention</source>
        <translation>&amp;Atención</translation>
    </message>
    <message>
        <source>“%1” is no token of the text.</source>
        <translation>«%1» no es un token del texto.</translation>
    </message>
    <message>
        <source>Layer %1 of the encoder</source>
        <translation>Capa %1 del codificador</translation>
    </message>
    <message>
        <source>Layer %1</source>
        <translation>Capa %1</translation>
    </message>
    <message>
        <source>&amp;Layer</source>
        <translation>Ca&amp;pa</translation>
    </message>
    <message>
        <source>E&amp;xpert</source>
        <translation>E&amp;xperto</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Desactivado</translation>
    </message>
    <message>
        <source>Force</source>
        <translation>Forzar</translation>
    </message>
    <message>
        <source>%1 (selected)</source>
        <translation>%1 (seleccionada)</translation>
    </message>
    <message>
        <source>%1 (current panel)</source>
        <translation>%1 (panel actual)</translation>
    </message>
    <message>
        <source>Every token</source>
        <translation>Todos los tokens</translation>
    </message>
    <message>
        <source>Residual stream before the layer</source>
        <translation>Flujo residual antes de la capa</translation>
    </message>
    <message>
        <source>Attention output</source>
        <translation>Salida de atención</translation>
    </message>
    <message>
        <source>Feed-forward output</source>
        <translation>Salida feed-forward</translation>
    </message>
    <message>
        <source>Head output</source>
        <translation>Salida de la cabeza</translation>
    </message>
    <message>
        <source>Queries</source>
        <translation>Consultas</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Claves</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>Valores</translation>
    </message>
    <message>
        <source>Mean over a text file</source>
        <translation>Media de un archivo de texto</translation>
    </message>
    <message>
        <source>Random tokens of another text</source>
        <translation>Tokens al azar de otro texto</translation>
    </message>
    <message>
        <source>Same tokens of another text</source>
        <translation>Los mismos tokens de otro texto</translation>
    </message>
    <message>
        <source>Themselves times a factor</source>
        <translation>Ellos mismos por un factor</translation>
    </message>
    <message>
        <source>Write the path of a text file, a text a line.</source>
        <translation>Escriba la ruta de un archivo de texto, un texto por línea.</translation>
    </message>
    <message>
        <source>&amp;Values times</source>
        <translation>&amp;Valores por</translation>
    </message>
</context>
<context>
    <name>headlight::ChangesBadge</name>
    <message>
        <source>Changes to the model</source>
        <translation>Cambios en el modelo</translation>
    </message>
    <message>
        <source>Show the list of changes</source>
        <translation>Mostrar la lista de cambios</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Antes</translation>
    </message>
    <message>
        <source>Show everything without the changes</source>
        <translation>Mostrar todo sin los cambios</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Después</translation>
    </message>
    <message>
        <source>Show everything with the changes</source>
        <translation>Mostrar todo con los cambios</translation>
    </message>
    <message>
        <source>1 change</source>
        <translation>1 cambio</translation>
    </message>
    <message>
        <source>%1 changes</source>
        <translation>%1 cambios</translation>
    </message>
    <message>
        <source>, %1 without effect</source>
        <translation>, %1 sin efecto</translation>
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
        <translation>Cambie lo que hacen las cabezas y vea qué hace el modelo con ello. Clic derecho en una cabeza o una celda, o añada aquí.</translation>
    </message>
    <message>
        <source>Changes: Space switches one on or off, F2 edits it, Delete removes it</source>
        <translation>Cambios: espacio enciende o apaga, F2 edita, Supr quita</translation>
    </message>
    <message>
        <source>Change command</source>
        <translation>Un cambio en palabras de la gramática</translation>
    </message>
    <message>
        <source>Or type one: ablate 2.1</source>
        <translation>O escriba uno: ablate 2.1</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Añadir</translation>
    </message>
    <message>
        <source>Add a change</source>
        <translation>Añadir un cambio</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Editar</translation>
    </message>
    <message>
        <source>Edit the marked change</source>
        <translation>Editar el cambio marcado</translation>
    </message>
    <message>
        <source>Edit the marked change as a command (F2)</source>
        <translation>Editar el cambio marcado como comando (F2)</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Remove the marked change</source>
        <translation>Quitar el cambio marcado</translation>
    </message>
    <message>
        <source>Remove the marked change (Delete)</source>
        <translation>Quitar el cambio marcado (Supr)</translation>
    </message>
    <message>
        <source>%1
Not applied: %2</source>
        <translation>%1
No encaja: %2</translation>
    </message>
    <message>
        <source>%1
%2</source>
        <translation>%1
%2</translation>
    </message>
    <message>
        <source>%1, switched off</source>
        <translation>%1, apagado</translation>
    </message>
    <message>
        <source>&amp;Toggle head</source>
        <translation>&amp;Apagar o encender la cabeza seleccionada</translation>
    </message>
    <message>
        <source>&amp;Write a change</source>
        <translation>&amp;Escribir un cambio</translation>
    </message>
    <message>
        <source>Show &amp;before or after</source>
        <translation>Mostrar antes o &amp;después</translation>
    </message>
    <message>
        <source>Show the &amp;difference</source>
        <translation>&amp;Mostrar la diferencia</translation>
    </message>
    <message>
        <source>ablate, mask, patch, scale, steer, temperature, uniform, cap, dropout, expert; separated by “;”</source>
        <translation>ablate, mask, patch, scale, steer, temperature, uniform, cap, dropout, expert; separados por «;»</translation>
    </message>
    <message>
        <source>Steer by texts…</source>
        <translation>Dirigir con textos…</translation>
    </message>
    <message>
        <source>Steering vector: a direction from two sets of texts</source>
        <translation>Vector de dirección: una dirección a partir de dos conjuntos de textos</translation>
    </message>
</context>
<context>
    <name>headlight::ChartWindow</name>
    <message>
        <source>St&amp;op</source>
        <translation>&amp;Parar</translation>
    </message>
    <message>
        <source>&amp;Measure</source>
        <translation>&amp;Medir</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exportar…</translation>
    </message>
</context>
<context>
    <name>headlight::CircuitsWindow</name>
    <message>
        <source>Circuits</source>
        <translation>Circuitos</translation>
    </message>
    <message>
        <source>Cop&amp;y as command</source>
        <translation>&amp;Copiar como comando</translation>
    </message>
    <message>
        <source>Copy the command line that draws this picture</source>
        <translation>Copiar la línea de comandos que dibuja esta imagen</translation>
    </message>
    <message>
        <source>The command is on the clipboard.</source>
        <translation>El comando está en el portapapeles.</translation>
    </message>
    <message>
        <source>Findings about the prediction; arrow keys move, Return opens</source>
        <translation>Hallazgos sobre la respuesta; las flechas se mueven, Intro abre</translation>
    </message>
    <message>
        <source>Progress of the measurement</source>
        <translation>Progreso de la medición</translation>
    </message>
    <message>
        <source>&amp;Question</source>
        <translation>P&amp;regunta</translation>
    </message>
    <message>
        <source>S&amp;hown</source>
        <translation>Mo&amp;strado</translation>
    </message>
    <message>
        <source>&amp;At token</source>
        <translation>En el &amp;token</translation>
    </message>
    <message>
        <source>The token at which the prediction is read</source>
        <translation>El token en el que se lee la respuesta</translation>
    </message>
    <message>
        <source>&amp;Prediction</source>
        <translation>&amp;Respuesta</translation>
    </message>
    <message>
        <source>The token or class that is watched: a likely one, or any that you type</source>
        <translation>El token o la clase que se observa: una probable o cualquiera que escriba</translation>
    </message>
    <message>
        <source>&amp;less</source>
        <translation>&amp;menos</translation>
    </message>
    <message>
        <source>&amp;Key</source>
        <translation>C&amp;lave</translation>
    </message>
    <message>
        <source>The token that the selected head looks at from that position</source>
        <translation>El token al que mira la cabeza elegida desde esa posición</translation>
    </message>
    <message>
        <source>E&amp;dges from</source>
        <translation>Ar&amp;istas desde</translation>
    </message>
    <message>
        <source>%1 of the strongest</source>
        <translation>%1 de la más fuerte</translation>
    </message>
    <message>
        <source>the runner-up</source>
        <translation>la segunda</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nada</translation>
    </message>
    <message>
        <source>%1   %2</source>
        <translation>%1   %2</translation>
    </message>
    <message>
        <source>No model has run: attention from a file has nothing to ask.</source>
        <translation>No se ha ejecutado ningún modelo: a la atención de un archivo no se le puede preguntar nada.</translation>
    </message>
    <message>
        <source>This model has no output head, so there is nothing to predict.</source>
        <translation>Este modelo no tiene cabeza de salida: no hay nada que predecir.</translation>
    </message>
    <message>
        <source>Running…</source>
        <translation>Leyendo…</translation>
    </message>
    <message>
        <source>This picture is of another text. Measure again to update.</source>
        <translation>Esta imagen es de otro texto. Mida para dibujarla de nuevo.</translation>
    </message>
    <message>
        <source>No model has run.</source>
        <translation>No se ha ejecutado ningún modelo.</translation>
    </message>
    <message>
        <source>The token or class to subtract: what both have in common cancels out</source>
        <translation>El token o la clase que se resta: lo que ambos tienen en común se anula</translation>
    </message>
    <message>
        <source>the most likely</source>
        <translation>la más probable</translation>
    </message>
    <message>
        <source>the most likely of text B</source>
        <translation>la más probable del texto B</translation>
    </message>
    <message>
        <source>The two texts must have equally many tokens: the first has %1, the second %2.</source>
        <translation>Los dos textos deben tener el mismo número de tokens: el primero tiene %1, el segundo %2.</translation>
    </message>
    <message>
        <source>Stopped: the picture shows what had been measured. Measure again for the rest.</source>
        <translation>Detenido: la imagen muestra lo medido. Mida de nuevo para el resto.</translation>
    </message>
    <message>
        <source>&amp;Noise on</source>
        <translation>&amp;Ruido en</translation>
    </message>
    <message>
        <source>The subject to hide: words of the text, numbers or ranges, separated by commas</source>
        <translation>El sujeto que se oculta: palabras del texto, números o rangos, separados por comas</translation>
    </message>
    <message>
        <source>This compares two texts of equally many tokens, the second with one thing changed: “Tom Brown …” and “Tom Sawyer …”. Type it as the second text (Compare).</source>
        <translation>Esto compara dos textos con el mismo número de tokens, el segundo con una cosa cambiada: «Tom Brown …» y «Tom Sawyer …». Escríbalo como segundo texto (Comparar).</translation>
    </message>
</context>
<context>
    <name>headlight::ColouredTextView</name>
    <message>
        <source>Coloured text</source>
        <translation>Texto coloreado</translation>
    </message>
</context>
<context>
    <name>headlight::CommandPalette</name>
    <message>
        <source>Command palette</source>
        <translation>Paleta de comandos</translation>
    </message>
    <message>
        <source>Command, head such as 1.3, token, model, example, guide page or change</source>
        <translation>Comando, cabeza como 1.3, token, modelo, ejemplo, página de la guía o cambio</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Matches</source>
        <translation>Resultados</translation>
    </message>
    <message>
        <source>No match</source>
        <translation>Sin resultados</translation>
    </message>
</context>
<context>
    <name>headlight::ComparisonPane</name>
    <message>
        <source>Most different rows</source>
        <translation>Filas que más difieren</translation>
    </message>
    <message>
        <source>Jensen–Shannon divergence of each row, in nats; at most 0.6931</source>
        <translation>Divergencia de Jensen–Shannon de cada fila, en nats; 0,6931 como máximo</translation>
    </message>
    <message>
        <source>Rows that differ most, with their divergence in nats</source>
        <translation>Filas que más difieren, con su divergencia en nats</translation>
    </message>
    <message>
        <source>Head comparison progress</source>
        <translation>Progreso de la comparación de todas las cabezas</translation>
    </message>
    <message>
        <source>Heads with their divergence in nats</source>
        <translation>Cabezas con su divergencia en nats</translation>
    </message>
    <message>
        <source>Compare with another text (Ctrl+B) or another model, or subtract a head in a panel&apos;s menu.</source>
        <translation>Compare con otro texto (Ctrl+B) u otro modelo, o reste una cabeza en el menú de un panel.</translation>
    </message>
    <message>
        <source>Running…</source>
        <translation>Leyendo…</translation>
    </message>
    <message>
        <source>Most similar heads</source>
        <translation>Cabezas más parecidas a esta</translation>
    </message>
    <message>
        <source>Most different heads</source>
        <translation>Cabezas que más difieren</translation>
    </message>
    <message>
        <source>Jensen–Shannon divergence, mean over rows, in nats</source>
        <translation>Divergencia de Jensen–Shannon, media sobre las filas, en nats</translation>
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
        <translation>Del máximo posible</translation>
    </message>
    <message>
        <source>Correlation</source>
        <translation>Correlación</translation>
    </message>
    <message>
        <source>Largest difference</source>
        <translation>Mayor diferencia</translation>
    </message>
</context>
<context>
    <name>headlight::ContactsWindow</name>
    <message>
        <source>Contacts</source>
        <translation>Contactos</translation>
    </message>
    <message>
        <source>Predicted contacts of residues; arrow keys move</source>
        <translation>Contactos de residuos predichos; las flechas mueven</translation>
    </message>
    <message>
        <source>Contacts progress</source>
        <translation>Progreso de los contactos</translation>
    </message>
    <message>
        <source>This model predicts no contacts. Open a protein model with a contact head, such as ESM-2.</source>
        <translation>Este modelo no predice contactos. Abra un modelo de proteínas con cabeza de contactos, como ESM-2.</translation>
    </message>
</context>
<context>
    <name>headlight::ConversationEditor</name>
    <message>
        <source>Turns of the conversation</source>
        <translation>Turnos de la conversación</translation>
    </message>
    <message>
        <source>Add turn</source>
        <translation>Añadir turno</translation>
    </message>
    <message>
        <source>Add a turn at the end</source>
        <translation>Añadir un turno al final</translation>
    </message>
    <message>
        <source>System prompt</source>
        <translation>Instrucciones del sistema</translation>
    </message>
    <message>
        <source>Add a system prompt</source>
        <translation>Añadir instrucciones del sistema</translation>
    </message>
    <message>
        <source>Add a first turn that tells the model how to behave</source>
        <translation>Añadir un primer turno que dice al modelo cómo comportarse</translation>
    </message>
    <message>
        <source>End of the conversation</source>
        <translation>Fin de la conversación</translation>
    </message>
    <message>
        <source>Where the model stops reading, and goes on when it generates</source>
        <translation>Dónde el modelo deja de leer, y sigue cuando genera</translation>
    </message>
    <message>
        <source>end after last turn</source>
        <translation>terminar tras el último turno</translation>
    </message>
    <message>
        <source>begin the answer</source>
        <translation>comenzar la respuesta</translation>
    </message>
    <message>
        <source>continue last turn</source>
        <translation>continuar el último turno</translation>
    </message>
</context>
<context>
    <name>headlight::CorpusWindow</name>
    <message>
        <source>Over many texts</source>
        <translation>Sobre muchos textos</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>&amp;Guardar…</translation>
    </message>
    <message>
        <source>Every head over all texts; arrow keys move, Return selects</source>
        <translation>Cada cabeza sobre todos los textos; las flechas mueven, Intro selecciona</translation>
    </message>
    <message>
        <source>Progress over many texts</source>
        <translation>Progreso sobre muchos textos</translation>
    </message>
    <message>
        <source>&amp;Limit</source>
        <translation>&amp;Límite</translation>
    </message>
    <message>
        <source>scatter</source>
        <translation>dispersión</translation>
    </message>
    <message>
        <source>atlas</source>
        <translation>atlas</translation>
    </message>
    <message>
        <source>S&amp;how</source>
        <translation>M&amp;ostrar</translation>
    </message>
    <message>
        <source>What one head does over all texts</source>
        <translation>Lo que hace una cabeza sobre todos los textos</translation>
    </message>
    <message>
        <source>Texts from the strongest to the weakest; Return opens one</source>
        <translation>Textos del más fuerte al más débil; Intro abre uno</translation>
    </message>
    <message>
        <source>Double-click opens the text at this head</source>
        <translation>Un doble clic abre el texto en esta cabeza</translation>
    </message>
    <message>
        <source>Measure runs %1 over the first %2 texts of %3 and shows what each head does over all of them.</source>
        <translation>Medir ejecuta %1 sobre los primeros %2 textos de %3 y muestra lo que hace cada cabeza en todos ellos.</translation>
    </message>
    <message>
        <source>Choose texts</source>
        <translation>Elegir textos</translation>
    </message>
    <message>
        <source>Save statistics</source>
        <translation>Guardar estadísticas</translation>
    </message>
    <message>
        <source>Statistics of heads (*.headstats)</source>
        <translation>Estadísticas de cabezas (*.headstats)</translation>
    </message>
    <message>
        <source>%1 texts, %2 per second, %3 left</source>
        <translation>%1 textos, %2 por segundo, quedan %3</translation>
    </message>
    <message>
        <source>head card</source>
        <translation>ficha de cabeza</translation>
    </message>
    <message>
        <source>differences</source>
        <translation>diferencias</translation>
    </message>
    <message>
        <source>differences as atlas</source>
        <translation>diferencias como atlas</translation>
    </message>
    <message>
        <source>curves</source>
        <translation>curvas</translation>
    </message>
    <message>
        <source>heads by step</source>
        <translation>cabezas por paso</translation>
    </message>
    <message>
        <source>atlas of a step</source>
        <translation>atlas de un paso</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>A&amp;brir</translation>
    </message>
    <message>
        <source>&amp;Texts or statistics…</source>
        <translation>&amp;Textos o estadísticas…</translation>
    </message>
    <message>
        <source>Compare &amp;with statistics…</source>
        <translation>Comparar con &amp;estadísticas…</translation>
    </message>
    <message>
        <source>Choose statistics to compare with</source>
        <translation>Elegir estadísticas para comparar</translation>
    </message>
    <message>
        <source>&amp;End comparison</source>
        <translation>&amp;Terminar la comparación</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguno</translation>
    </message>
    <message>
        <source>Where heads should attend: each gets a score next to the chance level of even attention</source>
        <translation>Adónde deberían atender las cabezas: cada una recibe una puntuación junto al nivel de azar de la atención uniforme</translation>
    </message>
    <message>
        <source>&amp;Pattern</source>
        <translation>&amp;Patrón</translation>
    </message>
    <message>
        <source>Metri&amp;c</source>
        <translation>Métri&amp;ca</translation>
    </message>
    <message>
        <source>&amp;against</source>
        <translation>&amp;frente a</translation>
    </message>
    <message>
        <source>S&amp;tep</source>
        <translation>Pas&amp;o</translation>
    </message>
    <message>
        <source>Reading statistics…</source>
        <translation>Leyendo estadísticas…</translation>
    </message>
    <message>
        <source>Texts and statistics (*.txt *.jsonl *.csv *.tsv *.conllu *.json *.headstats)</source>
        <translation>Textos y estadísticas (*.txt *.jsonl *.csv *.tsv *.conllu *.json *.headstats)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Todos los archivos (*)</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Tabla (*.csv)</translation>
    </message>
    <message>
        <source>Table (*.json)</source>
        <translation>Tabla (*.json)</translation>
    </message>
    <message>
        <source>%1 steps, %2 to %3</source>
        <translation>%1 pasos, de %2 a %3</translation>
    </message>
    <message>
        <source>&amp;Checkpoints over training (folder)…</source>
        <translation>Puntos de un entrenamiento (&amp;carpeta)…</translation>
    </message>
    <message>
        <source>Choose a folder of statistics or of models</source>
        <translation>Elegir una carpeta de estadísticas o de modelos</translation>
    </message>
    <message>
        <source>Training of %1 (built in)</source>
        <translation>Entrenamiento de %1 (integrado)</translation>
    </message>
    <message>
        <source>Measure runs each step of %1 over the first %2 texts of %3 and shows what its heads become.</source>
        <translation>Medir ejecuta cada paso de %1 sobre los primeros %2 textos de %3 y muestra en qué se convierten sus cabezas.</translation>
    </message>
    <message>
        <source>loss without each head</source>
        <translation>pérdida sin cada cabeza</translation>
    </message>
    <message>
        <source>losses as atlas</source>
        <translation>pérdidas como atlas</translation>
    </message>
    <message>
        <source>attention</source>
        <translation>atención</translation>
    </message>
    <message>
        <source>ablation, zero</source>
        <translation>ablación, cero</translation>
    </message>
    <message>
        <source>ablation, mean</source>
        <translation>ablación, media</translation>
    </message>
    <message>
        <source>What each head does, or what the prediction loses without it</source>
        <translation>Qué hace cada cabeza, o qué pierde la predicción sin ella</translation>
    </message>
    <message>
        <source>M&amp;easured</source>
        <translation>M&amp;edido</translation>
    </message>
    <message>
        <source>Measure runs %1 over the first %2 texts of %3, once more without each head in turn, and shows what the predictions lose.</source>
        <translation>Medir ejecuta %1 sobre los primeros %2 textos de %3, y otra vez sin cada cabeza por turno, y muestra qué pierden las predicciones.</translation>
    </message>
    <message>
        <source>A training is measured by the attention of its steps; ablation needs texts and one model.</source>
        <translation>Un entrenamiento se mide por la atención de sus pasos; la ablación necesita textos y un solo modelo.</translation>
    </message>
    <message>
        <source>Add to &amp;deck</source>
        <translation>Añadir a &amp;la presentación</translation>
    </message>
    <message>
        <source>A slide of statistics names their file: save or open them first</source>
        <translation>Una diapositiva de estadísticas nombra su archivo: guárdelas o ábralas antes</translation>
    </message>
    <message>
        <source>This &amp;picture</source>
        <translation>Esta &amp;imagen</translation>
    </message>
    <message>
        <source>Head &amp;card</source>
        <translation>&amp;Ficha de la cabeza</translation>
    </message>
    <message>
        <source>Running the first texts…</source>
        <translation>Ejecutando los primeros textos…</translation>
    </message>
    <message>
        <source>Ablation: %1</source>
        <translation>Ablación: %1</translation>
    </message>
    <message>
        <source>Attention: %1; ablation follows</source>
        <translation>Atención: %1; después, la ablación</translation>
    </message>
    <message>
        <source>The ablation is not in this file; save a table to keep it.</source>
        <translation>La ablación no está en este archivo; guarde una tabla para conservarla.</translation>
    </message>
</context>
<context>
    <name>headlight::CostWindow</name>
    <message>
        <source>Cost</source>
        <translation>Coste</translation>
    </message>
    <message>
        <source>Cost by text length</source>
        <translation>Coste según la longitud del texto</translation>
    </message>
    <message>
        <source>&amp;Window size</source>
        <translation>&amp;Ventana de las curvas con ventana</translation>
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
        <translation>presentación: se esperaba al menos una diapositiva, no hay ninguna</translation>
    </message>
    <message>
        <source>deck: expected a text in the main window, found none</source>
        <translation>presentación: se esperaba un texto en la ventana principal, no hay ninguno</translation>
    </message>
</context>
<context>
    <name>headlight::DeckWindow</name>
    <message>
        <source>Deck</source>
        <translation>Presentación</translation>
    </message>
    <message>
        <source>Slides</source>
        <translation>Páginas</translation>
    </message>
    <message>
        <source>No slides yet. Press Ctrl+D to add the current panel.</source>
        <translation>Aún no hay nada. Ctrl+D añade el panel actual mientras explora.</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Subir</translation>
    </message>
    <message>
        <source>Move up (Alt+Up)</source>
        <translation>Antes en la presentación (Alt+Arriba)</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Bajar</translation>
    </message>
    <message>
        <source>Move down (Alt+Down)</source>
        <translation>Después en la presentación (Alt+Abajo)</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Remove from deck (Undo restores)</source>
        <translation>Quitar de la presentación; Deshacer lo devuelve</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Título</translation>
    </message>
    <message>
        <source>Slide title</source>
        <translation>Título de la página</translation>
    </message>
    <message>
        <source>Say what the slide shows</source>
        <translation>Una frase que diga lo que se ve</translation>
    </message>
    <message>
        <source>Slide text</source>
        <translation>Frase de la página</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Formato</translation>
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
        <translation>Página web</translation>
    </message>
    <message>
        <source>Aspect ratio</source>
        <translation>Forma de las páginas</translation>
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
        <translation>Tema</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuro</translation>
    </message>
    <message>
        <source>Include texts and session</source>
        <translation>Incluir textos y sesión</translation>
    </message>
    <message>
        <source>Turn off for confidential work: tokens become numbers, no texts are stored</source>
        <translation>Desactivado para trabajo confidencial: números en vez de tokens y nada de los textos en el archivo</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Archivo</translation>
    </message>
    <message>
        <source>Export deck</source>
        <translation>Exportar presentación</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Examinar…</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>Sin título</translation>
    </message>
    <message>
        <source>Open in window</source>
        <translation>Abrir en la ventana</translation>
    </message>
    <message>
        <source>Show this slide in the main window (Return)</source>
        <translation>Mostrar esta diapositiva en la ventana principal (Intro)</translation>
    </message>
    <message>
        <source>Present…</source>
        <translation>Presentar…</translation>
    </message>
    <message>
        <source>The pages on one screen, notes and the next page on the other (F5)</source>
        <translation>Las páginas en una pantalla, las notas y la página siguiente en la otra (F5)</translation>
    </message>
    <message>
        <source>Hypothesis</source>
        <translation>Hipótesis</translation>
    </message>
    <message>
        <source>Doubt</source>
        <translation>Duda</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>Kind of note</source>
        <translation>Tipo de nota</translation>
    </message>
    <message>
        <source>What the slide is in a notebook: the word begins its text</source>
        <translation>Qué es la diapositiva en un cuaderno: la palabra inicia su texto</translation>
    </message>
    <message>
        <source>Slide</source>
        <translation>Diapositiva</translation>
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
        <translation>Dos modelos</translation>
    </message>
    <message>
        <source>Differences of two models; arrow keys move</source>
        <translation>Diferencias entre dos modelos; las flechas desplazan</translation>
    </message>
    <message>
        <source>Comparison progress</source>
        <translation>Progreso de la comparación</translation>
    </message>
    <message>
        <source>Tensor</source>
        <translation>Tensor</translation>
    </message>
    <message>
        <source>In the finer file</source>
        <translation>En el archivo más fino</translation>
    </message>
    <message>
        <source>Data type, finer</source>
        <translation>Formato numérico, más fino</translation>
    </message>
    <message>
        <source>Data type, other</source>
        <translation>Formato numérico, otro</translation>
    </message>
    <message>
        <source>Relative error</source>
        <translation>Error relativo</translation>
    </message>
    <message>
        <source>Largest difference</source>
        <translation>Mayor diferencia</translation>
    </message>
    <message>
        <source>All tensors with their errors</source>
        <translation>Todos los tensores con sus errores</translation>
    </message>
    <message>
        <source>Open a second file of the model with File → Compare with another model: another quantisation, or what was fine-tuned of it.</source>
        <translation>Abra un segundo archivo del modelo con Archivo → Comparar con otro modelo: otra cuantización o un ajuste fino de él.</translation>
    </message>
    <message>
        <source>Running…</source>
        <translation>Leyendo…</translation>
    </message>
    <message>
        <source>No model has run: attention from a file has no weights.</source>
        <translation>No se ha ejecutado ningún modelo: la atención de un archivo no tiene pesos de modelo.</translation>
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
        <translation>%1, dibujada</translation>
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
        <translation>Respuestas antes y después de los cambios; elija una para observarla</translation>
    </message>
    <message>
        <source>Prediction</source>
        <translation>Respuesta</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Antes</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Después</translation>
    </message>
    <message>
        <source>Δ ln p</source>
        <translation>Δ ln p</translation>
    </message>
    <message>
        <source>Change of the log-probability, in nats</source>
        <translation>Cambio de la log-probabilidad, en nats</translation>
    </message>
    <message>
        <source>Which head matters for this word?</source>
        <translation>¿Qué cabeza importa para esta palabra?</translation>
    </message>
    <message>
        <source>Switches each head off in turn and shows its effect on the tracked prediction</source>
        <translation>Apaga cada cabeza por turno y muestra qué le hace a la respuesta observada</translation>
    </message>
    <message>
        <source>Ablation progress</source>
        <translation>Progreso de apagar cada cabeza</translation>
    </message>
    <message>
        <source>Change in log-probability without each head</source>
        <translation>Cabezas y cuánto cambia sin ellas la log-probabilidad de la respuesta</translation>
    </message>
    <message>
        <source>Show as a map…</source>
        <translation>Mostrar como mapa…</translation>
    </message>
    <message>
        <source>Every head in its place, layer by layer, with zero or mean ablation</source>
        <translation>Cada cabeza en su sitio, capa por capa, con ablación a cero o a la media</translation>
    </message>
    <message>
        <source>Heads with shifted attention</source>
        <translation>Cabezas que ahora miran a otro sitio</translation>
    </message>
    <message>
        <source>Jensen–Shannon divergence of their attention, mean over rows, in nats</source>
        <translation>Divergencia de Jensen–Shannon de su atención, media sobre las filas, en nats</translation>
    </message>
    <message>
        <source>Before/after comparison progress</source>
        <translation>Progreso de la comparación entre antes y después</translation>
    </message>
    <message>
        <source>Heads with shifted attention and their divergence in nats</source>
        <translation>Cabezas con atención desplazada y su divergencia en nats</translation>
    </message>
    <message>
        <source>Show the difference</source>
        <translation>Mostrar la diferencia</translation>
    </message>
    <message>
        <source>With changes, without changes, and the difference</source>
        <translation>Con cambios, sin cambios y la diferencia</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Parar</translation>
    </message>
    <message>
        <source>Running…</source>
        <translation>Leyendo…</translation>
    </message>
    <message>
        <source>Prediction for the text</source>
        <translation>Lo que el modelo dice del texto</translation>
    </message>
    <message>
        <source>Next token after “%1” (%2)</source>
        <translation>Lo que viene tras «%1» (%2)</translation>
    </message>
    <message>
        <source>Prediction for “%1” (%2)</source>
        <translation>Lo que va en lugar de «%1» (%2)</translation>
    </message>
    <message>
        <source>Class of “%1” (%2)</source>
        <translation>Lo que es «%1» (%2)</translation>
    </message>
    <message>
        <source>This model has no output head, so it predicts nothing.</source>
        <translation>Este modelo no tiene cabeza de salida: no dice nada.</translation>
    </message>
    <message>
        <source>Pin a token or type a mask token to see a prediction.</source>
        <translation>Fije un token o escriba una máscara para ver qué dice ahí el modelo.</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Ahora</translation>
    </message>
    <message>
        <source> ± %1</source>
        <translation> ± %1</translation>
    </message>
    <message>
        <source>“%1”: %2 before, %3 after</source>
        <translation>«%1»: %2 antes, %3 después</translation>
    </message>
    <message>
        <source>“%1”: %2 → %3, Δ log-probability %4 nats. </source>
        <translation>«%1»: %2 → %3, Δ log-probabilidad %4 nats. </translation>
    </message>
    <message>
        <source>Whole prediction: KL divergence %1 nats.</source>
        <translation>Todas las respuestas juntas: divergencia KL %1 nats.</translation>
    </message>
    <message>
        <source> After: mean of %1 draws ± their standard deviation.</source>
        <translation> Después: media de %1 sorteos ± su desviación típica.</translation>
    </message>
    <message>
        <source>No head shifts its attention</source>
        <translation>Ninguna cabeza desplaza su atención</translation>
    </message>
    <message>
        <source>Δ log-probability of “%1” without each head, in nats; largest first</source>
        <translation>Δ log-probabilidad de «%1» sin cada cabeza, en nats; la mayor primero</translation>
    </message>
    <message>
        <source>No single head changes the log-probability of “%1”</source>
        <translation>Ninguna cabeza por sí sola cambia la log-probabilidad de «%1»</translation>
    </message>
    <message>
        <source>Head %1</source>
        <translation>Cabeza %1</translation>
    </message>
</context>
<context>
    <name>headlight::ExpertsView</name>
    <message>
        <source>Experts of each token; arrow keys move, Return stresses the expert</source>
        <translation>Expertos de cada token; las flechas mueven, Intro destaca el experto</translation>
    </message>
</context>
<context>
    <name>headlight::ExpertsWindow</name>
    <message>
        <source>Experts</source>
        <translation>Expertos</translation>
    </message>
    <message>
        <source>layers and tokens</source>
        <translation>capas y tokens</translation>
    </message>
    <message>
        <source>load</source>
        <translation>carga</translation>
    </message>
    <message>
        <source>text</source>
        <translation>texto</translation>
    </message>
    <message>
        <source>S&amp;hown</source>
        <translation>Mo&amp;strado</translation>
    </message>
    <message>
        <source>&amp;Layer</source>
        <translation>&amp;Capa</translation>
    </message>
    <message>
        <source>E&amp;xpert</source>
        <translation>E&amp;xperto</translation>
    </message>
    <message>
        <source>Switch &amp;off</source>
        <translation>&amp;Apagar</translation>
    </message>
    <message>
        <source>Adds a change: the router may not choose this expert</source>
        <translation>Añade un cambio: el enrutador no puede elegir este experto</translation>
    </message>
    <message>
        <source>&amp;Force</source>
        <translation>&amp;Forzar</translation>
    </message>
    <message>
        <source>Adds a change: the router must choose this expert</source>
        <translation>Añade un cambio: el enrutador debe elegir este experto</translation>
    </message>
    <message>
        <source>Experts of each token; arrow keys move, Return chooses the expert</source>
        <translation>Expertos de cada token; las flechas mueven, Intro elige el experto</translation>
    </message>
    <message>
        <source>This model has no experts. Open a mixture of experts, such as Mixtral or Qwen3-MoE.</source>
        <translation>Este modelo no tiene expertos. Abra una mezcla de expertos, como Mixtral o Qwen3-MoE.</translation>
    </message>
    <message>
        <source>all</source>
        <translation>todos</translation>
    </message>
</context>
<context>
    <name>headlight::ExportDialog</name>
    <message>
        <source>Export figure</source>
        <translation>Exportar figura</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportar</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Archivo</translation>
    </message>
    <message>
        <source>F&amp;ile</source>
        <translation>&amp;Archivo</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Examinar…</translation>
    </message>
    <message>
        <source>PNG (raster)</source>
        <translation>PNG, píxeles</translation>
    </message>
    <message>
        <source>SVG (vector)</source>
        <translation>SVG, vectores</translation>
    </message>
    <message>
        <source>PDF (vector)</source>
        <translation>PDF, vectores</translation>
    </message>
    <message>
        <source>PowerPoint, editable shapes</source>
        <translation>PowerPoint, formas editables</translation>
    </message>
    <message>
        <source>Web page, one file</source>
        <translation>Página web, un archivo</translation>
    </message>
    <message>
        <source>Custom size</source>
        <translation>Tamaño propio</translation>
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
        <translation>Anchura en píxeles</translation>
    </message>
    <message>
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <source>Height in pixels</source>
        <translation>Altura en píxeles</translation>
    </message>
    <message>
        <source>Pixels per inch</source>
        <translation>Píxeles por pulgada</translation>
    </message>
    <message>
        <source> dpi</source>
        <translation> dpi</translation>
    </message>
    <message>
        <source>More pixels per inch make text and lines larger in pixels</source>
        <translation>Más píxeles por pulgada agrandan texto y líneas en píxeles</translation>
    </message>
    <message>
        <source>&amp;Size</source>
        <translation>&amp;Tamaño</translation>
    </message>
    <message>
        <source>&amp;Slide</source>
        <translation>&amp;Diapositiva</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Figura</translation>
    </message>
    <message>
        <source>&amp;What</source>
        <translation>&amp;Qué</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>&amp;Formato</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuro</translation>
    </message>
    <message>
        <source>As in the window</source>
        <translation>Como en la ventana</translation>
    </message>
    <message>
        <source>Default font</source>
        <translation>Tipo de letra habitual</translation>
    </message>
    <message>
        <source>Size of labels in points</source>
        <translation>Tamaño de las etiquetas en puntos</translation>
    </message>
    <message>
        <source> pt</source>
        <translation> pt</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Ajustado</translation>
    </message>
    <message>
        <source>Size of labels; 0 fits them to the figure</source>
        <translation>Tamaño de las etiquetas; 0 las ajusta a la figura</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>A la derecha</translation>
    </message>
    <message>
        <source>Below</source>
        <translation>Debajo</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Ninguna</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Aspecto</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>T&amp;ema</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>&amp;Colores</translation>
    </message>
    <message>
        <source>Te&amp;xt</source>
        <translation>Te&amp;xto</translation>
    </message>
    <message>
        <source>&amp;Legend</source>
        <translation>&amp;Leyenda</translation>
    </message>
    <message>
        <source>T&amp;itle</source>
        <translation>Tít&amp;ulo</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Título</translation>
    </message>
    <message>
        <source>C&amp;aption</source>
        <translation>P&amp;ie</translation>
    </message>
    <message>
        <source>Model, text and how to read the colours</source>
        <translation>Modelo, texto y cómo leer los colores</translation>
    </message>
    <message>
        <source>Your own sentence</source>
        <translation>Una frase propia</translation>
    </message>
    <message>
        <source>&amp;Numbers in cells</source>
        <translation>&amp;Números en las celdas</translation>
    </message>
    <message>
        <source>Percentages in the cells of a heatmap, when they fit</source>
        <translation>Porcentajes en las celdas de un mapa de calor, cuando caben</translation>
    </message>
    <message>
        <source>Transparent &amp;background</source>
        <translation>Fo&amp;ndo transparente</translation>
    </message>
    <message>
        <source>Includ&amp;e text and session</source>
        <translation>Conservar te&amp;xto y sesión en el archivo</translation>
    </message>
    <message>
        <source>Turn off for confidential work: tokens become numbers, no text is stored</source>
        <translation>Desactivado para trabajo confidencial: números en vez de tokens y nada del texto en el archivo</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Mostrar</translation>
    </message>
    <message>
        <source>Callouts</source>
        <translation>Llamadas</translation>
    </message>
    <message>
        <source>Click a cell or token to add a callout, or use arrow keys and Return.</source>
        <translation>Haga clic en una celda o un token de la imagen para marcarlo, o vaya con las flechas y pulse Intro.</translation>
    </message>
    <message>
        <source>Remove the mark: %1</source>
        <translation>Quitar la marca: %1</translation>
    </message>
    <message>
        <source>Title and caption become text of the slide.</source>
        <translation>Título y pie son textos de la diapositiva.</translation>
    </message>
    <message>
        <source>%1 × %2 inches</source>
        <translation>%1 × %2 pulgadas</translation>
    </message>
    <message>
        <source>Drop the file on Headlight to restore this session.</source>
        <translation>Al soltar el archivo sobre Headlight se vuelve a abrir esta sesión.</translation>
    </message>
    <message>
        <source>Tokens are numbered. The file contains no session.</source>
        <translation>Los tokens están numerados. El archivo no contiene ninguna sesión.</translation>
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
        <translation>Página web (*.html)</translation>
    </message>
    <message>
        <source>How the figure is exported</source>
        <translation>Cómo se exporta la figura</translation>
    </message>
    <message>
        <source>Visible part</source>
        <translation>Parte visible</translation>
    </message>
    <message>
        <source>Whole map</source>
        <translation>Mapa entero</translation>
    </message>
    <message>
        <source>The map is zoomed: export the visible part or all of it</source>
        <translation>El mapa está ampliado: exportar la parte visible o todo</translation>
    </message>
    <message>
        <source>&amp;Part</source>
        <translation>&amp;Parte</translation>
    </message>
    <message>
        <source>Sentence below the title</source>
        <translation>Frase bajo el título</translation>
    </message>
</context>
<context>
    <name>headlight::FigureCanvas</name>
    <message>
        <source>No picture yet</source>
        <translation>Aún no hay imagen</translation>
    </message>
</context>
<context>
    <name>headlight::FigureCommands</name>
    <message>
        <source>&amp;Export figure…</source>
        <translation>&amp;Exportar figura…</translation>
    </message>
    <message>
        <source>Add to &amp;deck</source>
        <translation>Añadir a &amp;la presentación</translation>
    </message>
    <message>
        <source>&amp;Copy figure</source>
        <translation>Copiar &amp;figura</translation>
    </message>
    <message>
        <source>Copy figure (outside a text field)</source>
        <translation>Copiar la figura (fuera de un campo de texto)</translation>
    </message>
    <message>
        <source>Copy &amp;numbers</source>
        <translation>Copiar &amp;números</translation>
    </message>
    <message>
        <source>Copy numbers as a table for spreadsheets</source>
        <translation>Copiar los números como tabla para hojas de cálculo</translation>
    </message>
    <message>
        <source>Saved to %1</source>
        <translation>Escrito en %1</translation>
    </message>
    <message>
        <source>Open file</source>
        <translation>Abrir archivo</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Mostrar en la carpeta</translation>
    </message>
    <message>
        <source>Copied as picture and as vectors</source>
        <translation>Copiado como imagen y como vectores</translation>
    </message>
    <message>
        <source>Heatmap too large to copy. Export it instead.</source>
        <translation>El mapa es demasiado grande para el portapapeles.</translation>
    </message>
    <message>
        <source>Copied as a table</source>
        <translation>Copiado como tabla</translation>
    </message>
    <message>
        <source>Added as slide %1</source>
        <translation>Página %1 de la presentación</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>Im&amp;primir…</translation>
    </message>
    <message>
        <source>Print current panel</source>
        <translation>Imprimir el panel actual</translation>
    </message>
    <message>
        <source>Copy &amp;as command</source>
        <translation>&amp;Copiar como comando</translation>
    </message>
    <message>
        <source>Copy the command line that draws the current panel</source>
        <translation>Copiar la línea de comandos que dibuja el panel actual</translation>
    </message>
    <message>
        <source>Copied as a command</source>
        <translation>Copiado como comando</translation>
    </message>
    <message>
        <source>E&amp;xport animation…</source>
        <translation>E&amp;xportar animación…</translation>
    </message>
    <message>
        <source>This panel shows all heads and there is no model: there is nothing to animate.</source>
        <translation>Este panel muestra todas las cabezas y no hay modelo: no hay nada que animar.</translation>
    </message>
</context>
<context>
    <name>headlight::FindBar</name>
    <message>
        <source>Find in the tokens</source>
        <translation>Buscar en los tokens</translation>
    </message>
    <message>
        <source>Find text or token #12</source>
        <translation>Busque palabras, o #12 para un token</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>Long-range link</source>
        <translation>Vínculo lejano más fuerte</translation>
    </message>
    <message>
        <source>Least distance in tokens</source>
        <translation>Distancia mínima en tokens</translation>
    </message>
    <message>
        <source>≥ </source>
        <translation>≥ </translation>
    </message>
    <message>
        <source> tokens apart</source>
        <translation> tokens de distancia</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Cerrar (Esc)</translation>
    </message>
    <message>
        <source>Looking… %1</source>
        <translation>Buscando… %1</translation>
    </message>
    <message>
        <source>Not in the text</source>
        <translation>No está en el texto</translation>
    </message>
    <message>
        <source>This head has no link between tokens so far apart.</source>
        <translation>Esta cabeza no tiene ningún vínculo entre tokens tan lejanos.</translation>
    </message>
    <message>
        <source>%1 of %2: “%3” → “%4”, %5, %6 apart</source>
        <translation>%1 de %2: «%3» → «%4», %5, a distancia %6</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>&amp;Find…</source>
        <translation>&amp;Buscar…</translation>
    </message>
    <message>
        <source>Find ne&amp;xt</source>
        <translation>Buscar &amp;siguiente</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>El lugar siguiente</translation>
    </message>
    <message>
        <source>Find pre&amp;vious</source>
        <translation>Buscar el &amp;anterior</translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation>El lugar anterior</translation>
    </message>
    <message>
        <source>Next long-range &amp;link</source>
        <translation>Vínculo &amp;lejano más fuerte</translation>
    </message>
    <message>
        <source>Next strongest link between distant tokens in this head</source>
        <translation>Va al vínculo más fuerte entre tokens lejanos de la cabeza del panel actual, y cada vez al siguiente</translation>
    </message>
</context>
<context>
    <name>headlight::FindWindow</name>
    <message>
        <source>Find heads by drawing</source>
        <translation>Buscar cabezas dibujando</translation>
    </message>
    <message>
        <source>Patterns that describe the drawn cells, the best first; their other cells are outlined</source>
        <translation>Patrones que describen las celdas dibujadas, el mejor primero; sus otras celdas van con contorno</translation>
    </message>
    <message>
        <source>As &amp;pattern</source>
        <translation>Como &amp;patrón</translation>
    </message>
    <message>
        <source>Over &amp;many texts…</source>
        <translation>Sobre &amp;muchos textos…</translation>
    </message>
    <message>
        <source>Ranks all heads by this pattern over many texts</source>
        <translation>Ordena todas las cabezas por este patrón sobre muchos textos</translation>
    </message>
    <message>
        <source>&amp;Clear</source>
        <translation>&amp;Borrar</translation>
    </message>
    <message>
        <source>Heads by their attention on the drawn cells; arrow keys move, Return selects</source>
        <translation>Cabezas según su atención en las celdas dibujadas; las flechas mueven, Intro selecciona</translation>
    </message>
    <message>
        <source>Search progress</source>
        <translation>Progreso de la búsqueda</translation>
    </message>
    <message>
        <source>Cells to draw: rows attend, columns are attended to; arrow keys move, Space draws, Delete clears</source>
        <translation>Celdas para dibujar: las filas atienden, las columnas reciben; las flechas mueven, Espacio dibuja, Supr borra todo</translation>
    </message>
    <message>
        <source>Cells can be drawn for up to %1 tokens; the text has %2.</source>
        <translation>Se pueden dibujar celdas hasta %1 tokens; el texto tiene %2.</translation>
    </message>
    <message>
        <source>Cells are drawn where a text attends to itself.</source>
        <translation>Las celdas se dibujan donde un texto se atiende a sí mismo.</translation>
    </message>
    <message>
        <source>Draw cells with the pointer: rows attend, columns are attended to. Colours: %1.</source>
        <translation>Dibuje celdas con el puntero: las filas atienden, las columnas reciben. Colores: %1.</translation>
    </message>
    <message>
        <source>No row can be scored: all that it sees is drawn, or its token is a sink.</source>
        <translation>Ninguna fila se puede puntuar: todo lo que ve está dibujado, o está en un sumidero.</translation>
    </message>
    <message>
        <source>%1: %2 of the drawn rows’ cells, %3 in the text</source>
        <translation>%1: %2 de las celdas de esas filas, %3 en el texto</translation>
    </message>
    <message>
        <source>these places in every text</source>
        <translation>estos lugares en cada texto</translation>
    </message>
    <message>
        <source>Heads by drawing</source>
        <translation>Cabezas por dibujo</translation>
    </message>
    <message>
        <source>Filled: the drawn cells. Dashed: the other cells of the pattern.</source>
        <translation>Rellenas: las celdas dibujadas. A trazos: las demás celdas del patrón.</translation>
    </message>
</context>
<context>
    <name>headlight::FlowView</name>
    <message>
        <source>Token flow</source>
        <translation>Flujo de tokens</translation>
    </message>
</context>
<context>
    <name>headlight::GenerationBar</name>
    <message>
        <source>Continue text</source>
        <translation>Seguir escribiendo</translation>
    </message>
    <message>
        <source>Maximum new tokens</source>
        <translation>Como mucho tantos tokens</translation>
    </message>
    <message>
        <source> tokens</source>
        <translation> tokens</translation>
    </message>
    <message>
        <source>Decoding method</source>
        <translation>Cómo se elige el token siguiente</translation>
    </message>
    <message>
        <source>greedy</source>
        <translation>el más probable cada vez</translation>
    </message>
    <message>
        <source>sampling</source>
        <translation>sorteado al azar</translation>
    </message>
    <message>
        <source>beam search</source>
        <translation>búsqueda en haz</translation>
    </message>
    <message>
        <source>temperature </source>
        <translation>temperatura </translation>
    </message>
    <message>
        <source>Above 1 evens the chances out, below 1 sharpens them</source>
        <translation>Por encima de 1 iguala las probabilidades, por debajo las agudiza</translation>
    </message>
    <message>
        <source>top-k </source>
        <translation>top-k </translation>
    </message>
    <message>
        <source>Sample from the k most likely tokens; 0 = all</source>
        <translation>Solo tantos de los tokens más probables; 0 para todos</translation>
    </message>
    <message>
        <source>top-p </source>
        <translation>top-p </translation>
    </message>
    <message>
        <source>Sample from the most likely tokens up to this total probability</source>
        <translation>Solo los tokens más probables que juntos tienen esta probabilidad</translation>
    </message>
    <message>
        <source>seed </source>
        <translation>semilla </translation>
    </message>
    <message>
        <source>Same seed, same tokens</source>
        <translation>La misma semilla sortea los mismos tokens</translation>
    </message>
    <message>
        <source>beams </source>
        <translation>haces </translation>
    </message>
    <message>
        <source>Candidate texts kept at each step</source>
        <translation>Cuántos comienzos se conservan a la vez</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Paso</translation>
    </message>
    <message>
        <source>Previous step</source>
        <translation>El paso anterior</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>El paso siguiente</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Alternatives</source>
        <translation>Qué más podría haber estado aquí</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Parar</translation>
    </message>
    <message>
        <source>This model cannot continue text.</source>
        <translation>Este modelo no dice el token siguiente.</translation>
    </message>
    <message>
        <source>Generating…</source>
        <translation>Escribiendo…</translation>
    </message>
    <message>
        <source>Step %1 of %2: “%3”, %4</source>
        <translation>Paso %1 de %2: «%3», %4</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Continue from this token</source>
        <translation>Hacer que el modelo siga con este token en su lugar</translation>
    </message>
    <message>
        <source>Cont&amp;inue text</source>
        <translation>Seguir &amp;escribiendo</translation>
    </message>
    <message>
        <source>Continue the text token by token; again to stop</source>
        <translation>Hacer que el modelo siga escribiendo, token a token; otra vez para parar</translation>
    </message>
    <message>
        <source>Generation &amp;steps</source>
        <translation>&amp;Pasos de la escritura</translation>
    </message>
    <message>
        <source>&amp;Keep as text</source>
        <translation>Conservar co&amp;mo texto</translation>
    </message>
    <message>
        <source>Take the generated tokens into the text</source>
        <translation>Incorporar los tokens generados al texto</translation>
    </message>
</context>
<context>
    <name>headlight::GuideBrowser</name>
    <message>
        <source>Page of the guide</source>
        <translation>Página de la guía</translation>
    </message>
</context>
<context>
    <name>headlight::GuideWindow</name>
    <message>
        <source>Guide</source>
        <translation>Guía</translation>
    </message>
    <message>
        <source>Pages of the guide</source>
        <translation>Páginas de la guía</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Atrás</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>headlight::HandsOnTour</name>
    <message>
        <source>Tour: two minutes, hands on</source>
        <translation>Recorrido: dos minutos, práctico</translation>
    </message>
    <message>
        <source>Try it: each step ticks itself</source>
        <translation>Pruébalo: cada paso se marca solo</translation>
    </message>
    <message>
        <source>Done: %1</source>
        <translation>Hecho: %1</translation>
    </message>
    <message>
        <source>To do: %1</source>
        <translation>Pendiente: %1</translation>
    </message>
    <message>
        <source>That is all you need. F1 opens the guide.</source>
        <translation>Eso es todo lo necesario. F1 abre la guía.</translation>
    </message>
    <message>
        <source>&amp;Done</source>
        <translation>&amp;Listo</translation>
    </message>
    <message>
        <source>&amp;Later</source>
        <translation>&amp;Más tarde</translation>
    </message>
</context>
<context>
    <name>headlight::HeadFinder</name>
    <message>
        <source>Filter: 1.* or sink &gt; 0.5</source>
        <translation>Filtro: 1.* or sink &gt; 0.5</translation>
    </message>
    <message>
        <source>Filter heads</source>
        <translation>Filtrar cabezas</translation>
    </message>
    <message>
        <source>Heads such as 1.* or *.0 2.3; metrics such as induction &gt; 0.5; label:previous; like:3.1; layer:0-2; joined by and, or, not</source>
        <translation>Cabezas como 1.* o *.0 2.3; métricas como induction &gt; 0.5; label:previous; like:3.1; layer:0-2; unidas por and, or, not</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Vaciar el filtro</translation>
    </message>
</context>
<context>
    <name>headlight::HeadTableModel</name>
    <message>
        <source>score %1, chance level %2</source>
        <translation>puntuación %1, nivel de azar %2</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>Cabeza</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Etiqueta</translation>
    </message>
</context>
<context>
    <name>headlight::HeadTableWindow</name>
    <message>
        <source>Head table</source>
        <translation>Las cabezas en números</translation>
    </message>
    <message>
        <source>Head table progress</source>
        <translation>Progreso de la medición de las cabezas</translation>
    </message>
    <message>
        <source>Heads with labels and metrics; Return opens one</source>
        <translation>Cabezas con etiquetas y métricas; Intro abre una</translation>
    </message>
    <message>
        <source>One metric of each head by layer; arrow keys move</source>
        <translation>Una métrica de cada cabeza por capa; las flechas mueven</translation>
    </message>
    <message>
        <source>&amp;Heads</source>
        <translation>Cabe&amp;zas</translation>
    </message>
    <message>
        <source>all</source>
        <translation>todas</translation>
    </message>
    <message>
        <source>&amp;Label</source>
        <translation>&amp;Etiqueta</translation>
    </message>
    <message>
        <source>&amp;Chart</source>
        <translation>&amp;Gráfico</translation>
    </message>
    <message>
        <source>&amp;Save table…</source>
        <translation>Guardar &amp;tabla…</translation>
    </message>
    <message>
        <source>Save table</source>
        <translation>Guardar tabla</translation>
    </message>
    <message>
        <source>Tables (*.csv *.json)</source>
        <translation>Tablas (*.csv *.json)</translation>
    </message>
</context>
<context>
    <name>headlight::HeatmapView</name>
    <message>
        <source>Heatmap</source>
        <translation>Mapa de calor</translation>
    </message>
    <message>
        <source>masked for this query</source>
        <translation>no visible para esta consulta</translation>
    </message>
    <message>
        <source>Overview; drag to move the view</source>
        <translation>El mapa entero; arrastre para mover la parte a la vista</translation>
    </message>
    <message>
        <source>Overview; drag to move the view.
Cached: %1 of at most %2 MB</source>
        <translation>Vista general; arrastre para mover la vista.
En caché: %1 de %2 MB como máximo</translation>
    </message>
    <message>
        <source>only one side has this token</source>
        <translation>solo un lado tiene este token</translation>
    </message>
</context>
<context>
    <name>headlight::HistoryCommands</name>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Deshacer</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Rehacer</translation>
    </message>
    <message>
        <source>&amp;Undo %1</source>
        <translation>&amp;Deshacer: %1</translation>
    </message>
    <message>
        <source>&amp;Redo %1</source>
        <translation>&amp;Rehacer: %1</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Inicio</translation>
    </message>
</context>
<context>
    <name>headlight::ImageOverlayView</name>
    <message>
        <source>Attention over the image</source>
        <translation>Atención sobre la imagen</translation>
    </message>
</context>
<context>
    <name>headlight::Inspector</name>
    <message>
        <source>Attends to</source>
        <translation>Mira a</translation>
    </message>
    <message>
        <source>Attended by</source>
        <translation>Lo miran</translation>
    </message>
    <message>
        <source>Point at a token to see its links; click to pin it.</source>
        <translation>Señale un token para ver sus vínculos; haga clic para fijarlo.</translation>
    </message>
    <message>
        <source>“%1” · token %2</source>
        <translation>«%1» · token %2</translation>
    </message>
    <message>
        <source>First token</source>
        <translation>En el primer token</translation>
    </message>
    <message>
        <source>Special tokens</source>
        <translation>En tokens especiales</translation>
    </message>
    <message>
        <source>Entropy</source>
        <translation>Entropía</translation>
    </message>
    <message>
        <source>%1 nats</source>
        <translation>%1 nats</translation>
    </message>
    <message>
        <source>Normalised entropy</source>
        <translation>Del máximo posible</translation>
    </message>
    <message>
        <source>Mean row maximum</source>
        <translation>Mayor peso</translation>
    </message>
    <message>
        <source>Every row of this head has missing values</source>
        <translation>A todas las filas de esta cabeza les faltan valores</translation>
    </message>
    <message>
        <source>Mean distance</source>
        <translation>Distancia</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 tokens</translation>
    </message>
    <message>
        <source>Previous token</source>
        <translation>Token anterior</translation>
    </message>
    <message>
        <source>Next token</source>
        <translation>Token siguiente</translation>
    </message>
    <message>
        <source>Induction</source>
        <translation>Tras el mismo token</translation>
    </message>
    <message>
        <source>Coverage of the source</source>
        <translation>Cobertura de la fuente</translation>
    </message>
    <message>
        <source>Total attention from generated tokens; about 1 = read once</source>
        <translation>Cuánto miran en suma todos los tokens escritos a cada uno: cerca de 1 donde se leyó una vez</translation>
    </message>
    <message>
        <source>“%1” · token %2, as generated</source>
        <translation>«%1» · token %2, tal como se escribió</translation>
    </message>
    <message>
        <source>Numbers of the token and the head</source>
        <translation>Números del token y de la cabeza</translation>
    </message>
    <message>
        <source>To the system</source>
        <translation>Al sistema</translation>
    </message>
    <message>
        <source>To the user</source>
        <translation>Al usuario</translation>
    </message>
    <message>
        <source>To the assistant</source>
        <translation>Al asistente</translation>
    </message>
    <message>
        <source>To other roles</source>
        <translation>A otros roles</translation>
    </message>
    <message>
        <source>To the chat template</source>
        <translation>A la plantilla de chat</translation>
    </message>
    <message>
        <source>Note of this head</source>
        <translation>Nota de esta cabeza</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Kept with the session; in no figure</source>
        <translation>Se guarda con la sesión; no aparece en ninguna figura</translation>
    </message>
</context>
<context>
    <name>headlight::LensBar</name>
    <message>
        <source>Remove: %1</source>
        <translation>Quitar: %1</translation>
    </message>
    <message>
        <source>Click to remove.</source>
        <translation>Haga clic para quitarlo.</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>Solo pesos desde</translation>
    </message>
    <message>
        <source>Only long-range links</source>
        <translation>Solo vínculos lejanos</translation>
    </message>
    <message>
        <source>Top per row</source>
        <translation>Solo los mayores de cada fila</translation>
    </message>
</context>
<context>
    <name>headlight::LensButton</name>
    <message>
        <source>Lenses</source>
        <translation>Mirar a través</translation>
    </message>
    <message>
        <source>Lenses: merge words, remove the sink, …</source>
        <translation>Mirar a través: palabras en vez de tokens, sin el sumidero, …</translation>
    </message>
</context>
<context>
    <name>headlight::LensWindow</name>
    <message>
        <source>Logit lens</source>
        <translation>Lente de logits</translation>
    </message>
    <message>
        <source>The token that heads add to: a likely one, or any that you type</source>
        <translation>A qué logit contribuyen las cabezas: un token probable o el que escribas</translation>
    </message>
    <message>
        <source>&amp;Token</source>
        <translation>&amp;Token</translation>
    </message>
    <message>
        <source>Logit lens; arrow keys choose a token and a layer</source>
        <translation>Lente de logits; las flechas eligen token y capa</translation>
    </message>
    <message>
        <source>Logit lens progress</source>
        <translation>Progreso de la lente de logits</translation>
    </message>
    <message>
        <source>No model has run: attention from a file has no hidden states.</source>
        <translation>No se ha ejecutado ningún modelo: la atención de un archivo no tiene estados ocultos.</translation>
    </message>
    <message>
        <source>This model has no output head, so there is nothing to predict.</source>
        <translation>Este modelo no tiene cabeza de salida, así que no hay nada que predecir.</translation>
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
        <translation>Vínculos</translation>
    </message>
</context>
<context>
    <name>headlight::MainMenu</name>
    <message>
        <source>&amp;Compare with another model</source>
        <translation>Comparar con &amp;otro modelo</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>Ninguno aún</translation>
    </message>
    <message>
        <source>Clear this list</source>
        <translation>Vaciar esta lista</translation>
    </message>
    <message>
        <source>Open model &amp;folder…</source>
        <translation>Abrir &amp;carpeta de modelo…</translation>
    </message>
    <message>
        <source>&amp;Stop comparing</source>
        <translation>&amp;Ningún otro modelo</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>Arc&amp;hivo</translation>
    </message>
    <message>
        <source>Recent sess&amp;ions</source>
        <translation>Sesiones &amp;recientes</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Editar</translation>
    </message>
    <message>
        <source>&amp;Change</source>
        <translation>&amp;Cambiar</translation>
    </message>
    <message>
        <source>&amp;Add a change</source>
        <translation>Añadir un &amp;cambio</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ver</translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation>&amp;Idioma</translation>
    </message>
    <message>
        <source>E&amp;xplain</source>
        <translation>E&amp;xplicar</translation>
    </message>
    <message>
        <source>Exa&amp;mples</source>
        <translation>&amp;Muestras</translation>
    </message>
    <message>
        <source>%1   %2, layer %3, head %4</source>
        <translation>%1   %2, capa %3, cabeza %4</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Ayuda</translation>
    </message>
    <message>
        <source>Unsaved</source>
        <translation>Sin guardar</translation>
    </message>
    <message>
        <source>Delete these</source>
        <translation>Eliminar estas</translation>
    </message>
    <message>
        <source>Histor&amp;y</source>
        <translation>&amp;Historial</translation>
    </message>
    <message>
        <source>Mode&amp;ls</source>
        <translation>&amp;Modelos</translation>
    </message>
    <message>
        <source>Built in</source>
        <translation>Integrados</translation>
    </message>
    <message>
        <source>Opened before</source>
        <translation>Abiertos antes</translation>
    </message>
    <message>
        <source>Found on this computer</source>
        <translation>Encontrados en este equipo</translation>
    </message>
    <message>
        <source>Clear the models opened before</source>
        <translation>Olvidar los modelos abiertos antes</translation>
    </message>
    <message>
        <source>%1   (%2)</source>
        <translation>%1   (%2)</translation>
    </message>
    <message>
        <source>Open model f&amp;ile…</source>
        <translation>&amp;Abrir archivo de modelo…</translation>
    </message>
    <message>
        <source>Layouts</source>
        <translation>Disposiciones</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Guardado</translation>
    </message>
    <message>
        <source>&amp;Forget layout</source>
        <translation>&amp;Olvidar disposición</translation>
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
        <translation>Cabezas</translation>
    </message>
    <message>
        <source>Inspect</source>
        <translation>Examinar</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Comparar</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Cambiar</translation>
    </message>
    <message>
        <source>Opening %1</source>
        <translation>Abriendo %1</translation>
    </message>
    <message>
        <source>Locate folder…</source>
        <translation>Elegir su carpeta…</translation>
    </message>
    <message>
        <source>Apply softmax</source>
        <translation>Aplicar softmax</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Guardado</translation>
    </message>
    <message>
        <source>Side panel</source>
        <translation>Lo que hay junto a las imágenes</translation>
    </message>
    <message>
        <source>Type a text</source>
        <translation>Escriba un texto</translation>
    </message>
    <message>
        <source>A real language model on your computer reads it. Every panel updates as you type. Try the Examples menu.</source>
        <translation>Un modelo de lenguaje de verdad en este equipo lo lee, y cada imagen de abajo le sigue mientras escribe. El menú Muestras tiene frases que enseñan algo.</translation>
    </message>
    <message>
        <source>The tokens</source>
        <translation>Los tokens</translation>
    </message>
    <message>
        <source>The model reads these pieces. Point at one to light up its links everywhere; click to pin it.</source>
        <translation>El modelo lee estas piezas. Señale una y sus vínculos se iluminan en cada imagen; haga clic para fijarla.</translation>
    </message>
    <message>
        <source>All heads</source>
        <translation>Todas las cabezas</translation>
    </message>
    <message>
        <source>Each small map is one attention head. A row attends to a column; stronger colour, more attention. Click one to enlarge it.</source>
        <translation>Cada pequeño mapa es una cabeza de atención: una fila mira, una columna es mirada, y cuanto más fuerte el color, más atención. Haga clic en uno para verlo grande.</translation>
    </message>
    <message>
        <source>One head, large</source>
        <translation>Una cabeza, en grande</translation>
    </message>
    <message>
        <source>Each panel draws a head differently. Point at a cell for the exact weight. The first token often takes most attention without meaning much: it is hatched and has its own bar.</source>
        <translation>Cada panel muestra una cabeza a su manera. Señale una celda para ver el peso exacto. El primer token suele llevarse casi toda la atención sin significar mucho; está rayado y tiene una barra propia.</translation>
    </message>
    <message>
        <source>Numbers and export</source>
        <translation>Los números, y cómo llevárselos</translation>
    </message>
    <message>
        <source>Strongest links of the pinned token, predictions and head statistics. Ctrl+E exports, F9 walks through the head, F1 opens the guide.</source>
        <translation>Aquí están los vínculos más fuertes del token elegido, lo que predice el modelo y lo que hace la cabeza. Ctrl+E exporta las imágenes, F9 recorre la cabeza paso a paso, F1 abre la guía.</translation>
    </message>
    <message>
        <source>This text is part of the attention file</source>
        <translation>Este texto forma parte del archivo de atención</translation>
    </message>
    <message>
        <source>No model to change: this file contains only attention.</source>
        <translation>No hay modelo que cambiar: el archivo solo contiene atención</translation>
    </message>
    <message>
        <source>Headlight, private</source>
        <translation>Headlight, privado</translation>
    </message>
    <message>
        <source>%1 contains only attention. Open a model to get predictions or make changes.</source>
        <translation>%1 solo contiene atención: aquí no hay modelo al que preguntar ni que cambiar.</translation>
    </message>
    <message>
        <source>Change (%1)</source>
        <translation>Cambiar (%1)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Salir</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Teclado</translation>
    </message>
    <message>
        <source>Window &amp;tour</source>
        <translation>&amp;Recorrido por la ventana</translation>
    </message>
    <message>
        <source>&amp;About Headlight</source>
        <translation>&amp;Acerca de Headlight</translation>
    </message>
    <message>
        <source>&amp;Command palette…</source>
        <translation>Paleta de &amp;comandos…</translation>
    </message>
    <message>
        <source>Find a command, head, token, model or page by name</source>
        <translation>Buscar por nombre un comando, cabeza, token, modelo o página</translation>
    </message>
    <message>
        <source>Settin&amp;gs…</source>
        <translation>Confi&amp;guración…</translation>
    </message>
    <message>
        <source>Nothing plays from here: the sound has ended, or no program on this computer opens WAV files.</source>
        <translation>No hay nada que reproducir desde aquí: el sonido ha terminado o ningún programa de este equipo abre archivos WAV.</translation>
    </message>
    <message>
        <source>Added as slide %1</source>
        <translation>Página %1 de la presentación</translation>
    </message>
</context>
<context>
    <name>headlight::MapOverview</name>
    <message>
        <source>Overview</source>
        <translation>Vista general</translation>
    </message>
    <message>
        <source>Overview; drag to move the view</source>
        <translation>El mapa entero; arrastre para mover la parte a la vista</translation>
    </message>
    <message>
        <source>In view: queries from %1% to %2%, keys from %3% to %4%</source>
        <translation>A la vista: consultas del %1% al %2%, claves del %3% al %4%</translation>
    </message>
</context>
<context>
    <name>headlight::MediaBar</name>
    <message>
        <source>Pictures and sound</source>
        <translation>Imágenes y sonido</translation>
    </message>
    <message>
        <source>&amp;Replace…</source>
        <translation>&amp;Reemplazar…</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>&amp;Quitar</translation>
    </message>
    <message>
        <source>Open sound…</source>
        <translation>Abrir archivo de sonido…</translation>
    </message>
    <message>
        <source>Open a sound, or drop one here</source>
        <translation>Abra un sonido o suéltelo aquí</translation>
    </message>
    <message>
        <source>Add picture…</source>
        <translation>Añadir imagen…</translation>
    </message>
    <message>
        <source>Open image…</source>
        <translation>Abrir imagen…</translation>
    </message>
    <message>
        <source>Open a picture, or drop or paste one here</source>
        <translation>Abra una imagen, o suéltela o péguela aquí</translation>
    </message>
    <message>
        <source>Picture %1: %2</source>
        <translation>Imagen %1: %2</translation>
    </message>
    <message>
        <source>Picture %1: %2, %3 × %4 pixels</source>
        <translation>Imagen %1: %2, %3 × %4 píxeles</translation>
    </message>
    <message>
        <source>Move &amp;before the previous one</source>
        <translation>Mover &amp;delante de la anterior</translation>
    </message>
    <message>
        <source>Sound: %1, %2</source>
        <translation>Sonido: %1, %2</translation>
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
        <translation>Progreso de la apertura del modelo</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Descartar</translation>
    </message>
</context>
<context>
    <name>headlight::MethodsWindow</name>
    <message>
        <source>Compare methods</source>
        <translation>Métodos lado a lado</translation>
    </message>
    <message>
        <source>What the token attends to, by method; arrow keys move</source>
        <translation>A qué atiende el token, por método; las flechas mueven</translation>
    </message>
    <message>
        <source>Methods progress</source>
        <translation>Progreso del cálculo de los métodos</translation>
    </message>
    <message>
        <source>&amp;Slow methods</source>
        <translation>Métodos &amp;lentos</translation>
    </message>
    <message>
        <source>Value zeroing, hiding each token, integrated gradients</source>
        <translation>Anular valores, ocultar cada token, gradientes integrados</translation>
    </message>
</context>
<context>
    <name>headlight::ModelButton</name>
    <message>
        <source>Model</source>
        <translation>Modelo</translation>
    </message>
    <message>
        <source>Current model. Click to open another.</source>
        <translation>El modelo que lee el texto; abra otro aquí</translation>
    </message>
    <message>
        <source>No model</source>
        <translation>Ningún modelo</translation>
    </message>
    <message>
        <source>Model s&amp;heet…</source>
        <translation>&amp;Ficha del modelo…</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1 y %2</translation>
    </message>
    <message>
        <source>Model: %1</source>
        <translation>Modelo: %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Model sheet</source>
        <translation>Ficha del modelo</translation>
    </message>
</context>
<context>
    <name>headlight::ModelSheet</name>
    <message>
        <source>Model sheet: %1</source>
        <translation>Ficha del modelo: %1</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>&amp;Tensors…</source>
        <translation>&amp;Tensores…</translation>
    </message>
    <message>
        <source>Tensors</source>
        <translation>Tensores</translation>
    </message>
    <message>
        <source>Tensor</source>
        <translation>Tensor</translation>
    </message>
    <message>
        <source>In the file</source>
        <translation>En el archivo</translation>
    </message>
    <message>
        <source>Data type</source>
        <translation>Formato numérico</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>Forma</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>Bytes</translation>
    </message>
    <message>
        <source>All tensors with their data types</source>
        <translation>Todos los tensores con sus formatos numéricos</translation>
    </message>
</context>
<context>
    <name>headlight::NoiseWindow</name>
    <message>
        <source>Noise</source>
        <translation>Ruido</translation>
    </message>
    <message>
        <source>Adds noise to the text and measures how much each head attends to it and how far the prediction shifts.</source>
        <translation>Se pone ruido en el texto y se mide cada cabeza: cuáles lo miran y cuánto se mueve la predicción.</translation>
    </message>
    <message>
        <source>Attention of each head on the noise</source>
        <translation>Atención de cada cabeza al ruido</translation>
    </message>
    <message>
        <source>Noisy texts; Return opens one</source>
        <translation>Textos con ruido; Intro abre uno</translation>
    </message>
    <message>
        <source>Double-click opens a text in the workspace</source>
        <translation>Un doble clic abre un texto en el espacio de trabajo</translation>
    </message>
    <message>
        <source>random words</source>
        <translation>palabras al azar</translation>
    </message>
    <message>
        <source>repeated words</source>
        <translation>palabras del texto otra vez</translation>
    </message>
    <message>
        <source>custom words</source>
        <translation>palabras propias</translation>
    </message>
    <message>
        <source>typos</source>
        <translation>erratas</translation>
    </message>
    <message>
        <source>shuffled clauses</source>
        <translation>cláusulas en otro orden</translation>
    </message>
    <message>
        <source>&amp;Noise</source>
        <translation>&amp;Ruido</translation>
    </message>
    <message>
        <source>words to insert</source>
        <translation>palabras que insertar</translation>
    </message>
    <message>
        <source>% of the words</source>
        <translation>% de las palabras</translation>
    </message>
    <message>
        <source>&amp;Amount</source>
        <translation>&amp;Cantidad</translation>
    </message>
    <message>
        <source>&amp;Seeds</source>
        <translation>&amp;Semillas</translation>
    </message>
    <message>
        <source>Noise test progress</source>
        <translation>Progreso de la medición del ruido</translation>
    </message>
    <message>
        <source>%1, %2% of the words</source>
        <translation>%1, %2 % de las palabras</translation>
    </message>
    <message numerus="yes">
        <source>, %n seed(s)</source>
        <translation>
            <numerusform>, %n semilla(s)</numerusform>
            <numerusform>, %n semilla(s)</numerusform>
        </translation>
    </message>
    <message>
        <source>Measure reads the text and the %1 texts below, and shows how much each head attends to the noise and how far the prediction shifts; about %2.</source>
        <translation>«Medir» lee el texto y los %1 textos de abajo, y muestra cuánto atiende cada cabeza al ruido y cuánto se desplaza la predicción; unos %2.</translation>
    </message>
</context>
<context>
    <name>headlight::OtherTokens</name>
    <message>
        <source>Tokens of the source</source>
        <translation>Tokens de la fuente</translation>
    </message>
    <message>
        <source>Tokens of text B</source>
        <translation>Tokens del texto B</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Fuente</translation>
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
        <translation>Restado: el panel muestra la diferencia de los pesos.</translation>
    </message>
    <message>
        <source>%1 heads</source>
        <translation>%1 cabezas</translation>
    </message>
    <message>
        <source>mean of %1 heads</source>
        <translation>media de %1 cabezas</translation>
    </message>
    <message>
        <source>maximum of %1 heads</source>
        <translation>máximo de %1 cabezas</translation>
    </message>
    <message>
        <source>Layer.head: %1</source>
        <translation>Capa.cabeza: %1</translation>
    </message>
    <message>
        <source>Mean of %1 heads</source>
        <translation>Media de %1 cabezas</translation>
    </message>
    <message>
        <source>Maximum of %1 heads</source>
        <translation>Máximo de %1 cabezas</translation>
    </message>
    <message>
        <source>All heads</source>
        <translation>Todas las cabezas</translation>
    </message>
    <message>
        <source>All layers</source>
        <translation>Todas las capas</translation>
    </message>
    <message>
        <source>Layer %1 · %2</source>
        <translation>Capa %1 · %2</translation>
    </message>
    <message>
        <source>Layer %1 · all heads</source>
        <translation>Capa %1 · todas las cabezas</translation>
    </message>
    <message>
        <source>Expert %1</source>
        <translation>Experto %1</translation>
    </message>
    <message>
        <source>Experts of layer %1</source>
        <translation>Expertos de la capa %1</translation>
    </message>
    <message>
        <source>Experts</source>
        <translation>Expertos</translation>
    </message>
    <message>
        <source>Note of this panel</source>
        <translation>Nota de este panel</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Kept with the session; in no figure</source>
        <translation>Se guarda con la sesión; no aparece en ninguna figura</translation>
    </message>
</context>
<context>
    <name>headlight::PanelArea</name>
    <message>
        <source>Panels</source>
        <translation>Paneles</translation>
    </message>
    <message>
        <source>&amp;New panel</source>
        <translation>&amp;Nuevo panel</translation>
    </message>
    <message>
        <source>New panel with this head pinned</source>
        <translation>Otro panel que conserva la cabeza actual</translation>
    </message>
    <message>
        <source>&amp;Close panel</source>
        <translation>&amp;Quitar panel</translation>
    </message>
    <message>
        <source>Ne&amp;xt panel</source>
        <translation>Panel si&amp;guiente</translation>
    </message>
    <message>
        <source>&amp;Previous panel</source>
        <translation>Panel &amp;anterior</translation>
    </message>
    <message>
        <source>&amp;Maximise or restore panel</source>
        <translation>Maximizar &amp;o restaurar panel</translation>
    </message>
    <message>
        <source>Maximise panel; Esc restores</source>
        <translation>Dar todo el sitio al panel; Escape lo devuelve</translation>
    </message>
    <message>
        <source>Move panel &amp;back</source>
        <translation>Mo&amp;ver el panel antes</translation>
    </message>
    <message>
        <source>Move panel &amp;forward</source>
        <translation>Mover el panel &amp;después</translation>
    </message>
    <message>
        <source>No&amp;te on this panel</source>
        <translation>Nota de &amp;este panel</translation>
    </message>
    <message>
        <source>A note of your own, kept with the session</source>
        <translation>Una nota propia que se guarda con la sesión</translation>
    </message>
    <message>
        <source>Panel in its own window</source>
        <translation>Panel en su propia ventana</translation>
    </message>
    <message>
        <source>For a second screen; closing it brings it back</source>
        <translation>Para una segunda pantalla; al cerrarla vuelve</translation>
    </message>
    <message>
        <source>Panel</source>
        <translation>Panel</translation>
    </message>
</context>
<context>
    <name>headlight::PanelHeader</name>
    <message>
        <source>Linear</source>
        <translation>Lineal</translation>
    </message>
    <message>
        <source>Square root</source>
        <translation>Raíz cuadrada</translation>
    </message>
    <message>
        <source>Logarithmic</source>
        <translation>Logarítmica</translation>
    </message>
    <message>
        <source>Attends to</source>
        <translation>A qué mira el token</translation>
    </message>
    <message>
        <source>Attended by</source>
        <translation>Quién mira al token</translation>
    </message>
    <message>
        <source>Mean of the heads</source>
        <translation>Media de las cabezas</translation>
    </message>
    <message>
        <source>One head</source>
        <translation>Una cabeza</translation>
    </message>
    <message>
        <source>Rollout</source>
        <translation>Rollout</translation>
    </message>
    <message>
        <source>Panel menu</source>
        <translation>Todo sobre este panel</translation>
    </message>
    <message>
        <source>Close panel</source>
        <translation>Cerrar panel</translation>
    </message>
    <message>
        <source>Close this panel</source>
        <translation>Cerrar este panel</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Cómo se dibuja la atención</translation>
    </message>
    <message>
        <source>Smallest weight drawn, in percent</source>
        <translation>Menor peso dibujado, en porcentaje</translation>
    </message>
    <message>
        <source>Weights below this one are not drawn</source>
        <translation>Los pesos por debajo de este no se dibujan</translation>
    </message>
    <message>
        <source>All heads of the layer</source>
        <translation>Todas las cabezas de la capa</translation>
    </message>
    <message>
        <source>All heads of the layer, each in its own colour</source>
        <translation>Todas las cabezas de la capa, cada una en su color</translation>
    </message>
    <message>
        <source>Show what attends to the token</source>
        <translation>Mostrar quién mira al token, en vez de a qué mira</translation>
    </message>
    <message>
        <source>Layer shown as</source>
        <translation>Qué representa a una capa</translation>
    </message>
    <message>
        <source>Colour scale</source>
        <translation>Cómo crecen los colores con el peso</translation>
    </message>
    <message>
        <source>Separate sink</source>
        <translation>Sumidero aparte</translation>
    </message>
    <message>
        <source>Show attention on first or special tokens as its own bar</source>
        <translation>Mostrar la masa en el primer token o los especiales como barra propia</translation>
    </message>
    <message>
        <source>Pin head</source>
        <translation>Fijar cabeza</translation>
    </message>
    <message>
        <source>Keep this head when you select another</source>
        <translation>Conservar esta cabeza cuando se elija otra en el atlas</translation>
    </message>
    <message>
        <source>Linked</source>
        <translation>Vinculado</translation>
    </message>
    <message>
        <source>Share cursor, pinned token and zoom with the other panels</source>
        <translation>Compartir cursor, token fijado y zoom con los otros paneles</translation>
    </message>
    <message>
        <source>Export figure</source>
        <translation>Exportar figura</translation>
    </message>
    <message>
        <source>Export this picture as a figure file</source>
        <translation>Exportar esta imagen como archivo de figura</translation>
    </message>
    <message>
        <source>View: %1</source>
        <translation>Tipo de imagen: %1</translation>
    </message>
    <message>
        <source>Layer shown as: %1</source>
        <translation>Una capa es: %1</translation>
    </message>
    <message>
        <source>Colour scale: %1</source>
        <translation>Escala de color: %1</translation>
    </message>
    <message>
        <source>Zoomed</source>
        <translation>Ampliado</translation>
    </message>
    <message>
        <source>Zoomed in: show the whole map</source>
        <translation>Ampliado: mostrar todo el mapa</translation>
    </message>
    <message>
        <source>Zoomed in. Click, or press 0, to show the whole map.</source>
        <translation>Ampliado. Haga clic o pulse 0 para mostrar todo el mapa.</translation>
    </message>
    <message>
        <source>Not the default</source>
        <translation>No es el valor predeterminado</translation>
    </message>
    <message>
        <source>Attention</source>
        <translation>Atención</translation>
    </message>
    <message>
        <source>Layers and tokens</source>
        <translation>Capas y tokens</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>Carga</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texto</translation>
    </message>
    <message>
        <source>Experts shown as</source>
        <translation>Expertos mostrados como</translation>
    </message>
    <message>
        <source>Experts shown as: %1</source>
        <translation>Expertos mostrados como: %1</translation>
    </message>
</context>
<context>
    <name>headlight::PanelMenu</name>
    <message>
        <source>text A</source>
        <translation>texto A</translation>
    </message>
    <message>
        <source>text B</source>
        <translation>texto B</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>with changes</source>
        <translation>con los cambios</translation>
    </message>
    <message>
        <source>without changes</source>
        <translation>tal cual es el modelo</translation>
    </message>
    <message>
        <source>&amp;View as</source>
        <translation>&amp;Dibujar como</translation>
    </message>
    <message>
        <source>Met&amp;hod</source>
        <translation>Mé&amp;todo</translation>
    </message>
    <message>
        <source>&amp;Lenses</source>
        <translation>Mirar a tra&amp;vés</translation>
    </message>
    <message>
        <source>&amp;Show</source>
        <translation>Mo&amp;strar</translation>
    </message>
    <message>
        <source>S&amp;ubtract</source>
        <translation>&amp;Restar</translation>
    </message>
    <message>
        <source>Zero</source>
        <translation>Nada</translation>
    </message>
    <message>
        <source>Pin this panel&apos;s head, select another in the atlas, then subtract it here.</source>
        <translation>Fije la cabeza de este panel, seleccione otra en el atlas y réstela aquí.</translation>
    </message>
    <message>
        <source>&amp;Colour scale</source>
        <translation>Escala de &amp;color</translation>
    </message>
    <message>
        <source>0 to 1, same for all heads</source>
        <translation>Hasta 1, igual para cada cabeza</translation>
    </message>
    <message>
        <source>Di&amp;rection</source>
        <translation>D&amp;irección</translation>
    </message>
    <message>
        <source>La&amp;yer shown as</source>
        <translation>Una ca&amp;pa es</translation>
    </message>
    <message>
        <source>&amp;All heads of the layer</source>
        <translation>Todas las cabe&amp;zas de la capa</translation>
    </message>
    <message>
        <source>Se&amp;parate sink</source>
        <translation>Sumider&amp;o aparte</translation>
    </message>
    <message>
        <source>P&amp;in head</source>
        <translation>Fi&amp;jar cabeza</translation>
    </message>
    <message>
        <source>Li&amp;nked</source>
        <translation>En&amp;lazado con los otros paneles</translation>
    </message>
    <message>
        <source>Chan&amp;ge the model</source>
        <translation>Cam&amp;biar el modelo</translation>
    </message>
    <message>
        <source>R&amp;estore</source>
        <translation>&amp;Restaurar</translation>
    </message>
    <message>
        <source>&amp;Maximise</source>
        <translation>&amp;Maximizar</translation>
    </message>
    <message>
        <source>Move &amp;back</source>
        <translation>Mover ant&amp;es</translation>
    </message>
    <message>
        <source>Move &amp;forward</source>
        <translation>Mover desp&amp;ués</translation>
    </message>
    <message>
        <source>E&amp;xport figure…</source>
        <translation>E&amp;xportar figura…</translation>
    </message>
    <message>
        <source>Close panel</source>
        <translation>Cerrar panel</translation>
    </message>
    <message>
        <source>A&amp;ttention</source>
        <translation>At&amp;ención</translation>
    </message>
    <message>
        <source>Up to this head&apos;s maximum</source>
        <translation>Hasta el máximo de esta cabeza</translation>
    </message>
    <message>
        <source>%1, selected in the atlas</source>
        <translation>%1, seleccionada en el atlas</translation>
    </message>
    <message>
        <source>Apply this loo&amp;k to all panels</source>
        <translation>&amp;Aplicar este aspecto a todos los paneles</translation>
    </message>
    <message>
        <source>Colour scale, sinks, smallest weight, direction</source>
        <translation>Escala de color, sumideros, peso mínimo, dirección</translation>
    </message>
    <message>
        <source>Expe&amp;rts shown as</source>
        <translation>Expertos mostrados &amp;como</translation>
    </message>
    <message>
        <source>Show all experts</source>
        <translation>Mostrar todos los expertos</translation>
    </message>
    <message>
        <source>N&amp;ote</source>
        <translation>&amp;Nota</translation>
    </message>
    <message>
        <source>Smooth&amp;ed</source>
        <translation>De&amp;gradado suave</translation>
    </message>
</context>
<context>
    <name>headlight::PatchWords</name>
    <message>
        <source>Words that attend to the patch</source>
        <translation>Palabras que atienden al parche</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>row %1, column %2 of picture %3</source>
        <translation>fila %1, columna %2 de la imagen %3</translation>
    </message>
    <message>
        <source>%1 to %2 s</source>
        <translation>%1 a %2 s</translation>
    </message>
    <message>
        <source>No word attends to %1 · %2</source>
        <translation>Ninguna palabra atiende a %1 · %2</translation>
    </message>
    <message>
        <source>Attend to %1 · %2:</source>
        <translation>Atienden a %1 · %2:</translation>
    </message>
    <message>
        <source>“%1”, token %2</source>
        <translation>«%1», token %2</translation>
    </message>
    <message>
        <source>Pin this token</source>
        <translation>Fijar este token</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation>%1 en %2</translation>
    </message>
    <message>
        <source>Play the sound from here</source>
        <translation>Reproducir el sonido desde aquí</translation>
    </message>
</context>
<context>
    <name>headlight::PathOpener</name>
    <message>
        <source>Open session</source>
        <translation>Abrir sesión</translation>
    </message>
    <message>
        <source>Headlight sessions (*.headlight)</source>
        <translation>Sesiones de Headlight (*.headlight)</translation>
    </message>
    <message>
        <source>Open text file</source>
        <translation>Abrir archivo de texto</translation>
    </message>
    <message>
        <source>Open model folder</source>
        <translation>Abrir carpeta de modelo</translation>
    </message>
    <message>
        <source>Open image</source>
        <translation>Abrir imagen</translation>
    </message>
    <message>
        <source>Images (*.png *.jpg *.jpeg *.bmp *.gif *.webp *.ppm *.svg);;All files (*)</source>
        <translation>Imágenes (*.png *.jpg *.jpeg *.bmp *.gif *.webp *.ppm *.svg);;Todos los archivos (*)</translation>
    </message>
    <message>
        <source>Import attention</source>
        <translation>Importar atención</translation>
    </message>
    <message>
        <source>Attention (*.safetensors *.npz *.npy *.pt)</source>
        <translation>Atención (*.safetensors *.npz *.npy *.pt)</translation>
    </message>
    <message>
        <source>text file: expected an open model, found none; open one first</source>
        <translation>archivo de texto: se esperaba un modelo abierto, no hay ninguno; abra uno primero</translation>
    </message>
    <message>
        <source>&amp;Open model folder…</source>
        <translation>Abrir carpeta &amp;de modelo…</translation>
    </message>
    <message>
        <source>Open &amp;text file…</source>
        <translation>Abrir archivo de &amp;texto…</translation>
    </message>
    <message>
        <source>Import &amp;attention…</source>
        <translation>A&amp;brir atención…</translation>
    </message>
    <message>
        <source>Open i&amp;mage…</source>
        <translation>Abrir &amp;imagen…</translation>
    </message>
    <message>
        <source>Open sessio&amp;n…</source>
        <translation>&amp;Abrir sesión…</translation>
    </message>
    <message>
        <source>Choose a text</source>
        <translation>Elegir un texto</translation>
    </message>
    <message>
        <source>%1 has the attention of %2 texts. Number of the text to open, from 0:</source>
        <translation>%1 contiene la atención de %2 textos. Número del texto que se abre, desde 0:</translation>
    </message>
    <message>
        <source>Open model &amp;file…</source>
        <translation>Abrir arc&amp;hivo de modelo…</translation>
    </message>
    <message>
        <source>Open model file</source>
        <translation>Abrir archivo de modelo</translation>
    </message>
    <message>
        <source>GGUF models (*.gguf);;All files (*)</source>
        <translation>Modelos GGUF (*.gguf);;Todos los archivos (*)</translation>
    </message>
    <message>
        <source>%1 is not valid UTF-8: other bytes are read as �.</source>
        <translation>%1 no es UTF-8 válido: los demás bytes se leen como �.</translation>
    </message>
    <message>
        <source>Open so&amp;und…</source>
        <translation>Abrir archi&amp;vo de sonido…</translation>
    </message>
    <message>
        <source>Pasted picture</source>
        <translation>Imagen pegada</translation>
    </message>
    <message>
        <source>Replace picture</source>
        <translation>Reemplazar imagen</translation>
    </message>
    <message>
        <source>Open sound</source>
        <translation>Abrir sonido</translation>
    </message>
    <message>
        <source>Sounds (%1);;All files (*)</source>
        <translation>Sonidos (%1);;Todos los archivos (*)</translation>
    </message>
</context>
<context>
    <name>headlight::PinsHint</name>
    <message>
        <source>%1 is selected, but every visible panel is pinned to its own head.</source>
        <translation>%1 está seleccionada, pero cada panel visible tiene fijada su propia cabeza.</translation>
    </message>
    <message>
        <source>Show it in this panel</source>
        <translation>Mostrarla en este panel</translation>
    </message>
</context>
<context>
    <name>headlight::Presenter</name>
    <message>
        <source>Presenter view</source>
        <translation>Vista del presentador</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notas</translation>
    </message>
    <message>
        <source>Time, and how long the talk has taken</source>
        <translation>Hora y duración de la charla hasta ahora</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Atrás</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>&amp;Siguiente</translation>
    </message>
    <message>
        <source>B&amp;lank</source>
        <translation>&amp;Vacía</translation>
    </message>
    <message>
        <source>Show an empty page (B)</source>
        <translation>Mostrar una página vacía (B)</translation>
    </message>
    <message>
        <source>&amp;End</source>
        <translation>&amp;Fin</translation>
    </message>
    <message>
        <source>Audience &amp;on</source>
        <translation>P&amp;úblico en</translation>
    </message>
    <message>
        <source>a window</source>
        <translation>una ventana</translation>
    </message>
    <message>
        <source>This is the last page.</source>
        <translation>Esta es la última página.</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Siguiente</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>Página %1 de %2</translation>
    </message>
</context>
<context>
    <name>headlight::ProfileView</name>
    <message>
        <source>Row profile</source>
        <translation>Perfil de fila</translation>
    </message>
</context>
<context>
    <name>headlight::QueryField</name>
    <message>
        <source>Words to complete with</source>
        <translation>Palabras para completar</translation>
    </message>
</context>
<context>
    <name>headlight::ReplaceQuestion</name>
    <message>
        <source>Replace file</source>
        <translation>Reemplazar archivo</translation>
    </message>
    <message>
        <source>“%1” already exists. Replace it?</source>
        <translation>«%1» ya existe. ¿Reemplazarlo?</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Reemplazar</translation>
    </message>
</context>
<context>
    <name>headlight::RunStatus</name>
    <message>
        <source>Run progress</source>
        <translation>Progreso de la ejecución</translation>
    </message>
    <message>
        <source>%1 s, about %2 s left</source>
        <translation>%1 s, quedan unos %2 s</translation>
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
        <translation>Dispersión de cabezas</translation>
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
        <translation>&amp;Cabezas</translation>
    </message>
    <message>
        <source>Two metrics of each head; arrow keys move, Return selects</source>
        <translation>Dos métricas de cada cabeza; las flechas mueven, Intro selecciona</translation>
    </message>
    <message>
        <source>Scatter progress</source>
        <translation>Progreso de la dispersión</translation>
    </message>
    <message>
        <source>No head matches “%1”; all are shown.</source>
        <translation>Ninguna cabeza coincide con «%1»; se muestran todas.</translation>
    </message>
</context>
<context>
    <name>headlight::ScoreWindow</name>
    <message>
        <source>Score of a cell</source>
        <translation>Puntuación de una celda</translation>
    </message>
    <message>
        <source>&amp;Key</source>
        <translation>&amp;Clave</translation>
    </message>
    <message>
        <source>Parts of the score by wavelength; arrow keys move</source>
        <translation>Partes de la puntuación por longitud de onda; las flechas mueven</translation>
    </message>
</context>
<context>
    <name>headlight::SessionController</name>
    <message>
        <source>%1: model “%2” not found in %3.</source>
        <translation>%1: su modelo «%2» ya no está en %3.</translation>
    </message>
    <message>
        <source>“%1” is not the model of this session: its configuration or tensors differ.</source>
        <translation>«%1» no es el modelo con que se guardó esta sesión: su configuración o sus tensores difieren.</translation>
    </message>
    <message>
        <source>This session stores a reduced copy of “%1”. Values differ slightly from the original.</source>
        <translation>La sesión guarda una copia más pequeña de «%1»: sus números difieren un poco de los del archivo.</translation>
    </message>
    <message>
        <source>%1: model “%2” not found.</source>
        <translation>%1: modelo «%2» no encontrado.</translation>
    </message>
</context>
<context>
    <name>headlight::SettingsWindow</name>
    <message>
        <source>Settings</source>
        <translation>Configuración</translation>
    </message>
    <message>
        <source>Find a setting or shortcut</source>
        <translation>Buscar un ajuste o un atajo</translation>
    </message>
    <message>
        <source>No match</source>
        <translation>Sin coincidencias</translation>
    </message>
</context>
<context>
    <name>headlight::ShareColumns</name>
    <message>
        <source>pictures or sound %1, text %2, first or special tokens %3</source>
        <translation>imágenes o sonido %1, texto %2, tokens iniciales o especiales %3</translation>
    </message>
    <message>
        <source>Shares of attention for each word</source>
        <translation>Partes de la atención de cada palabra</translation>
    </message>
    <message>
        <source>“%1”: %2</source>
        <translation>«%1»: %2</translation>
    </message>
</context>
<context>
    <name>headlight::ShortcutField</name>
    <message>
        <source>Keys of %1</source>
        <translation>Teclas de %1</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Ninguna</translation>
    </message>
    <message>
        <source>No keys for %1</source>
        <translation>Sin teclas para %1</translation>
    </message>
    <message>
        <source>Usual keys of %1</source>
        <translation>Teclas habituales de %1</translation>
    </message>
    <message>
        <source>Usual keys</source>
        <translation>Teclas habituales</translation>
    </message>
    <message>
        <source>Use here</source>
        <translation>Usar aquí</translation>
    </message>
    <message>
        <source>%1 belongs to “%2”.</source>
        <translation>%1 pertenece a «%2».</translation>
    </message>
</context>
<context>
    <name>headlight::SimilarityView</name>
    <message>
        <source>Head similarity</source>
        <translation>Semejanza de cabezas</translation>
    </message>
</context>
<context>
    <name>headlight::StartPage</name>
    <message>
        <source>Start</source>
        <translation>Inicio</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>Ejemplos</translation>
    </message>
    <message>
        <source>Recent sessions</source>
        <translation>Sesiones recientes</translation>
    </message>
    <message>
        <source>Begin with an example</source>
        <translation>Empieza con un ejemplo</translation>
    </message>
    <message>
        <source>Or with something of your own</source>
        <translation>O con algo propio</translation>
    </message>
    <message>
        <source>&amp;Open a model…</source>
        <translation>&amp;Abrir un modelo…</translation>
    </message>
    <message>
        <source>&amp;Attention from elsewhere…</source>
        <translation>A&amp;tención de otro origen…</translation>
    </message>
    <message>
        <source>New here?</source>
        <translation>¿Primera vez?</translation>
    </message>
    <message>
        <source>&amp;Tour: two minutes, hands on</source>
        <translation>&amp;Recorrido: dos minutos, práctico</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Cerrar</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>Ninguna todavía</translation>
    </message>
</context>
<context>
    <name>headlight::SteeringForm</name>
    <message>
        <source>This file contains only attention.</source>
        <translation>Este archivo solo contiene atención.</translation>
    </message>
    <message>
        <source>This model has no tokenizer to read texts with.</source>
        <translation>Este modelo no tiene tokenizador para leer textos.</translation>
    </message>
    <message>
        <source>Steering is for models of one stack.</source>
        <translation>La dirección es para modelos de una sola pila.</translation>
    </message>
    <message>
        <source>Steer by texts</source>
        <translation>Dirigir con textos</translation>
    </message>
    <message>
        <source>The mean stream of one set of texts less that of another, added at a layer (Turner et al. 2023; Rimsky et al. 2024)</source>
        <translation>El flujo medio de un conjunto de textos menos el de otro, sumado en una capa (Turner et al. 2023; Rimsky et al. 2024)</translation>
    </message>
    <message>
        <source>To&amp;wards these texts, one a line</source>
        <translation>&amp;Hacia estos textos, uno por línea</translation>
    </message>
    <message>
        <source>I love this. What a wonderful day.</source>
        <translation>I love this. What a wonderful day.</translation>
    </message>
    <message>
        <source>Awa&amp;y from these texts</source>
        <translation>&amp;Lejos de estos textos</translation>
    </message>
    <message>
        <source>I hate this. What a terrible day.</source>
        <translation>I hate this. What a terrible day.</translation>
    </message>
    <message>
        <source>The layer that reads the changed stream</source>
        <translation>La capa que lee el flujo cambiado</translation>
    </message>
    <message>
        <source>&amp;Layer</source>
        <translation>&amp;Capa</translation>
    </message>
    <message>
        <source>The last of each text</source>
        <translation>El último de cada texto</translation>
    </message>
    <message>
        <source>The mean of all</source>
        <translation>La media de todos</translation>
    </message>
    <message>
        <source>&amp;Tokens</source>
        <translation>&amp;Tokens</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>&amp;Examinar…</translation>
    </message>
    <message>
        <source>Sa&amp;ve as</source>
        <translation>&amp;Guardar como</translation>
    </message>
    <message>
        <source>Progress of the texts</source>
        <translation>Progreso de los textos</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>&amp;Añadir</translation>
    </message>
    <message>
        <source>Save steering vector</source>
        <translation>Guardar vector de dirección</translation>
    </message>
    <message>
        <source>Steering vectors (*.safetensors)</source>
        <translation>Vectores de dirección (*.safetensors)</translation>
    </message>
    <message>
        <source>Type at least one text in each field.</source>
        <translation>Escriba al menos un texto en cada campo.</translation>
    </message>
    <message>
        <source>Name a file to save the vector in.</source>
        <translation>Indique un archivo donde guardar el vector.</translation>
    </message>
</context>
<context>
    <name>headlight::SurpriseTint</name>
    <message>
        <source>Surprisal of each token, −ln p given all other tokens. Right end: a uniform guess.</source>
        <translation>Sorpresa de cada token, −ln p dados todos los demás. Extremo derecho: adivinar a ciegas.</translation>
    </message>
    <message>
        <source>Surprisal of each token, −ln p given the previous ones. Right end: a uniform guess.</source>
        <translation>Sorpresa de cada token, −ln p dados los anteriores. Extremo derecho: adivinar a ciegas.</translation>
    </message>
    <message>
        <source>surprisal %1 nats, p %2</source>
        <translation>sorpresa %1 nats, p %2</translation>
    </message>
    <message>
        <source>C&amp;olour by surprisal</source>
        <translation>Colorear to&amp;kens por sorpresa</translation>
    </message>
    <message>
        <source>How unexpected each token is to the model</source>
        <translation>Qué poco esperable era cada token, según el modelo</translation>
    </message>
</context>
<context>
    <name>headlight::TextBar</name>
    <message>
        <source>Compare</source>
        <translation>Comparar</translation>
    </message>
    <message>
        <source>Compare with a second text (starts as a copy)</source>
        <translation>Comparar con otro texto: empieza como copia, para cambiarla</translation>
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
        <translation>Identificadores de tokens</translation>
    </message>
    <message>
        <source>Type token ids: 101 2023 102</source>
        <translation>Escriba identificadores: 101 2023 102</translation>
    </message>
    <message>
        <source>Go to &amp;text</source>
        <translation>Te&amp;xto</translation>
    </message>
    <message>
        <source>Co&amp;mpare texts</source>
        <translation>Comparar con &amp;otro texto</translation>
    </message>
    <message>
        <source>Second text</source>
        <translation>Segundo texto</translation>
    </message>
    <message>
        <source>A pair in one input: the model reads both texts together</source>
        <translation>Un par en una entrada: el modelo lee ambos textos juntos</translation>
    </message>
    <message>
        <source>Generated: %1</source>
        <translation>Generado: %1</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Conversación</translation>
    </message>
    <message>
        <source>Conv&amp;ersation</source>
        <translation>Con&amp;versación</translation>
    </message>
    <message>
        <source>Write in turns: the model&apos;s chat template makes a text of them; again for a plain text</source>
        <translation>Escribir por turnos, de los que la plantilla de chat del modelo hace su texto; otra vez para un texto simple</translation>
    </message>
    <message>
        <source>%1 has no chat template, so it reads plain text only.</source>
        <translation>%1 no tiene plantilla de chat, así que solo lee texto simple.</translation>
    </message>
</context>
<context>
    <name>headlight::TextFileDialog</name>
    <message>
        <source>Read a part of %1</source>
        <translation>Leer una parte de %1</translation>
    </message>
    <message>
        <source>Where the part begins</source>
        <translation>Dónde empieza la parte</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>The part</source>
        <translation>La parte</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Leer</translation>
    </message>
    <message>
        <source>Begins at</source>
        <translation>Empieza en</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Longitud</translation>
    </message>
    <message>
        <source>Counting tokens…</source>
        <translation>Contando los tokens…</translation>
    </message>
    <message>
        <source>%1 tokens; needs %2 in a scratch file</source>
        <translation>%1 tokens; la lectura ocupa %2, en un archivo temporal</translation>
    </message>
    <message>
        <source>%1 tokens; needs %2 of memory</source>
        <translation>%1 tokens; necesita %2 de memoria</translation>
    </message>
    <message>
        <source> tokens</source>
        <translation> tokens</translation>
    </message>
    <message>
        <source>&amp;Whole file</source>
        <translation>Archivo &amp;completo</translation>
    </message>
    <message>
        <source>The file has %1; at most %2 are read as one text.</source>
        <translation>El archivo tiene %1; como máximo se leen %2 como un texto.</translation>
    </message>
    <message>
        <source>The file has no %1 tokens from there on.</source>
        <translation>El archivo no tiene %1 tokens a partir de ahí.</translation>
    </message>
</context>
<context>
    <name>headlight::TextLine</name>
    <message>
        <source>Text to compare with</source>
        <translation>Texto para comparar</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texto</translation>
    </message>
    <message>
        <source>Type the text to compare with</source>
        <translation>Escriba el texto para comparar</translation>
    </message>
    <message>
        <source>Type a sentence</source>
        <translation>Escriba una frase</translation>
    </message>
    <message>
        <source>Second text to compare with</source>
        <translation>Segundo texto para comparar</translation>
    </message>
    <message>
        <source>Text pair</source>
        <translation>Segundo texto</translation>
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
        <translation>Hacer un tramo</translation>
    </message>
    <message>
        <source>Token %1: %2 · id %3</source>
        <translation>Token %1: %2 · id %3</translation>
    </message>
    <message>
        <source>Token %1 of %2: %3</source>
        <translation>Token %1 de %2: %3</translation>
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
        <translation>A los tokens: las flechas recorren, Intro fija uno, Escape lo suelta</translation>
    </message>
    <message>
        <source>Merge as s&amp;pan</source>
        <translation>Hacer &amp;un tramo con los tokens seleccionados</translation>
    </message>
    <message>
        <source>Show selected tokens as one</source>
        <translation>Mostrar los tokens seleccionados como uno en el panel actual</translation>
    </message>
    <message>
        <source>Sho&amp;w spaces in tokens</source>
        <translation>&amp;Mostrar espacios en los tokens</translation>
    </message>
    <message>
        <source>generated by the model</source>
        <translation>generado por el modelo</translation>
    </message>
    <message>
        <source>Picture %1: %2 tokens. Click to fold them.</source>
        <translation>Imagen %1: %2 tokens. Haga clic para agruparlos.</translation>
    </message>
    <message>
        <source>Picture %1: %2 tokens. Click to see each.</source>
        <translation>Imagen %1: %2 tokens. Haga clic para ver cada uno.</translation>
    </message>
    <message>
        <source>Picture %1: %2 tokens. Return opens it.</source>
        <translation>Imagen %1: %2 tokens. Intro la abre.</translation>
    </message>
</context>
<context>
    <name>headlight::TourWindow</name>
    <message>
        <source>Five things heads do</source>
        <translation>Cinco cosas que hacen las cabezas</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Atrás</translation>
    </message>
    <message>
        <source>Ne&amp;xt</source>
        <translation>&amp;Siguiente</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Your turn</source>
        <translation>Ahora su propia frase</translation>
    </message>
    <message>
        <source>Type a text at the top of the window. Every panel updates as you type. Choose heads on the left; press F9 to see step by step how one works.</source>
        <translation>Escriba un texto arriba en la ventana. Todos los paneles se actualizan mientras escribe. Elija cabezas a la izquierda; pulse F9 para ver paso a paso cómo trabaja una.</translation>
    </message>
    <message>
        <source>%1 of %2 · %3, layer %4, head %5</source>
        <translation>%1 de %2 · %3, capa %4, cabeza %5</translation>
    </message>
</context>
<context>
    <name>headlight::TurnRow</name>
    <message>
        <source>Move turn up</source>
        <translation>Subir turno</translation>
    </message>
    <message>
        <source>Move turn down</source>
        <translation>Bajar turno</translation>
    </message>
    <message>
        <source>Remove turn</source>
        <translation>Quitar turno</translation>
    </message>
    <message>
        <source>Role of turn %1</source>
        <translation>Rol del turno %1</translation>
    </message>
    <message>
        <source>Who speaks</source>
        <translation>Quién habla</translation>
    </message>
    <message>
        <source>Turn %1, %2</source>
        <translation>Turno %1, %2</translation>
    </message>
    <message>
        <source>What %1 says</source>
        <translation>Lo que dice %1</translation>
    </message>
    <message>
        <source>This turn has parts other than text. It stays as it is.</source>
        <translation>Este turno tiene partes que no son texto. Se queda como está.</translation>
    </message>
    <message>
        <source>This turn has more than its text, such as calls of tools. That stays as it is.</source>
        <translation>Este turno tiene más que su texto, como llamadas a herramientas. Eso se queda como está.</translation>
    </message>
</context>
<context>
    <name>headlight::WalkWindow</name>
    <message>
        <source>Walkthrough</source>
        <translation>Recorrido</translation>
    </message>
    <message>
        <source>Picture of the step</source>
        <translation>Imagen del paso</translation>
    </message>
    <message>
        <source>&amp;Token</source>
        <translation>&amp;Token</translation>
    </message>
    <message>
        <source>&amp;Layer</source>
        <translation>&amp;Capa</translation>
    </message>
    <message>
        <source>&amp;Head</source>
        <translation>Ca&amp;beza</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Pantalla completa</translation>
    </message>
    <message>
        <source>Fill the screen for presenting (F11)</source>
        <translation>Llenar la pantalla para presentar (F11)</translation>
    </message>
    <message>
        <source>Show the &amp;numbers</source>
        <translation>Mostrar los &amp;números</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Atrás</translation>
    </message>
    <message>
        <source>Ne&amp;xt</source>
        <translation>&amp;Siguiente</translation>
    </message>
    <message>
        <source>&amp;Export step…</source>
        <translation>&amp;Exportar paso…</translation>
    </message>
    <message>
        <source>Export all as &amp;slides…</source>
        <translation>Exportar todos como &amp;diapositivas…</translation>
    </message>
    <message>
        <source>Step %1: %2</source>
        <translation>Paso %1: %2</translation>
    </message>
    <message>
        <source>Export all steps</source>
        <translation>Exportar todos los pasos</translation>
    </message>
    <message>
        <source>Slides (*.pptx);;PDF (*.pdf);;Web page (*.html)</source>
        <translation>Diapositivas (*.pptx);;PDF (*.pdf);;Página web (*.html)</translation>
    </message>
    <message>
        <source>Present…</source>
        <translation>Presentar…</translation>
    </message>
    <message>
        <source>The steps on one screen, notes and the next step on the other (F5)</source>
        <translation>Los pasos en una pantalla, las notas y el paso siguiente en la otra (F5)</translation>
    </message>
</context>
<context>
    <name>headlight::WelcomeTour</name>
    <message>
        <source>&amp;Skip</source>
        <translation>&amp;Omitir</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Atrás</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>&amp;Done</source>
        <translation>&amp;Hecho</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>&amp;Siguiente</translation>
    </message>
</context>
<context>
    <name>headlight::WindowLayout</name>
    <message>
        <source>All &amp;heads</source>
        <translation>Todas &amp;las cabezas</translation>
    </message>
    <message>
        <source>Show or hide the maps of all heads</source>
        <translation>Mostrar u ocultar los mapas de todas las cabezas</translation>
    </message>
    <message>
        <source>S&amp;ide panel</source>
        <translation>&amp;Panel lateral</translation>
    </message>
    <message>
        <source>Show or hide the side panel</source>
        <translation>Mostrar u ocultar el panel lateral</translation>
    </message>
    <message>
        <source>Full &amp;screen</source>
        <translation>Pantalla &amp;completa</translation>
    </message>
    <message>
        <source>Reset layou&amp;t</source>
        <translation>&amp;Restablecer la disposición</translation>
    </message>
    <message>
        <source>Window parts as on a first start</source>
        <translation>Las partes de la ventana como en el primer inicio</translation>
    </message>
    <message>
        <source>Heads in a window of their own</source>
        <translation>Cabezas en una ventana propia</translation>
    </message>
    <message>
        <source>For a second screen; closing it brings them back</source>
        <translation>Para una segunda pantalla; al cerrarla vuelven</translation>
    </message>
    <message>
        <source>Side panel in its own window</source>
        <translation>Panel lateral en su propia ventana</translation>
    </message>
    <message>
        <source>For a second screen; closing it brings it back</source>
        <translation>Para una segunda pantalla; al cerrarla vuelve</translation>
    </message>
    <message>
        <source>&amp;Save layout…</source>
        <translation>&amp;Guardar disposición…</translation>
    </message>
    <message>
        <source>Keep the parts of the window under a name</source>
        <translation>Conservar las partes de la ventana con un nombre</translation>
    </message>
    <message>
        <source>Save layout</source>
        <translation>Guardar disposición</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
</context>
<context>
    <name>headlight::Words</name>
    <message>
        <source>Ablation map</source>
        <translation>Mapa de ablación</translation>
    </message>
    <message>
        <source>Loss without each head</source>
        <translation>Lo que pierde la respuesta sin cada cabeza</translation>
    </message>
    <message>
        <source>Loss of “%1” without each head</source>
        <translation>Lo que pierde «%1» sin cada cabeza</translation>
    </message>
    <message>
        <source>Shift of the prediction without each head</source>
        <translation>Cuánto se mueven todas las respuestas sin cada cabeza</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>«%1»</translation>
    </message>
    <message>
        <source>zero ablation</source>
        <translation>nada en lugar de la salida de una cabeza</translation>
    </message>
    <message>
        <source>mean ablation over the text</source>
        <translation>su media sobre el texto en lugar de la salida de una cabeza</translation>
    </message>
    <message>
        <source>mean ablation over another text</source>
        <translation>su media sobre otro texto en lugar de la salida de una cabeza</translation>
    </message>
    <message>
        <source>The probe finds no induction head.</source>
        <translation>La prueba no encuentra ninguna cabeza de inducción.</translation>
    </message>
    <message>
        <source>Outlined: probed induction heads with their rank of %1 by loss: %2</source>
        <translation>Con contorno: cabezas de inducción de la prueba, con su puesto entre %1 por pérdida: %2</translation>
    </message>
    <message>
        <source> and %1 more</source>
        <translation> y %1 más</translation>
    </message>
    <message>
        <source>the prediction</source>
        <translation>la predicción</translation>
    </message>
    <message>
        <source>Change in ln p of %1 (%2 with all heads). Negative: the head helps.</source>
        <translation>Cambio de ln p, respuesta: %1 (%2 con todas las cabezas); bajo 0 la cabeza la ayuda.</translation>
    </message>
    <message>
        <source>KL divergence of the predictions with and without the head.</source>
        <translation>Divergencia KL de todas las respuestas con la cabeza respecto a sin ella.</translation>
    </message>
    <message>
        <source>Colours: square-root scale.</source>
        <translation>Colores: la raíz cuadrada del número.</translation>
    </message>
    <message>
        <source>Colours: logarithmic scale.</source>
        <translation>Colores: el logaritmo del número.</translation>
    </message>
    <message>
        <source>Colours: linear scale.</source>
        <translation>Colores: en proporción al número.</translation>
    </message>
    <message>
        <source>Layer %1, head %2</source>
        <translation>Capa %1, cabeza %2</translation>
    </message>
    <message>
        <source>%1: Δ ln p %2 nats, %3 → %4; KL %5 nats</source>
        <translation>%1: Δ ln p %2 nats, %3 → %4; KL %5 nats</translation>
    </message>
    <message>
        <source>An ablation map without heads.</source>
        <translation>Un mapa de ablación sin cabezas.</translation>
    </message>
    <message>
        <source>%1 %2 nats</source>
        <translation>%1 %2 nats</translation>
    </message>
    <message>
        <source>One cell per head: %1. The prediction drops most without %2. %3</source>
        <translation>Una celda por cabeza: %1. La predicción baja más sin %2. %3</translation>
    </message>
    <message>
        <source>attention, full</source>
        <translation>atención, completa</translation>
    </message>
    <message>
        <source>attention, windowed</source>
        <translation>atención, con ventana</translation>
    </message>
    <message>
        <source>projections</source>
        <translation>proyecciones</translation>
    </message>
    <message>
        <source>feed-forward</source>
        <translation>red prealimentada</translation>
    </message>
    <message>
        <source>output</source>
        <translation>salida</translation>
    </message>
    <message>
        <source>attention, streamed</source>
        <translation>atención, en flujo</translation>
    </message>
    <message>
        <source>keys and values</source>
        <translation>claves y valores</translation>
    </message>
    <message>
        <source>weights</source>
        <translation>pesos</translation>
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
        <translation>%1 días</translation>
    </message>
    <message>
        <source>Cost of %1 by text length</source>
        <translation>Lo que cuesta %1 según la longitud del texto</translation>
    </message>
    <message>
        <source>tokens of the text</source>
        <translation>tokens del texto</translation>
    </message>
    <message>
        <source>Multiply-adds of one run</source>
        <translation>Multiplicaciones-sumas de una ejecución</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Memoria</translation>
    </message>
    <message>
        <source>Marked: the open text, %1 tokens, %2 multiply-adds.</source>
        <translation>Marcado: el texto abierto, %1 tokens, %2 multiplicaciones-sumas.</translation>
    </message>
    <message>
        <source> Measured %1: %2 per second; at that speed a million tokens would take %3.</source>
        <translation> Medido %1: %2 por segundo; un millón de tokens tardaría %3 a esa velocidad.</translation>
    </message>
    <message>
        <source>Full: all weights computed and stored. Windowed: a query sees the %1 previous keys. Streamed: all computed, none stored (Headlight).</source>
        <translation>Completa: cada peso se calcula y se guarda. Con ventana: una consulta ve las %1 claves anteriores. En flujo: todos se calculan, ninguno se guarda, como en este programa.</translation>
    </message>
    <message>
        <source>A chart of costs without a model.</source>
        <translation>Un gráfico de costes sin modelo.</translation>
    </message>
    <message>
        <source>Two charts with logarithmic axes. </source>
        <translation>Dos gráficos con ejes logarítmicos. </translation>
    </message>
    <message>
        <source> At a million tokens: attention in full %1 multiply-adds and %2, streamed %3.</source>
        <translation> Con un millón de tokens: atención completa %1 multiplicaciones-sumas y %2, en flujo %3.</translation>
    </message>
    <message>
        <source>layer</source>
        <translation>capa</translation>
    </message>
    <message>
        <source>%1 heads have no value.</source>
        <translation>%1 cabezas no tienen valor.</translation>
    </message>
    <message>
        <source>A chart of heads without numbers.</source>
        <translation>Un gráfico de cabezas sin números.</translation>
    </message>
    <message>
        <source>: no head has a value.</source>
        <translation>: ninguna cabeza tiene valor.</translation>
    </message>
    <message>
        <source>%1 of %2 heads by layer; the highest is %3, head %4.</source>
        <translation>%1 de %2 cabezas por capa; el máximo es %3, cabeza %4.</translation>
    </message>
    <message>
        <source>Compare methods</source>
        <translation>Métodos lado a lado</translation>
    </message>
    <message>
        <source>What “%1” attends to, by method</source>
        <translation>A qué mira «%1», según el método</translation>
    </message>
    <message>
        <source>The methods disagree: %1 and the weights rank the tokens differently (ρ = %2)</source>
        <translation>Los métodos no coinciden: %1 y los pesos ordenan los tokens de forma distinta (ρ = %2)</translation>
    </message>
    <message>
        <source>, “%1” first by the weights, “%2” by %3</source>
        <translation>, «%1» primero según los pesos, «%2» según %3</translation>
    </message>
    <message>
        <source>. Do not read the weights alone as an explanation.</source>
        <translation>. No tome los pesos por sí solos como explicación.</translation>
    </message>
    <message>
        <source>changed: </source>
        <translation>cambiado: </translation>
    </message>
    <message>
        <source>Layer %1, all heads together</source>
        <translation>Capa %1, todas las cabezas juntas</translation>
    </message>
    <message>
        <source>attention weights, mean</source>
        <translation>pesos de atención, media</translation>
    </message>
    <message>
        <source>ρ: Spearman’s rank correlation with the weights above in the same scope. Each row has its own scale; its largest bar has the full colour.</source>
        <translation>ρ: correlación de rangos de Spearman con los pesos de arriba en el mismo ámbito. Cada fila tiene su escala; su barra mayor tiene el color pleno.</translation>
    </message>
    <message>
        <source>Grey: the first or special tokens; their bars are cut where they leave no room for the others.</source>
        <translation>Gris: el primer token o los añadidos; sus barras se cortan donde no dejan sitio a las demás.</translation>
    </message>
    <message>
        <source>Hollow bars are below 0.</source>
        <translation>Las barras huecas están bajo 0.</translation>
    </message>
    <message>
        <source>No %1: %2.</source>
        <translation>Falta %1: %2.</translation>
    </message>
    <message>
        <source>%1: “%2” %3</source>
        <translation>%1: «%2» %3</translation>
    </message>
    <message>
        <source>Compare methods, without a token.</source>
        <translation>Métodos lado a lado, sin token.</translation>
    </message>
    <message>
        <source>: a row of bars for each of %1 methods.</source>
        <translation>: una fila de barras por cada uno de %1 métodos.</translation>
    </message>
    <message>
        <source> Rank correlation with the weights: %1.</source>
        <translation> Correlación de rangos con los pesos: %1.</translation>
    </message>
    <message>
        <source>Heads that attend to noise</source>
        <translation>A qué cabezas atrae el ruido</translation>
    </message>
    <message>
        <source>%1 of %2 heads attend to the noise above chance (mark) by more than one standard deviation over seeds (whisker).</source>
        <translation>%1 de %2 cabezas dan al ruido más de lo que darían pesos iguales (la marca), en más de una desviación típica sobre las semillas (el bigote).</translation>
    </message>
    <message>
        <source>Prediction shift: KL %1 nats; ln p of the top prediction %2.</source>
        <translation>La predicción se mueve %1 nats (divergencia KL), ln p de la respuesta más probable %2.</translation>
    </message>
    <message>
        <source>A chart of noise without heads.</source>
        <translation>Un gráfico de ruido sin cabezas.</translation>
    </message>
    <message>
        <source>%1 %2 (chance %3)</source>
        <translation>%1 %2 (azar %3)</translation>
    </message>
    <message>
        <source>Bars of how much attention each head gives to %1. Most above chance: %2.</source>
        <translation>Barras de cuánta atención da cada cabeza: %1. Las más por encima del azar: %2.</translation>
    </message>
    <message>
        <source>%1: %2 ± %3 on the noise, chance %4</source>
        <translation>%1: %2 ± %3 en el ruido, azar %4</translation>
    </message>
    <message>
        <source> Callout: </source>
        <translation> Llamada: </translation>
    </message>
    <message>
        <source>Attention in %1</source>
        <translation>Atención en %1</translation>
    </message>
    <message>
        <source>Point at the figure, or use the arrow keys, to read its values.</source>
        <translation>Señale la figura, o use las flechas, para leer sus valores.</translation>
    </message>
    <message>
        <source>Arrows point to the token that is attended to.</source>
        <translation>Las flechas apuntan al token atendido.</translation>
    </message>
    <message>
        <source>the first token</source>
        <translation>el primer token</translation>
    </message>
    <message>
        <source>“%1” (%2)</source>
        <translation>«%1» (%2)</translation>
    </message>
    <message>
        <source>“%1” %2</source>
        <translation>«%1» %2</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation>%1 en %2</translation>
    </message>
    <message>
        <source>Arcs without tokens.</source>
        <translation>Arcos sin tokens.</translation>
    </message>
    <message>
        <source>Arcs over the text from each token to the tokens that it attends to, </source>
        <translation>Arcos sobre el texto desde cada token a los tokens a que atiende, </translation>
    </message>
    <message>
        <source>All heads</source>
        <translation>Todas las cabezas</translation>
    </message>
    <message>
        <source>%1 layers × %2 heads</source>
        <translation>%1 capas × %2 cabezas</translation>
    </message>
    <message>
        <source>A line joins %1 heads that share keys and values.</source>
        <translation>Una línea une %1 cabezas que comparten claves y valores.</translation>
    </message>
    <message>
        <source>Underlined layers see only a window of the text.</source>
        <translation>Las capas subrayadas solo ven una ventana del texto.</translation>
    </message>
    <message>
        <source>Rows of a map are queries, columns keys.</source>
        <translation>Las filas de un mapa son consultas, las columnas claves.</translation>
    </message>
    <message>
        <source>Atlas without tokens.</source>
        <translation>Atlas sin tokens.</translation>
    </message>
    <message>
        <source>Small attention maps of all %1 heads in each of %2 layers</source>
        <translation>Pequeños mapas de atención de las %1 cabezas en cada una de %2 capas</translation>
    </message>
    <message>
        <source>Layer %1, %2</source>
        <translation>Capa %1, %2</translation>
    </message>
    <message>
        <source>head %1</source>
        <translation>cabeza %1</translation>
    </message>
    <message>
        <source>special tokens</source>
        <translation>tokens especiales</translation>
    </message>
    <message>
        <source>first token</source>
        <translation>1.er token</translation>
    </message>
    <message>
        <source>one token</source>
        <translation>un token</translation>
    </message>
    <message>
        <source>Square-root colour scale</source>
        <translation>Escala de color de raíz cuadrada</translation>
    </message>
    <message>
        <source>Logarithmic colour scale</source>
        <translation>Escala de color logarítmica</translation>
    </message>
    <message>
        <source>Linear colour scale</source>
        <translation>Escala de color lineal</translation>
    </message>
    <message>
        <source>, from −100% to +100%.</source>
        <translation>, de −100 % a +100 %.</translation>
    </message>
    <message>
        <source>, symmetric about 0, up to the largest difference.</source>
        <translation>, simétrico en torno a 0, hasta la mayor diferencia.</translation>
    </message>
    <message>
        <source>, the same for every head.</source>
        <translation>, la misma para cada cabeza.</translation>
    </message>
    <message>
        <source>No tokens to show</source>
        <translation>No hay tokens que mostrar</translation>
    </message>
    <message>
        <source>words</source>
        <translation>palabras</translation>
    </message>
    <message>
        <source>sentences</source>
        <translation>frases</translation>
    </message>
    <message>
        <source>sections</source>
        <translation>secciones</translation>
    </message>
    <message>
        <source>: what “%1” attends to</source>
        <translation>: a qué atiende «%1»</translation>
    </message>
    <message>
        <source>: what attends to “%1”</source>
        <translation>: qué atiende a «%1»</translation>
    </message>
    <message>
        <source>Tint: how much of the framed token’s attention a token gets.</source>
        <translation>Tinte: cuánta atención del token enmarcado recibe un token.</translation>
    </message>
    <message>
        <source>Tint: how much of its attention a token gives to the framed one.</source>
        <translation>Tinte: cuánta de su atención da un token al enmarcado.</translation>
    </message>
    <message>
        <source>on %1</source>
        <translation>en %1</translation>
    </message>
    <message>
        <source>First token: hatched, with its own bar.</source>
        <translation>El primer token está rayado, con una barra propia.</translation>
    </message>
    <message>
        <source>Special tokens: hatched, with their own bar.</source>
        <translation>Los tokens especiales están rayados, con una barra propia.</translation>
    </message>
    <message>
        <source>“%1” attends to “%2”: %3</source>
        <translation>«%1» atiende a «%2»: %3</translation>
    </message>
    <message>
        <source>Coloured text without tokens.</source>
        <translation>Texto coloreado sin tokens.</translation>
    </message>
    <message>
        <source> Strongest: </source>
        <translation> Los más fuertes: </translation>
    </message>
    <message>
        <source> %1 on %2, shown separately.</source>
        <translation> %1 en %2, mostrado aparte.</translation>
    </message>
    <message>
        <source>Tokens %1 to %2 of %3 are shown.</source>
        <translation>Se muestran los tokens %1 a %2 de %3.</translation>
    </message>
    <message>
        <source>nats</source>
        <translation>nats</translation>
    </message>
    <message>
        <source>weight</source>
        <translation>peso</translation>
    </message>
    <message>
        <source>every</source>
        <translation>cada</translation>
    </message>
    <message>
        <source>every other</source>
        <translation>cada segundo</translation>
    </message>
    <message>
        <source>every %1</source>
        <comment>place in an order</comment>
        <translation>cada %1</translation>
    </message>
    <message>
        <source>Labels: %1 token.</source>
        <translation>Etiquetas: %1 token.</translation>
    </message>
    <message>
        <source>Labels: %1 query and %2 key.</source>
        <translation>Etiquetas: en consultas %1 token, en claves %2 token.</translation>
    </message>
    <message>
        <source>Token flow</source>
        <translation>Flujo de tokens</translation>
    </message>
    <message>
        <source>rollout</source>
        <translation>rollout</translation>
    </message>
    <message>
        <source>mean of the heads</source>
        <translation>media de las cabezas</translation>
    </message>
    <message>
        <source>head %1 of each layer</source>
        <translation>cabeza %1 de cada capa</translation>
    </message>
    <message>
        <source>in the input</source>
        <translation>en la entrada</translation>
    </message>
    <message>
        <source>after layer %1</source>
        <translation>tras la capa %1</translation>
    </message>
    <message>
        <source>Flow into “%1” %2, %3</source>
        <translation>Flujo hacia «%1» %2, %3</translation>
    </message>
    <message>
        <source>Input at the bottom, each layer above.</source>
        <translation>Entrada abajo, cada capa encima.</translation>
    </message>
    <message>
        <source>Half of each step is the token itself (residual stream).</source>
        <translation>La mitad de cada paso es el propio token (flujo residual).</translation>
    </message>
    <message>
        <source>Strongest %1 links per layer; %2 weaker links hidden.</source>
        <translation>Los %1 vínculos más fuertes de una capa; se omiten %2 más débiles.</translation>
    </message>
    <message>
        <source>Links below %1 hidden.</source>
        <translation>Vínculos por debajo de %1 ocultos.</translation>
    </message>
    <message>
        <source>Token flow needs self-attention</source>
        <translation>Un flujo de tokens necesita los mismos tokens como consultas y claves</translation>
    </message>
    <message>
        <source>Token flow needs every layer; the file contains only some</source>
        <translation>Un flujo de tokens necesita todas las capas, y el archivo solo contiene algunas</translation>
    </message>
    <message>
        <source>%1 of “%2” %3</source>
        <translation>%1 de «%2» %3</translation>
    </message>
    <message>
        <source>“%1” (%2) %3</source>
        <translation>«%1» (%2) %3</translation>
    </message>
    <message>
        <source>takes from </source>
        <translation>toma de </translation>
    </message>
    <message>
        <source>Token flow without tokens.</source>
        <translation>Flujo de tokens sin tokens.</translation>
    </message>
    <message>
        <source> Largest shares of the input: </source>
        <translation> Mayores partes de la entrada: </translation>
    </message>
    <message>
        <source>input</source>
        <translation>entrada</translation>
    </message>
    <message>
        <source>layer %1</source>
        <translation>capa %1</translation>
    </message>
    <message>
        <source>%1 heads</source>
        <translation>%1 cabezas</translation>
    </message>
    <message>
        <source>Heads </source>
        <translation>Cabezas </translation>
    </message>
    <message>
        <source>Strongest %1 links; %2 weaker links hidden.</source>
        <translation>Los %1 vínculos más fuertes; %2 más débiles ocultos.</translation>
    </message>
    <message>
        <source>Line strength: %1, %2.</source>
        <translation>Grosor de línea: %1, %2.</translation>
    </message>
    <message>
        <source>the same for every head</source>
        <translation>igual para cada cabeza</translation>
    </message>
    <message>
        <source>up to the largest one drawn</source>
        <translation>hasta el mayor dibujado</translation>
    </message>
    <message>
        <source>“%1” to “%2” %3</source>
        <translation>«%1» a «%2» %3</translation>
    </message>
    <message>
        <source>Strongest: </source>
        <translation>Los más fuertes: </translation>
    </message>
    <message>
        <source>Hatched: tokens that only A (+) or only B (−) has.</source>
        <translation>Rayado: tokens que solo tiene A (+) o solo B (−).</translation>
    </message>
    <message>
        <source>Each pixel shows the largest of %1 × %2 differences.</source>
        <translation>Cada punto es la mayor de %1 × %2 diferencias.</translation>
    </message>
    <message>
        <source>Each pixel shows the largest of up to %1 × %2 differences.</source>
        <translation>Cada punto es la mayor de hasta %1 × %2 diferencias.</translation>
    </message>
    <message>
        <source>Numbers are percentages.</source>
        <translation>Los números son porcentajes.</translation>
    </message>
    <message>
        <source>Heatmap without tokens.</source>
        <translation>Mapa de calor sin tokens.</translation>
    </message>
    <message>
        <source>layer %1, %2</source>
        <translation>capa %1, %2</translation>
    </message>
    <message>
        <source>some tokens</source>
        <translation>algunos tokens</translation>
    </message>
    <message>
        <source>tokens</source>
        <translation>tokens</translation>
    </message>
    <message>
        <source>Labels: %1 of queries, %2 of keys.</source>
        <translation>Etiquetas: en consultas %1, en claves %2.</translation>
    </message>
    <message>
        <source>Labels: some of the %1.</source>
        <translation>Etiquetas: no todas (%1).</translation>
    </message>
    <message>
        <source>Labels: %1.</source>
        <translation>Etiquetas: %1.</translation>
    </message>
    <message>
        <source>: no link is strong enough to be drawn</source>
        <translation>: ningún vínculo es lo bastante fuerte para dibujarse</translation>
    </message>
    <message>
        <source> attends to </source>
        <translation> atiende a </translation>
    </message>
    <message>
        <source> is attended to by </source>
        <translation> es atendido por </translation>
    </message>
    <message>
        <source>Links without tokens.</source>
        <translation>Vínculos sin tokens.</translation>
    </message>
    <message>
        <source>Links from query tokens to the tokens they attend to, </source>
        <translation>Vínculos de los tokens de consulta a los tokens a que atienden, </translation>
    </message>
    <message>
        <source>query</source>
        <translation>consulta</translation>
    </message>
    <message>
        <source>attends to</source>
        <translation>atiende a</translation>
    </message>
    <message>
        <source>head</source>
        <translation>cabeza</translation>
    </message>
    <message>
        <source>The bar for %1 has its own scale: full height = 100%.</source>
        <translation>La barra de lo que va en %1 tiene su propia escala: su altura total es 100 %.</translation>
    </message>
    <message>
        <source>Row profile without tokens.</source>
        <translation>Perfil de fila sin tokens.</translation>
    </message>
    <message>
        <source>Head similarity</source>
        <translation>Semejanza de cabezas</translation>
    </message>
    <message>
        <source>Head similarity, %1 layers × %2 heads</source>
        <translation>Semejanza de cabezas, %1 capas × %2 cabezas</translation>
    </message>
    <message>
        <source>Near dots attend similarly: Jensen–Shannon distance on this text, laid out in two dimensions.</source>
        <translation>Puntos cercanos atienden parecido: distancia de Jensen–Shannon en este texto, dispuesta en dos dimensiones.</translation>
    </message>
    <message>
        <source>Layout distorts distances by %1 (stress). Directions have no meaning.</source>
        <translation>El plano cambia las distancias en %1 en conjunto (estrés); las direcciones no significan nada.</translation>
    </message>
    <message>
        <source>nearest: </source>
        <translation>más cercanas: </translation>
    </message>
    <message>
        <source>Head similarity without tokens.</source>
        <translation>Semejanza de cabezas sin tokens.</translation>
    </message>
    <message>
        <source>. Similar heads are near each other.</source>
        <translation>. Las cabezas que atienden parecido quedan cerca.</translation>
    </message>
    <message>
        <source> The most similar are %1 and %2 (distance %3).</source>
        <translation> Las más parecidas son %1 y %2 (distancia %3).</translation>
    </message>
    <message>
        <source>One head unlabelled (no room).</source>
        <translation>Una cabeza queda sin etiqueta por falta de sitio.</translation>
    </message>
    <message>
        <source>%1 heads unlabelled (no room).</source>
        <translation>%1 cabezas quedan sin etiqueta por falta de sitio.</translation>
    </message>
    <message>
        <source>Each cell is a number: orange positive, blue negative; full colour at ±%1.</source>
        <translation>Una celda es un número: naranja sobre 0, azul bajo 0; más intenso en ±%1.</translation>
    </message>
    <message>
        <source> The mix has its own scale, up to ±%1.</source>
        <translation> La mezcla tiene su propia escala, hasta ±%1.</translation>
    </message>
    <message>
        <source>%1 of %2 tokens: those with the largest weights.</source>
        <translation>%1 de %2 tokens: los de mayores pesos.</translation>
    </message>
    <message>
        <source>mix</source>
        <translation>mezcla</translation>
    </message>
    <message>
        <source>A walkthrough without a token.</source>
        <translation>Un recorrido sin token.</translation>
    </message>
    <message>
        <source>Step %1 of %2 of a walkthrough. %3. %4 (%5.)</source>
        <translation>Paso %1 de %2 de un recorrido. %3. %4 (%5.)</translation>
    </message>
    <message>
        <source>head %1 adds %2</source>
        <translation>la cabeza %1 añade %2</translation>
    </message>
    <message>
        <source>“%1”: score %2, weight %3</source>
        <translation>«%1»: puntuación %2, peso %3</translation>
    </message>
    <message>
        <source>“%1” is masked</source>
        <translation>«%1» está enmascarado</translation>
    </message>
    <message>
        <source>The text becomes tokens</source>
        <translation>El texto se vuelve tokens</translation>
    </message>
    <message>
        <source>The model reads the text as %1 tokens. We follow one of them, %2, through head %3 of layer %4. </source>
        <translation>El modelo lee el texto como %1 tokens. Seguimos a uno de ellos, %2, por la cabeza %3 de la capa %4. </translation>
    </message>
    <message>
        <source>It can see itself and earlier tokens, not the pale ones.</source>
        <translation>Puede mirarse a sí mismo y a lo que va delante, no a los tenues.</translation>
    </message>
    <message>
        <source>It can see all of them.</source>
        <translation>Puede verlos todos.</translation>
    </message>
    <message>
        <source>Token %1 of %2, counted from 0.</source>
        <translation>Token %1 de %2, contando desde 0.</translation>
    </message>
    <message>
        <source>The query: what %1 looks for</source>
        <translation>La consulta: lo que busca %1</translation>
    </message>
    <message>
        <source>%1 enters the layer as a vector. The head turns it into a shorter one, its query: %2 numbers that say what %1 looks for.</source>
        <translation>%1 llega a la capa como un vector. La cabeza hace de él otro más corto, su consulta: %2 números que dicen lo que busca %1.</translation>
    </message>
    <message>
        <source>q = W_Q x: %1 numbers, length ‖q‖ = %2</source>
        <translation>q = W_Q x: %1 números, longitud ‖q‖ = %2</translation>
    </message>
    <message>
        <source>Keys: what every token offers</source>
        <translation>Claves: lo que ofrece cada token</translation>
    </message>
    <message>
        <source>Every token also has a key: numbers that say what it offers. Where key and query have the same colour, they agree.</source>
        <translation>Del mismo modo, cada token tiene una clave: una lista de números que dice lo que ofrece. Donde hay colores bajo el mismo color de la consulta, las dos coinciden.</translation>
    </message>
    <message>
        <source>k = W_K x: as long as the query; ‖k‖ = %1 for %2</source>
        <translation>k = W_K x: tan larga como la consulta; ‖k‖ = %1 para %2</translation>
    </message>
    <message>
        <source>no. %1: %2</source>
        <translation>n.º %1: %2</translation>
    </message>
    <message>
        <source>q · k = %1 for %2; most of it from %3</source>
        <translation>q · k = %1 para %2; la mayor parte de %3</translation>
    </message>
    <message>
        <source>. After scaling, %1 of it is content and %2 position</source>
        <translation>. Tras escalar, %1 es contenido y %2 posición</translation>
    </message>
    <message>
        <source>Scores: how well each key matches the query</source>
        <translation>Puntuaciones: lo bien que cada clave encaja con la consulta</translation>
    </message>
    <message>
        <source>Query and key are multiplied number by number and added up. The better the match, the higher the score: %1 matches best.</source>
        <translation>Consulta y clave se multiplican número a número, y los productos se suman. Cuanto mejor encaja una clave, más alta su puntuación: %1 es la que mejor encaja.</translation>
    </message>
    <message>
        <source>All scores are scaled down equally, so no single one takes everything.</source>
        <translation>Todas las puntuaciones se reducen con el mismo factor, para que ninguna se lleve todo.</translation>
    </message>
    <message>
        <source>Tokens the query cannot see are masked out.</source>
        <translation>Los tokens que la consulta no puede ver se quitan.</translation>
    </message>
    <message>
        <source>score = %1 · (q · k)</source>
        <translation>puntuación = %1 · (q · k)</translation>
    </message>
    <message>
        <source> + position bias</source>
        <translation> + lo que añade la distancia entre ambos</translation>
    </message>
    <message>
        <source>Scores are scaled and masked</source>
        <translation>Las puntuaciones se escalan, y lo que está delante se oculta</translation>
    </message>
    <message>
        <source>Scores are scaled</source>
        <translation>Las puntuaciones se escalan</translation>
    </message>
    <message>
        <source>Softmax turns scores into shares of 100%: the weights in the heatmap row of %1. %2 gets %3.</source>
        <translation>Softmax convierte las puntuaciones en partes de 100 %: los pesos de atención, tal como están en la fila de %1 del mapa de calor. %2 recibe %3.</translation>
    </message>
    <message>
        <source>It is not a word: heads rest on it when nothing matches (a sink).</source>
        <translation>No representa ninguna palabra: las cabezas reposan en él cuando no encuentran nada que mirar.</translation>
    </message>
    <message>
        <source>An intervention changed them.</source>
        <translation>Una intervención los cambió.</translation>
    </message>
    <message>
        <source>Softmax: scores become shares</source>
        <translation>Softmax: las puntuaciones se vuelven partes</translation>
    </message>
    <message>
        <source>weight = e^score ÷ Σ e^score; ln Σ e^score = %1, Σ weights = %2</source>
        <translation>peso = e^puntuación ÷ Σ e^puntuación; ln Σ e^puntuación = %1, Σ pesos = %2</translation>
    </message>
    <message>
        <source>Values are mixed by weight</source>
        <translation>Los valores se mezclan según el peso</translation>
    </message>
    <message>
        <source>Each token passes on its value. The head mixes all values by weight; faint ones barely count. The mix is what the head found for %1.</source>
        <translation>Lo que un token transmite son sus valores. La cabeza mezcla los de todos los tokens, cada uno con la fuerza de su peso (los tenues apenas cuentan). La mezcla es lo que la cabeza ha encontrado para %1.</translation>
    </message>
    <message>
        <source>mix = Σ weight · value: %1 numbers, length %2</source>
        <translation>mezcla = Σ peso · valor: %1 números, longitud %2</translation>
    </message>
    <message>
        <source>All %1 heads of the layer</source>
        <translation>Las %1 cabezas de la capa</translation>
    </message>
    <message>
        <source>Other heads ask other questions of the same text at the same time. Each row shows where one of them looks from %1.</source>
        <translation>Otras cabezas hacen a la vez otras preguntas al mismo texto. Cada fila muestra adónde mira una de ellas desde %1.</translation>
    </message>
    <message>
        <source>Row = weights of one head, head %1 framed</source>
        <translation>Fila = pesos de una cabeza, cabeza %1 enmarcada</translation>
    </message>
    <message>
        <source>What the heads add</source>
        <translation>Lo que sale de la capa</translation>
    </message>
    <message>
        <source>Each head adds its result to the vector of %1, and the model goes on from there. Longer bars add more: head %2 adds most.</source>
        <translation>Cada cabeza escribe lo que encontró en el vector de %1, y la capa siguiente continúa desde ahí. Cuanto más larga la barra, más escribe: la cabeza %2 la que más.</translation>
    </message>
    <message>
        <source>‖W_O mix‖ of each head; ‖x‖ = %1 as it enters the layer; head %2 adds %3</source>
        <translation>‖W_O mezcla‖ de cada cabeza; ‖x‖ = %1 al entrar en la capa; la cabeza %2 añade %3</translation>
    </message>
    <message>
        <source>%1st</source>
        <translation>%1.º</translation>
    </message>
    <message>
        <source>%1nd</source>
        <translation>%1.º</translation>
    </message>
    <message>
        <source>%1rd</source>
        <translation>%1.º</translation>
    </message>
    <message>
        <source>%1th</source>
        <translation>%1.º</translation>
    </message>
    <message>
        <source>every head</source>
        <translation>todas las cabezas</translation>
    </message>
    <message>
        <source>layers %1</source>
        <translation>capas %1</translation>
    </message>
    <message>
        <source>heads %1</source>
        <translation>cabezas %1</translation>
    </message>
    <message>
        <source>, in %1</source>
        <translation>, solo %1</translation>
    </message>
    <message>
        <source>every token</source>
        <translation>todos los tokens</translation>
    </message>
    <message>
        <source>token %1</source>
        <translation>token %1</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 a %2</translation>
    </message>
    <message>
        <source>the last token</source>
        <translation>el último token</translation>
    </message>
    <message>
        <source>punctuation</source>
        <translation>puntuación</translation>
    </message>
    <message>
        <source>the sink</source>
        <translation>el sumidero</translation>
    </message>
    <message>
        <source>Switch %1 off</source>
        <translation>Apagar: %1</translation>
    </message>
    <message>
        <source>Mean-ablate %1 over the text</source>
        <translation>%1: poner su media sobre el texto</translation>
    </message>
    <message>
        <source>Mean-ablate %1 over %2</source>
        <translation>%1: poner su media sobre %2</translation>
    </message>
    <message>
        <source>Let %1 attend to nothing</source>
        <translation>Hacer que %1 no atienda a nada</translation>
    </message>
    <message>
        <source>Hide %1 from all</source>
        <translation>Ocultar a todos: %1</translation>
    </message>
    <message>
        <source>Hide %1 from %2</source>
        <translation>Ocultar %1, a: %2</translation>
    </message>
    <message>
        <source>Sharpen attention: temperature %1</source>
        <translation>Agudizar la atención: temperatura %1</translation>
    </message>
    <message>
        <source>Flatten attention: temperature %1</source>
        <translation>Aplanar la atención: temperatura %1</translation>
    </message>
    <message>
        <source>Spread %1 evenly</source>
        <translation>%1: mirar a todos por igual</translation>
    </message>
    <message>
        <source>Cap %1 at %2</source>
        <translation>%1: como máximo %2</translation>
    </message>
    <message>
        <source>Emphasise %1, weight × %2</source>
        <translation>Realzar: %1, peso × %2</translation>
    </message>
    <message>
        <source>Weaken %1, weight × %2</source>
        <translation>Debilitar: %1, peso × %2</translation>
    </message>
    <message>
        <source>Drop %1 of the weights at random</source>
        <translation>Descartar al azar %1 de los pesos</translation>
    </message>
    <message>
        <source>, %1 draws</source>
        <translation>, %1 sorteos</translation>
    </message>
    <message>
        <source>Patch pattern of %1 from %2</source>
        <translation>%1: mirar como en %2</translation>
    </message>
    <message>
        <source>Patch output of %1 from %2</source>
        <translation>%1: tomar lo que dice de %2</translation>
    </message>
    <message>
        <source>Zero ablation (Michel et al. 2019)</source>
        <translation>Ablación a cero (Michel et al. 2019)</translation>
    </message>
    <message>
        <source>Mean ablation over the text</source>
        <translation>Ablación a la media sobre el texto</translation>
    </message>
    <message>
        <source>Mean ablation over another text (Wang et al. 2022)</source>
        <translation>Ablación a la media sobre otro texto (Wang et al. 2022)</translation>
    </message>
    <message>
        <source>Attention knockout (Geva et al. 2023), rows renormalised</source>
        <translation>Supresión de atención (Geva et al. 2023), las filas vuelven a sumar 1</translation>
    </message>
    <message>
        <source>Softmax temperature: softmax(scores / T)</source>
        <translation>Temperatura del softmax: softmax(puntuaciones / T)</translation>
    </message>
    <message>
        <source>Uniform attention over the visible keys</source>
        <translation>Atención uniforme sobre las claves visibles</translation>
    </message>
    <message>
        <source>Weight cap; the excess goes to other keys in proportion</source>
        <translation>Tope de peso; el exceso va a otras claves en proporción</translation>
    </message>
    <message>
        <source>Attention steering (PASTA, Zhang et al. 2023), rows renormalised</source>
        <translation>Guiado de la atención (PASTA, Zhang et al. 2023), filas renormalizadas</translation>
    </message>
    <message>
        <source>Key re-weighting, rows renormalised</source>
        <translation>Reponderación de claves, filas renormalizadas</translation>
    </message>
    <message>
        <source>Attention dropout as in training (Vaswani et al. 2017)</source>
        <translation>Dropout de atención como en el entrenamiento (Vaswani et al. 2017)</translation>
    </message>
    <message>
        <source>Attention pattern patching (Vig et al. 2020)</source>
        <translation>Injerto del patrón de atención (Vig et al. 2020)</translation>
    </message>
    <message>
        <source>Activation patching of the head&apos;s output (Vig et al. 2020)</source>
        <translation>Injerto de activación de la salida de la cabeza (Vig et al. 2020)</translation>
    </message>
    <message>
        <source>All panels</source>
        <translation>Todos los paneles</translation>
    </message>
    <message>
        <source>The whole workspace</source>
        <translation>Todo el espacio de trabajo</translation>
    </message>
    <message>
        <source>attention weights</source>
        <translation>pesos de atención</translation>
    </message>
    <message>
        <source>value-weighted norm</source>
        <translation>norma de lo que llega</translation>
    </message>
    <message>
        <source>norm, whole layer</source>
        <translation>norma, todas las cabezas juntas</translation>
    </message>
    <message>
        <source>norm with residual</source>
        <translation>norma con residual</translation>
    </message>
    <message>
        <source>ALTI contributions</source>
        <translation>contribuciones</translation>
    </message>
    <message>
        <source>value zeroing</source>
        <translation>anulación de valores</translation>
    </message>
    <message>
        <source>effective attention</source>
        <translation>atención efectiva</translation>
    </message>
    <message>
        <source>Attention weights after softmax.</source>
        <translation>Los pesos del softmax.</translation>
    </message>
    <message>
        <source>Norm of weight × transformed value, as a share of its row (Kobayashi et al. 2020).</source>
        <translation>Lo largo que es el vector que aporta un token, como parte de su fila (Kobayashi et al. 2020).</translation>
    </message>
    <message>
        <source>Norm of the sum over the layer&apos;s heads (Kobayashi et al. 2020).</source>
        <translation>Lo mismo para todas las cabezas de una capa juntas (Kobayashi et al. 2020).</translation>
    </message>
    <message>
        <source>The same, with residual and layer norm (Kobayashi et al. 2021).</source>
        <translation>Todas las cabezas juntas con el residual y la normalización (Kobayashi et al. 2021).</translation>
    </message>
    <message>
        <source>How much a token&apos;s vector moves the layer towards its output (ALTI, Ferrando et al. 2022).</source>
        <translation>Cuánto acerca un token la salida de la capa a lo que es (Ferrando et al. 2022).</translation>
    </message>
    <message>
        <source>Cosine change of the layer&apos;s output when the token&apos;s value is zeroed, as a share of its row (Mohebbi et al. 2023).</source>
        <translation>Cuánto gira la salida de la capa sin el valor de un token, como parte de su fila (Mohebbi et al. 2023).</translation>
    </message>
    <message>
        <source>Weights without the part that cannot affect the output (Brunner et al. 2020); negative values drawn as 0.</source>
        <translation>La parte de los pesos que llega a la salida (Brunner et al. 2020); lo que está bajo 0 tiene el color de 0.</translation>
    </message>
    <message>
        <source>Head means multiplied through all layers to the input (Abnar and Zuidema 2020).</source>
        <translation>La media de las cabezas seguida por todas las capas hasta la entrada (Abnar y Zuidema 2020).</translation>
    </message>
    <message>
        <source>1 span</source>
        <translation>1 tramo</translation>
    </message>
    <message>
        <source>%1 spans</source>
        <translation>%1 tramos</translation>
    </message>
    <message>
        <source>without special tokens</source>
        <translation>sin tokens especiales</translation>
    </message>
    <message>
        <source>without special tokens, rows not renormalised</source>
        <translation>sin tokens especiales, filas sin renormalizar</translation>
    </message>
    <message>
        <source>without sink</source>
        <translation>sin sumidero</translation>
    </message>
    <message>
        <source>weights ≥ %1</source>
        <translation>pesos ≥ %1</translation>
    </message>
    <message>
        <source>at least %1 tokens apart</source>
        <translation>a %1 tokens como mínimo</translation>
    </message>
    <message>
        <source>top %1</source>
        <translation>los %1 mayores</translation>
    </message>
    <message>
        <source>parts of the row maximum</source>
        <translation>partes del máximo de la fila</translation>
    </message>
    <message>
        <source>transposed</source>
        <translation>traspuesto</translation>
    </message>
    <message>
        <source>mean of all heads</source>
        <translation>media de todas las cabezas</translation>
    </message>
    <message>
        <source>maximum of all heads</source>
        <translation>máximo de todas las cabezas</translation>
    </message>
    <message>
        <source>Merges subwords: attention to a word is a sum, from it a mean.</source>
        <translation>Las piezas de una palabra como una: el peso hacia una palabra es la suma sobre sus piezas; desde una palabra, la media.</translation>
    </message>
    <message>
        <source>Merges sentences: attention to a sentence is a sum, from it a mean.</source>
        <translation>Une frases: la atención hacia una frase es una suma; desde ella, una media.</translation>
    </message>
    <message>
        <source>Merges the tokens of a span: attention to it is a sum, from it a mean.</source>
        <translation>Une los tokens de un tramo: la atención hacia él es una suma; desde él, una media.</translation>
    </message>
    <message>
        <source>Removes special tokens; rows renormalised.</source>
        <translation>Sin los tokens que añadió el tokenizador; las filas vuelven a sumar 1.</translation>
    </message>
    <message>
        <source>Removes special tokens; rows not renormalised.</source>
        <translation>Sin los tokens que añadió el tokenizador; las filas suman menos de 1.</translation>
    </message>
    <message>
        <source>Removes the sink (first or special tokens); rows renormalised.</source>
        <translation>Sin el primer token o los especiales, que toman masa sin significado; las filas vuelven a sumar 1.</translation>
    </message>
    <message>
        <source>Weights below %1 are shown as 0.</source>
        <translation>Los pesos por debajo de %1 se muestran como 0.</translation>
    </message>
    <message>
        <source>Weights between tokens less than %1 apart are shown as 0; long-range links remain.</source>
        <translation>Los pesos entre tokens a menos de %1 se muestran como 0: queda lo de largo alcance.</translation>
    </message>
    <message>
        <source>The %1 largest weights of each query; the others are shown as 0.</source>
        <translation>Los %1 mayores pesos de cada consulta; los demás se muestran como 0.</translation>
    </message>
    <message>
        <source>Each row divided by its maximum; the values are no longer weights of the model.</source>
        <translation>Cada fila dividida por su máximo; los valores ya no son pesos del modelo.</translation>
    </message>
    <message>
        <source>Rows show what attends to a token; columns sum to 1.</source>
        <translation>Cada fila dice quién atiende a un token; las columnas suman 1.</translation>
    </message>
    <message>
        <source>Mean over the layer&apos;s heads.</source>
        <translation>La media sobre todas las cabezas de la capa.</translation>
    </message>
    <message>
        <source>Maximum over the layer&apos;s heads; rows can sum to more than 1.</source>
        <translation>El mayor peso que tiene cualquier cabeza de la capa; las filas suman más de 1.</translation>
    </message>
    <message>
        <source>mean of %1 heads</source>
        <translation>media de %1 cabezas</translation>
    </message>
    <message>
        <source>maximum of %1 heads</source>
        <translation>máximo de %1 cabezas</translation>
    </message>
    <message>
        <source>all heads</source>
        <translation>todas las cabezas</translation>
    </message>
    <message>
        <source>%1:  only one side has this token</source>
        <translation>%1:  solo un lado tiene este token</translation>
    </message>
    <message>
        <source>%1:  %2   ·   row sum %3</source>
        <translation>%1:  %2   ·   suma de la fila %3</translation>
    </message>
    <message>
        <source>model 2</source>
        <translation>modelo 2</translation>
    </message>
    <message>
        <source>text B</source>
        <translation>texto B</translation>
    </message>
    <message>
        <source>with changes</source>
        <translation>con cambios</translation>
    </message>
    <message>
        <source>layer %1, head %2</source>
        <translation>capa %1, cabeza %2</translation>
    </message>
    <message>
        <source>model %1</source>
        <translation>modelo %1</translation>
    </message>
    <message>
        <source>text A</source>
        <translation>texto A</translation>
    </message>
    <message>
        <source>without changes</source>
        <translation>sin cambios</translation>
    </message>
    <message>
        <source>Rings: the strongest source token of each row.</source>
        <translation>Anillos: el token de la fuente más fuerte de cada fila.</translation>
    </message>
    <message>
        <source>rows by predicted token</source>
        <translation>filas por lo que escriben</translation>
    </message>
    <message>
        <source>Labels each row with the token it predicted: where the model attended to generate it.</source>
        <translation>Cada fila bajo el token que dice a continuación: adónde miraba el modelo al escribir ese token.</translation>
    </message>
    <message>
        <source>Predicted next</source>
        <translation>Token siguiente</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>Clases</translation>
    </message>
    <message>
        <source>Prediction for “%1” (token %2)</source>
        <translation>En lugar de «%1» (token %2)</translation>
    </message>
    <message>
        <source>Class of “%1” (token %2)</source>
        <translation>Clase de «%1» (token %2)</translation>
    </message>
    <message>
        <source>%1: hatched, with its own bar.</source>
        <translation>%1 está rayado, con una barra propia.</translation>
    </message>
    <message>
        <source>No image: this model read a text</source>
        <translation>Sin imagen: este modelo leyó un texto</translation>
    </message>
    <message>
        <source>No image for the overlay.</source>
        <translation>Ninguna imagen para la superposición.</translation>
    </message>
    <message>
        <source>The image with the attention of one token laid over its %1 patches. </source>
        <translation>La imagen con la atención de un token sobre sus %1 parches. </translation>
    </message>
    <message>
        <source>Cover %1 with the image&apos;s mean colour</source>
        <translation>Cubrir %1 con el color medio de la imagen</translation>
    </message>
    <message>
        <source>Cover %1 with grey</source>
        <translation>Cubrir %1 con gris</translation>
    </message>
    <message>
        <source>Occlusion of image patches (Zeiler and Fergus 2014)</source>
        <translation>Oclusión de parches de la imagen (Zeiler y Fergus 2014)</translation>
    </message>
    <message>
        <source>%1: expected a figure exported by Headlight, found no session in it</source>
        <translation>%1: se esperaba una figura exportada por Headlight, no contiene ninguna sesión</translation>
    </message>
    <message>
        <source>%1: file not found</source>
        <translation>%1: archivo no encontrado</translation>
    </message>
    <message>
        <source>token flow: expected as many queries as keys, found %1 and %2</source>
        <translation>flujo de tokens: se esperaban tantas consultas como claves, se encontraron %1 y %2</translation>
    </message>
    <message>
        <source>image &apos;%1&apos;: file not found</source>
        <translation>imagen «%1»: archivo no encontrado</translation>
    </message>
    <message>
        <source>image &apos;%1&apos;: expected at most %2 pixels per side, found %3 x %4</source>
        <translation>imagen «%1»: se esperaban como máximo %2 píxeles por lado, se encontraron %3 x %4</translation>
    </message>
    <message>
        <source>image &apos;%1&apos;: expected a picture, found %2</source>
        <translation>imagen «%1»: se esperaba una imagen, se encontró %2</translation>
    </message>
    <message>
        <source>walkthrough: expected the run of a model, found attention without queries and keys</source>
        <translation>recorrido: se esperaba la ejecución de un modelo, se encontró atención sin consultas ni claves</translation>
    </message>
    <message>
        <source>%1 contains only attention; there is no model to change.</source>
        <translation>%1 contiene solo atención: no hay ningún modelo que cambiar.</translation>
    </message>
    <message>
        <source>none: this model reads images</source>
        <translation>ninguno: este modelo lee imágenes</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 tokens</translation>
    </message>
    <message>
        <source>none: token ids only</source>
        <translation>ninguno: solo identificadores de tokens</translation>
    </message>
    <message>
        <source>Stopped after %1 tokens; the model would continue.</source>
        <translation>Detenido tras %1 tokens; el modelo seguiría.</translation>
    </message>
    <message>
        <source>it needs a run of a model; the file contains only weights.</source>
        <translation>necesita una ejecución de un modelo; el archivo solo contiene pesos.</translation>
    </message>
    <message>
        <source>The text has %1 tokens; the model was trained on up to %2. Results beyond that are unreliable.</source>
        <translation>El texto tiene %1 tokens y el modelo se entrenó con hasta %2: lo que hace más allá no es fiable.</translation>
    </message>
    <message>
        <source>session: model “%1” not found</source>
        <translation>sesión: modelo «%1» no encontrado</translation>
    </message>
    <message>
        <source>The model &apos;%1&apos; has no tokenizer; use token ids.</source>
        <translation>El modelo «%1» no tiene tokenizador; use identificadores de tokens.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; has learned positions for %2 tokens and cannot read more.</source>
        <translation>«%1» tiene posiciones aprendidas para %2 tokens y no puede leer más.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; was trained on up to %2 tokens. Results beyond that are unreliable.</source>
        <translation>«%1» se entrenó con hasta %2 tokens: lo que hace más allá no es fiable.</translation>
    </message>
    <message>
        <source>%1: expected a session of at most %2 MiB, found %3 bytes</source>
        <translation>%1: se esperaba una sesión de %2 MiB como máximo, se encontraron %3 bytes</translation>
    </message>
    <message>
        <source>%1: expected a session of version %2 or older, found version %3 of a newer Headlight</source>
        <translation>%1: se esperaba una sesión de la versión %2 o anterior, se encontró la versión %3: la escribió un Headlight más nuevo</translation>
    </message>
    <message>
        <source>Token ids: expected whole numbers such as 101 2023 102, found “%1”.</source>
        <translation>Identificadores de tokens: se esperaban enteros como 101 2023 102, se encontró «%1».</translation>
    </message>
    <message>
        <source>A workspace has at most %1 panels.</source>
        <translation>Un espacio de trabajo tiene como máximo %1 paneles.</translation>
    </message>
    <message>
        <source>A model has at most %1 changes.</source>
        <translation>Un modelo tiene como máximo %1 cambios.</translation>
    </message>
    <message>
        <source>A deck has at most %1 slides.</source>
        <translation>Una presentación tiene como máximo %1 páginas.</translation>
    </message>
    <message>
        <source>A panel has at most %1 lenses.</source>
        <translation>Un panel tiene como máximo %1 lentes.</translation>
    </message>
    <message>
        <source>A panel shows at most %1 heads.</source>
        <translation>Un panel muestra como máximo %1 cabezas.</translation>
    </message>
    <message>
        <source>A lens has at most %1 spans.</source>
        <translation>Una lente tiene como máximo %1 tramos.</translation>
    </message>
    <message>
        <source>No single head makes a difference.</source>
        <translation>Ninguna cabeza por sí sola marca una diferencia.</translation>
    </message>
    <message>
        <source>Numbers of %1</source>
        <translation>Números: %1</translation>
    </message>
    <message>
        <source>key</source>
        <translation>clave</translation>
    </message>
    <message>
        <source>%1: %2 ↓, %3 →</source>
        <comment>what a table holds, its rows, its columns</comment>
        <translation>%1: %2 ↓, %3 →</translation>
    </message>
    <message>
        <source>Arrows point from the query to the key.</source>
        <translation>Las flechas van de la consulta a la clave.</translation>
    </message>
    <message>
        <source>Crossed out: heads that are switched off.</source>
        <translation>Tachadas: cabezas apagadas.</translation>
    </message>
    <message>
        <source>With a corner: heads that are changed.</source>
        <translation>Con esquina: cabezas cambiadas.</translation>
    </message>
    <message>
        <source>Rows of a map are keys, columns queries.</source>
        <translation>Las filas de un mapa son claves, las columnas consultas.</translation>
    </message>
    <message>
        <source>, for each head up to its own maximum (100% of the bar).</source>
        <translation>, para cada cabeza hasta su propio máximo (100 % de la barra).</translation>
    </message>
    <message>
        <source>Each pixel shows the largest of up to %1 × %1 cells.</source>
        <translation>Cada píxel muestra la mayor de hasta %1 × %1 celdas.</translation>
    </message>
    <message>
        <source>, up to the maximum of the head.</source>
        <translation>, hasta el máximo de la cabeza.</translation>
    </message>
    <message>
        <source>One cell has no value.</source>
        <translation>Una celda no tiene valor.</translation>
    </message>
    <message>
        <source>%1 cells have no value.</source>
        <translation>%1 celdas no tienen valor.</translation>
    </message>
    <message>
        <source>: “%1” as query</source>
        <translation>: «%1» como consulta</translation>
    </message>
    <message>
        <source>: “%1” as key</source>
        <translation>: «%1» como clave</translation>
    </message>
    <message>
        <source>no value</source>
        <translation>sin número</translation>
    </message>
    <message>
        <source>attended to by</source>
        <translation>atendido por</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <comment>side of a difference, what it is, its number</comment>
        <translation>%1, %2: %3</translation>
    </message>
    <message>
        <source>Tint: %1 with the framed token as query.</source>
        <translation>Tinte: %1 con el token enmarcado como consulta.</translation>
    </message>
    <message>
        <source>Tint: %1 with the framed token as key.</source>
        <translation>Tinte: %1 con el token enmarcado como clave.</translation>
    </message>
    <message>
        <source>, up to the largest number shown.</source>
        <translation>, hasta el número mayor mostrado.</translation>
    </message>
    <message>
        <source>The text with its tokens tinted by %1. </source>
        <translation>El texto con sus tokens teñidos según %1. </translation>
    </message>
    <message>
        <source>share, and %1 of other links</source>
        <translation>parte, y %1 de otros vínculos</translation>
    </message>
    <message>
        <source>Coloured: share of the selected token along a path. Grey: other links.</source>
        <translation>En color: parte del token seleccionado a lo largo de un camino. Gris: otros vínculos.</translation>
    </message>
    <message>
        <source>Token flow follows what queries attend to; it cannot be transposed</source>
        <translation>Un flujo de tokens sigue aquello a que atienden las consultas: no transpuesto</translation>
    </message>
    <message>
        <source>the square root of the number</source>
        <translation>la raíz cuadrada del número</translation>
    </message>
    <message>
        <source>the logarithm of the number</source>
        <translation>el logaritmo del número</translation>
    </message>
    <message>
        <source>the number</source>
        <translation>el número</translation>
    </message>
    <message>
        <source>%1–%2 of %3</source>
        <translation>%1–%2 de %3</translation>
    </message>
    <message>
        <source>Part of the map: rows %1, columns %2.</source>
        <translation>Parte del mapa: filas %1, columnas %2.</translation>
    </message>
    <message>
        <source>No difference beyond rounding (%1).</source>
        <translation>Ninguna diferencia más allá del redondeo (%1).</translation>
    </message>
    <message>
        <source>Each pixel shows the largest of %1 × %2 cells.</source>
        <translation>Cada píxel muestra la mayor de %1 × %2 celdas.</translation>
    </message>
    <message>
        <source>Each pixel shows the largest of up to %1 × %2 cells.</source>
        <translation>Cada píxel muestra la mayor de hasta %1 × %2 celdas.</translation>
    </message>
    <message>
        <source>No difference</source>
        <translation>Sin diferencia</translation>
    </message>
    <message>
        <source>Links from tokens to the query tokens that attend to them, </source>
        <translation>Vínculos de los tokens a los tokens de consulta que atienden a ellos, </translation>
    </message>
    <message>
        <source>Bars: %1, up to %2 at the upper edge.</source>
        <translation>Barras: %1, hasta %2 en el borde superior.</translation>
    </message>
    <message>
        <source>Muted: words that cannot see the token.</source>
        <translation>Atenuadas: palabras que no pueden ver el token.</translation>
    </message>
    <message>
        <source>Muted: words that the token cannot see.</source>
        <translation>Atenuadas: palabras que el token no puede ver.</translation>
    </message>
    <message>
        <source>Bar chart, %1. </source>
        <translation>Gráfico de barras, %1. </translation>
    </message>
    <message>
        <source>Near dots are attended to similarly: Jensen–Shannon distance on this text, laid out in two dimensions.</source>
        <translation>Puntos cercanos son atendidos de modo parecido: distancia de Jensen–Shannon en este texto, dispuesta en dos dimensiones.</translation>
    </message>
    <message>
        <source>. Heads that are attended to similarly are near each other.</source>
        <translation>. Las cabezas en que los tokens son atendidos de modo parecido están cerca unas de otras.</translation>
    </message>
    <message>
        <source>share of norm</source>
        <translation>parte de la norma</translation>
    </message>
    <message>
        <source>contribution</source>
        <translation>contribución</translation>
    </message>
    <message>
        <source>share of change</source>
        <translation>parte del cambio</translation>
    </message>
    <message>
        <source>effective weight</source>
        <translation>peso efectivo</translation>
    </message>
    <message>
        <source>part of row maximum</source>
        <translation>parte del máximo de la fila</translation>
    </message>
    <message>
        <source>mean weight</source>
        <translation>peso medio</translation>
    </message>
    <message>
        <source>largest weight</source>
        <translation>peso mayor</translation>
    </message>
    <message>
        <source>%1:  no value</source>
        <translation>%1:  sin número</translation>
    </message>
    <message>
        <source>↑ %1 on %2, full = 100%</source>
        <translation>↑ %1 en %2, lleno = 100 %</translation>
    </message>
    <message>
        <source>Strip below: mean %1 on %2 (full = 100%), not on the colour scale.</source>
        <translation>Franja inferior: %1 medio en %2 (lleno = 100 %), fuera de la escala de color.</translation>
    </message>
    <message>
        <source>Links to %1 hidden; bars: their mean %2, full = 100%.</source>
        <translation>Vínculos a %1 ocultos; barras: su %2 medio, lleno = 100 %.</translation>
    </message>
    <message>
        <source>Bars and hatching: %1 on %2, not on the colour scale.</source>
        <translation>Barras y rayado: %1 en %2, fuera de la escala de color.</translation>
    </message>
    <message>
        <source>Heatmap of %1, %2</source>
        <translation>Mapa de calor: %1, %2</translation>
    </message>
    <message>
        <source> The part on %1 is shown separately.</source>
        <translation> Lo que está en %1 se muestra aparte.</translation>
    </message>
    <message>
        <source>Bars: %1 on %2, full = 100%.</source>
        <translation>Barras: %1 en %2, lleno = 100 %.</translation>
    </message>
    <message>
        <source>Ablate %1</source>
        <translation>Ablación: %1</translation>
    </message>
    <message>
        <source>Remove change: %1</source>
        <translation>Quitar cambio: %1</translation>
    </message>
    <message>
        <source>Switch change on: %1</source>
        <translation>Activar cambio: %1</translation>
    </message>
    <message>
        <source>Switch change off: %1</source>
        <translation>Desactivar cambio: %1</translation>
    </message>
    <message>
        <source>Edit changes</source>
        <translation>Editar cambios</translation>
    </message>
    <message>
        <source>Add lens: %1</source>
        <translation>Añadir lente: %1</translation>
    </message>
    <message>
        <source>Remove lens: %1</source>
        <translation>Quitar lente: %1</translation>
    </message>
    <message>
        <source>Change lenses</source>
        <translation>Cambiar lentes</translation>
    </message>
    <message>
        <source>Show panel as: %1</source>
        <translation>Mostrar panel como: %1</translation>
    </message>
    <message>
        <source>Change method: %1</source>
        <translation>Cambiar método: %1</translation>
    </message>
    <message>
        <source>Show difference</source>
        <translation>Mostrar diferencia</translation>
    </message>
    <message>
        <source>End difference</source>
        <translation>Quitar diferencia</translation>
    </message>
    <message>
        <source>Choose heads of panel</source>
        <translation>Elegir cabezas del panel</translation>
    </message>
    <message>
        <source>Pin head %1 in panel</source>
        <translation>Fijar la cabeza %1 en el panel</translation>
    </message>
    <message>
        <source>Unpin head of panel</source>
        <translation>Soltar la cabeza del panel</translation>
    </message>
    <message>
        <source>Change colour scale</source>
        <translation>Cambiar escala de colores</translation>
    </message>
    <message>
        <source>Change threshold</source>
        <translation>Cambiar umbral</translation>
    </message>
    <message>
        <source>Change panel</source>
        <translation>Cambiar panel</translation>
    </message>
    <message>
        <source>Add panel</source>
        <translation>Añadir panel</translation>
    </message>
    <message>
        <source>Add panels</source>
        <translation>Añadir paneles</translation>
    </message>
    <message>
        <source>Close panel</source>
        <translation>Cerrar panel</translation>
    </message>
    <message>
        <source>Move panel</source>
        <translation>Mover panel</translation>
    </message>
    <message>
        <source>Change panels</source>
        <translation>Cambiar paneles</translation>
    </message>
    <message>
        <source>Add slide</source>
        <translation>Añadir diapositiva</translation>
    </message>
    <message>
        <source>Remove slide</source>
        <translation>Quitar diapositiva</translation>
    </message>
    <message>
        <source>Edit slide</source>
        <translation>Editar diapositiva</translation>
    </message>
    <message>
        <source>Move slide</source>
        <translation>Mover diapositiva</translation>
    </message>
    <message>
        <source>Open model %1</source>
        <translation>Abrir modelo %1</translation>
    </message>
    <message>
        <source>Compare with model %1</source>
        <translation>Comparar con el modelo %1</translation>
    </message>
    <message>
        <source>Stop comparing models</source>
        <translation>Terminar comparación de modelos</translation>
    </message>
    <message>
        <source>Open image</source>
        <translation>Abrir imagen</translation>
    </message>
    <message>
        <source>Compare texts</source>
        <translation>Comparar textos</translation>
    </message>
    <message>
        <source>Stop comparing texts</source>
        <translation>Terminar comparación de textos</translation>
    </message>
    <message>
        <source>Edit text</source>
        <translation>Editar texto</translation>
    </message>
    <message>
        <source>Edit text B</source>
        <translation>Editar texto B</translation>
    </message>
    <message>
        <source>Continue text</source>
        <translation>Seguir escribiendo</translation>
    </message>
    <message>
        <source>Show model with changes</source>
        <translation>Mostrar modelo con cambios</translation>
    </message>
    <message>
        <source>Show model without changes</source>
        <translation>Mostrar modelo sin cambios</translation>
    </message>
    <message>
        <source>Maximise panel</source>
        <translation>Maximizar panel</translation>
    </message>
    <message>
        <source>Restore panels</source>
        <translation>Restaurar paneles</translation>
    </message>
    <message>
        <source>Sort heads</source>
        <translation>Ordenar cabezas</translation>
    </message>
    <message>
        <source>Filter heads</source>
        <translation>Filtrar cabezas</translation>
    </message>
    <message>
        <source>Select head %1</source>
        <translation>Elegir cabeza %1</translation>
    </message>
    <message>
        <source>Pin token</source>
        <translation>Fijar token</translation>
    </message>
    <message>
        <source>Unpin token</source>
        <translation>Soltar token</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Cambiar vista</translation>
    </message>
    <message>
        <source>Which heads &amp;matter…</source>
        <translation>&amp;Qué cabezas importan…</translation>
    </message>
    <message>
        <source>Compare met&amp;hods…</source>
        <translation>Métodos lado &amp;a lado…</translation>
    </message>
    <message>
        <source>Head &amp;table…</source>
        <translation>Cabezas en &amp;números…</translation>
    </message>
    <message>
        <source>&amp;Noise test…</source>
        <translation>Ruido en el &amp;texto…</translation>
    </message>
    <message>
        <source>&amp;Cost…</source>
        <translation>&amp;Coste…</translation>
    </message>
    <message>
        <source>Dec&amp;k…</source>
        <translation>Presenta&amp;ción…</translation>
    </message>
    <message>
        <source>&amp;Walk through this head…</source>
        <translation>&amp;Recorrer esta cabeza…</translation>
    </message>
    <message>
        <source>&amp;Five things heads do…</source>
        <translation>Cinco cosas que &amp;hacen las cabezas…</translation>
    </message>
    <message>
        <source>&amp;Guide</source>
        <translation>&amp;Guía</translation>
    </message>
    <message>
        <source>Panel</source>
        <translation>Panel</translation>
    </message>
    <message>
        <source>Show as %1</source>
        <translation>Mostrar como %1</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>Cabeza</translation>
    </message>
    <message>
        <source>Layer %1 · Head %2</source>
        <translation>Capa %1 · Cabeza %2</translation>
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
        <translation>Modelo</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>Ejemplo</translation>
    </message>
    <message>
        <source>Guide</source>
        <translation>Guía</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Cambio</translation>
    </message>
    <message>
        <source>Decoder: within the target</source>
        <translation>Decodificador: dentro del destino</translation>
    </message>
    <message>
        <source>Cross-attention: from target to source</source>
        <translation>Atención cruzada: del destino a la fuente</translation>
    </message>
    <message>
        <source>Encoder: within the source</source>
        <translation>Codificador: dentro de la fuente</translation>
    </message>
    <message>
        <source>decoder</source>
        <translation>decodificador</translation>
    </message>
    <message>
        <source>cross</source>
        <translation>cruzada</translation>
    </message>
    <message>
        <source>encoder</source>
        <translation>codificador</translation>
    </message>
    <message>
        <source>masked</source>
        <translation>no visible</translation>
    </message>
    <message>
        <source>masked for this query</source>
        <translation>no visible para esta consulta</translation>
    </message>
    <message>
        <source>Labels: the strongest and some other tokens.</source>
        <translation>Etiquetas: los tokens más fuertes y algunos otros.</translation>
    </message>
    <message>
        <source>Dots that would cover one another are moved apart.</source>
        <translation>Los puntos que se taparían están separados.</translation>
    </message>
    <message>
        <source>&amp;Score of a cell…</source>
        <translation>&amp;Puntuación de una celda…</translation>
    </message>
    <message>
        <source>E&amp;xperts…</source>
        <translation>&amp;Expertos…</translation>
    </message>
    <message>
        <source>Experts</source>
        <translation>Expertos</translation>
    </message>
    <message>
        <source>Expert load: tokens per expert</source>
        <translation>Carga: tokens por experto</translation>
    </message>
    <message>
        <source>Experts by layer and token, expert %1.%2</source>
        <translation>Expertos por capa y token, experto %1.%2</translation>
    </message>
    <message>
        <source>Experts by layer and token</source>
        <translation>Expertos por capa y token</translation>
    </message>
    <message>
        <source>Tokens of expert %1.%2</source>
        <translation>Tokens del experto %1.%2</translation>
    </message>
    <message>
        <source>First expert of each token, layer %1</source>
        <translation>Primer experto de cada token, capa %1</translation>
    </message>
    <message>
        <source>Colour and number: expert. Height: its weight; a whole cell is %1. Best expert at the top.</source>
        <translation>Color y número: experto. Altura: su peso; una celda entera es %1. El mejor experto, arriba.</translation>
    </message>
    <message>
        <source>Bar: tokens that chose the expert, up to %1. Line: even load.</source>
        <translation>Barra: tokens que eligieron al experto, hasta %1. Línea: carga uniforme.</translation>
    </message>
    <message>
        <source>Coloured: tokens that chose the expert, with its weight.</source>
        <translation>En color: tokens que eligieron al experto, con su peso.</translation>
    </message>
    <message>
        <source>Colour and number: expert with the largest weight.</source>
        <translation>Color y número: experto con el mayor peso.</translation>
    </message>
    <message>
        <source>“%1”, layer %2: %3</source>
        <translation>«%1», capa %2: %3</translation>
    </message>
    <message>
        <source>no expert</source>
        <translation>ningún experto</translation>
    </message>
    <message>
        <source>Expert %1.%2: %3 of %4 tokens, %5 of all choices</source>
        <translation>Experto %1.%2: %3 de %4 tokens, %5 de todas las elecciones</translation>
    </message>
    <message>
        <source>“%1”, layer %2: expert %3, weight %4</source>
        <translation>«%1», capa %2: experto %3, peso %4</translation>
    </message>
    <message>
        <source>Experts, without a text.</source>
        <translation>Expertos, sin texto.</translation>
    </message>
    <message>
        <source>layer %1: expert %2 for %3 tokens</source>
        <translation>capa %1: experto %2 para %3 tokens</translation>
    </message>
    <message>
        <source>. Most used: %1.</source>
        <translation>. Más usados: %1.</translation>
    </message>
    <message>
        <source>content</source>
        <translation>contenido</translation>
    </message>
    <message>
        <source>Numbers that do not turn</source>
        <translation>Números que no giran</translation>
    </message>
    <message>
        <source>Wavelength %1 tokens</source>
        <translation>Longitud de onda: %1 tokens</translation>
    </message>
    <message>
        <source>added</source>
        <translation>añadido</translation>
    </message>
    <message>
        <source>Position terms and soft cap</source>
        <translation>Términos de posición y límite suave</translation>
    </message>
    <message>
        <source>Score of a cell</source>
        <translation>Puntuación de una celda</translation>
    </message>
    <message>
        <source>Why “%1” attends to “%2”: %3</source>
        <translation>Por qué «%1» atiende a «%2»: %3</translation>
    </message>
    <message>
        <source>Score %1 = content %2 + rotary %3%4; weight %5.</source>
        <translation>Puntuación %1 = contenido %2 + rotatorio %3%4; peso %5.</translation>
    </message>
    <message>
        <source> + added %1</source>
        <translation> + añadido %1</translation>
    </message>
    <message>
        <source>Masked: the query does not see this key.</source>
        <translation>Enmascarado: la consulta no ve esta clave.</translation>
    </message>
    <message>
        <source>Bars by wavelength: tokens of a whole turn. Lines: the same with both tokens at one place.</source>
        <translation>Barras por longitud de onda: tokens de una vuelta entera. Líneas: lo mismo con ambos tokens en un mismo lugar.</translation>
    </message>
    <message>
        <source>Without rotary positions there is one part.</source>
        <translation>Sin posiciones rotatorias hay una sola parte.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>, at the same place %1</source>
        <translation>, en el mismo lugar %1</translation>
    </message>
    <message>
        <source>Score of a cell, without a cell.</source>
        <translation>Puntuación de una celda, sin celda.</translation>
    </message>
    <message>
        <source>. Content %1, rotary %2, score %3.</source>
        <translation>. Contenido %1, rotatorio %2, puntuación %3.</translation>
    </message>
    <message>
        <source>no token</source>
        <translation>ningún token</translation>
    </message>
    <message>
        <source>%1, no token</source>
        <translation>%1, ningún token</translation>
    </message>
    <message>
        <source>Outlined bars: the share of no token (learned sink), which the row&apos;s weights lack to 100%.</source>
        <translation>Barras con contorno: la parte de ningún token (sumidero aprendido), que falta a los pesos de la fila para el 100 %.</translation>
    </message>
    <message>
        <source>no token %1</source>
        <translation>ningún token %1</translation>
    </message>
    <message>
        <source>%1   ·   no token %2</source>
        <translation>%1   ·   ningún token %2</translation>
    </message>
    <message>
        <source>every expert</source>
        <translation>todos los expertos</translation>
    </message>
    <message>
        <source>expert %1</source>
        <translation>experto %1</translation>
    </message>
    <message>
        <source>experts %1</source>
        <translation>expertos %1</translation>
    </message>
    <message>
        <source>Force %1</source>
        <translation>Forzar: %1</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation>%1 en %2</translation>
    </message>
    <message>
        <source>Router logit at −∞: another expert takes its place</source>
        <translation>Logit del enrutador en −∞: otro experto ocupa su lugar</translation>
    </message>
    <message>
        <source>First choice of the router, with the weight of its own logit</source>
        <translation>Primera elección del enrutador, con el peso de su propio logit</translation>
    </message>
    <message>
        <source>C&amp;ontacts…</source>
        <translation>C&amp;ontactos…</translation>
    </message>
    <message>
        <source>contact probability</source>
        <translation>probabilidad de contacto</translation>
    </message>
    <message>
        <source>Predicted contacts, %1</source>
        <translation>Contactos predichos, %1</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>Contactos</translation>
    </message>
    <message>
        <source>Logit &amp;lens…</source>
        <translation>&amp;Lente de logits…</translation>
    </message>
    <message>
        <source>Logit lens</source>
        <translation>Lente de logits</translation>
    </message>
    <message>
        <source>Logit lens: what the model would predict after each layer</source>
        <translation>Lente de logits: qué predeciría el modelo tras cada capa</translation>
    </message>
    <message>
        <source>Before the first layer</source>
        <translation>Antes de la primera capa</translation>
    </message>
    <message>
        <source>After layer %1</source>
        <translation>Tras la capa %1</translation>
    </message>
    <message>
        <source>probability</source>
        <translation>probabilidad</translation>
    </message>
    <message>
        <source>logit</source>
        <translation>logit</translation>
    </message>
    <message>
        <source>Each cell: the most likely token at this place if the output head read the hidden state of that layer; colour: its probability.</source>
        <translation>Cada celda: el token más probable en este lugar si la cabeza de salida leyera el estado oculto de esa capa; color: su probabilidad.</translation>
    </message>
    <message>
        <source>Each cell: the most likely next token if the output head read the hidden state of that layer; colour: its probability.</source>
        <translation>Cada celda: el siguiente token más probable si la cabeza de salida leyera el estado oculto de esa capa; color: su probabilidad.</translation>
    </message>
    <message>
        <source>Tokens %1 to %2 of %3.</source>
        <translation>Tokens %1 a %2 de %3.</translation>
    </message>
    <message>
        <source>No room for words: point at a cell.</source>
        <translation>No caben las palabras: señala una celda.</translation>
    </message>
    <message>
        <source>input</source>
        <comment>hidden state before the first layer</comment>
        <translation>entrada</translation>
    </message>
    <message>
        <source>%1 at “%2”</source>
        <translation>%1 en «%2»</translation>
    </message>
    <message>
        <source>What each head adds to the logit at “%1”</source>
        <translation>Lo que cada cabeza añade al logit en «%1»</translation>
    </message>
    <message>
        <source>What each head adds to the logit of “%1” (%2)</source>
        <translation>Lo que cada cabeza añade al logit de «%1» (%2)</translation>
    </message>
    <message>
        <source>%1, token %2 “%3”: “%4” %5</source>
        <translation>%1, token %2 «%3»: «%4» %5</translation>
    </message>
    <message>
        <source>“%1”: %2</source>
        <translation>«%1»: %2</translation>
    </message>
    <message>
        <source>%1: logit %2</source>
        <translation>%1: logit %2</translation>
    </message>
    <message>
        <source>A logit lens without a text.</source>
        <translation>Una lente de logits sin texto.</translation>
    </message>
    <message>
        <source>%1 “%2” %3</source>
        <translation>%1 «%2» %3</translation>
    </message>
    <message>
        <source>A grid of %1 hidden states by %2 tokens. At token %3 “%4”: %5.</source>
        <translation>Una cuadrícula de %1 estados ocultos por %2 tokens. En el token %3 «%4»: %5.</translation>
    </message>
    <message>
        <source> The head that adds most to the logit is %1 (%2).</source>
        <translation> La cabeza que más añade al logit es %1 (%2).</translation>
    </message>
    <message>
        <source>needs %1, this computer has %2</source>
        <translation>necesita %1, este equipo tiene %2</translation>
    </message>
    <message>
        <source>needs %1 of %2 free</source>
        <translation>necesita %1 de %2 libres</translation>
    </message>
    <message>
        <source>%1, fits</source>
        <translation>%1, cabe</translation>
    </message>
    <message>
        <source>Sc&amp;atter of heads…</source>
        <translation>&amp;Dispersión de cabezas…</translation>
    </message>
    <message>
        <source>%1 against %2</source>
        <translation>%1 frente a %2</translation>
    </message>
    <message>
        <source>Named: heads that lie furthest from the others.</source>
        <translation>Con nombre: las cabezas más alejadas de las demás.</translation>
    </message>
    <message>
        <source>%1 (%2): %3 %4, %5 %6</source>
        <translation>%1 (%2): %3 %4, %5 %6</translation>
    </message>
    <message>
        <source>%1 of %2 heads. Highest %3: %4, head %5. Highest %6: %7, head %8.</source>
        <translation>%1 de %2 cabezas. Máximo de %3: %4, cabeza %5. Máximo de %6: %7, cabeza %8.</translation>
    </message>
    <message>
        <source>Heads</source>
        <translation>Cabezas</translation>
    </message>
    <message>
        <source>Sort heads by %1</source>
        <translation>Ordenar cabezas por %1</translation>
    </message>
    <message>
        <source>Sort heads by layer and head</source>
        <translation>Ordenar cabezas por capa y cabeza</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Apariencia</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Idioma</translation>
    </message>
    <message>
        <source>Another language shows after a restart.</source>
        <translation>Otro idioma se muestra tras reiniciar.</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Tema</translation>
    </message>
    <message>
        <source>colours dark light high contrast</source>
        <translation>colores oscuro claro alto contraste</translation>
    </message>
    <message>
        <source>Text &amp;size</source>
        <translation>&amp;Tamaño del texto</translation>
    </message>
    <message>
        <source>Of menus, panes and figures on the screen.</source>
        <translation>De menús, paneles y figuras en pantalla.</translation>
    </message>
    <message>
        <source>font larger smaller zoom</source>
        <translation>fuente mayor menor zoom</translation>
    </message>
    <message>
        <source>Reduce &amp;motion</source>
        <translation>Reducir el &amp;movimiento</translation>
    </message>
    <message>
        <source>animation</source>
        <translation>animación</translation>
    </message>
    <message>
        <source>Panels</source>
        <translation>Paneles</translation>
    </message>
    <message>
        <source>&amp;Colour scale</source>
        <translation>Escala de &amp;color</translation>
    </message>
    <message>
        <source>Of the panels that are open and of new sessions.</source>
        <translation>De los paneles abiertos y de las sesiones nuevas.</translation>
    </message>
    <message>
        <source>linear logarithmic</source>
        <translation>lineal logarítmica</translation>
    </message>
    <message>
        <source>Separate attention sin&amp;ks</source>
        <translation>Separar los su&amp;mideros de atención</translation>
    </message>
    <message>
        <source>Attention on the first token or special tokens has its own bar.</source>
        <translation>La atención al primer token o a los tokens especiales tiene su propia barra.</translation>
    </message>
    <message>
        <source>Computing</source>
        <translation>Cálculo</translation>
    </message>
    <message>
        <source>Th&amp;reads</source>
        <translation>&amp;Hilos</translation>
    </message>
    <message>
        <source>All cores (%1)</source>
        <translation>Todos los núcleos (%1)</translation>
    </message>
    <message>
        <source>processor CPU</source>
        <translation>procesador CPU</translation>
    </message>
    <message>
        <source>M&amp;emory of a run</source>
        <translation>M&amp;emoria de una ejecución</translation>
    </message>
    <message>
        <source>Half of what is free</source>
        <translation>La mitad de la libre</translation>
    </message>
    <message>
        <source>Longer texts use a scratch file on disk.</source>
        <translation>Los textos más largos usan un archivo temporal en disco.</translation>
    </message>
    <message>
        <source>RAM</source>
        <translation>RAM</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>Privacidad</translation>
    </message>
    <message>
        <source>Remember recent models and sessi&amp;ons</source>
        <translation>Recordar m&amp;odelos y sesiones recientes</translation>
    </message>
    <message>
        <source>history</source>
        <translation>historial</translation>
    </message>
    <message>
        <source>Keep a copy of unsaved &amp;work</source>
        <translation>Guardar una copia del trabajo no &amp;guardado</translation>
    </message>
    <message>
        <source>Restores your work after a crash and at the next start.</source>
        <translation>Restaura su trabajo tras un fallo y en el próximo inicio.</translation>
    </message>
    <message>
        <source>autosave recovery</source>
        <translation>autoguardado recuperación</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Olvidar</translation>
    </message>
    <message>
        <source>Forgotten</source>
        <translation>Olvidado</translation>
    </message>
    <message>
        <source>&amp;Forget what was opened</source>
        <translation>Ol&amp;vidar lo que se abrió</translation>
    </message>
    <message>
        <source>Deletes recent lists, unsaved sessions and crash reports. Your own files stay.</source>
        <translation>Borra las listas recientes, las sesiones sin guardar y los informes de fallos. Sus propios archivos se conservan.</translation>
    </message>
    <message>
        <source>history clear delete</source>
        <translation>historial vaciar borrar</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Atajos de teclado</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>Restablecer todo</translation>
    </message>
    <message>
        <source>&amp;Usual keys for all commands</source>
        <translation>Teclas habit&amp;uales para todas las órdenes</translation>
    </message>
    <message>
        <source>Without %1: %2 %3 → %4</source>
        <translation>Sin %1: %2 %3 → %4</translation>
    </message>
    <message>
        <source>Ablation, head by head</source>
        <translation>Ablación, cabeza por cabeza</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Reproducir</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausa</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Paso</translation>
    </message>
    <message>
        <source>Through the layers</source>
        <translation>A través de las capas</translation>
    </message>
    <message>
        <source>Through the heads</source>
        <translation>A través de las cabezas</translation>
    </message>
    <message>
        <source>Token by token</source>
        <translation>Token a token</translation>
    </message>
    <message>
        <source>Step %1 of %2: %3</source>
        <translation>Paso %1 de %2: %3</translation>
    </message>
    <message>
        <source>Walkthrough: %1, “%2”</source>
        <translation>Recorrido: %1, «%2»</translation>
    </message>
    <message>
        <source>Pale: the sums of the step before, on the same axis.</source>
        <translation>Claro: las sumas del paso anterior, en el mismo eje.</translation>
    </message>
    <message>
        <source>Token by token, as it was written</source>
        <translation>Token a token, tal como se escribió</translation>
    </message>
    <message>
        <source>Walkthrough of this head</source>
        <translation>Recorrido de esta cabeza</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Heads that look at contacts most: %1; chance %2.</source>
        <translation>Cabezas que más atienden a los contactos: %1; azar %2.</translation>
    </message>
    <message>
        <source>%1: expected a figure with its session, found one exported without a session</source>
        <translation>%1: se esperaba una figura con su sesión, se encontró una exportada sin sesión</translation>
    </message>
    <message>
        <source>%1: expected a figure with its session, found one exported without text and session</source>
        <translation>%1: se esperaba una figura con su sesión, se encontró una exportada sin texto ni sesión</translation>
    </message>
    <message>
        <source>model &apos;%1&apos;: needs about %2 of memory, this machine has %3</source>
        <translation>modelo «%1»: necesita unos %2 de memoria, este equipo tiene %3</translation>
    </message>
    <message>
        <source>%1: expected a session, found something that is not JSON</source>
        <translation>%1: se esperaba una sesión, se encontró algo que no es JSON</translation>
    </message>
    <message>
        <source>Two mo&amp;dels…</source>
        <translation>Dos &amp;modelos…</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>y %1 más</translation>
    </message>
    <message>
        <source>Two models</source>
        <translation>Dos modelos</translation>
    </message>
    <message>
        <source>Two models: %1 and %2</source>
        <translation>Dos modelos: %1 y %2</translation>
    </message>
    <message>
        <source>Heads: Jensen–Shannon divergence of their attention, mean over rows, in nats; at most %1.</source>
        <translation>Cabezas: divergencia de Jensen–Shannon de su atención, media sobre las filas, en nats; como máximo %1.</translation>
    </message>
    <message>
        <source>Predictions: Kullback–Leibler divergence of %1 from %2, in nats.</source>
        <translation>Predicciones: divergencia de Kullback–Leibler de %1 respecto de %2, en nats.</translation>
    </message>
    <message>
        <source>Tensors: relative error (Frobenius) against %1. Bars are parts of the largest of a list.</source>
        <translation>Tensores: error relativo (Frobenius) respecto de %1. Las barras son partes del mayor de cada lista.</translation>
    </message>
    <message>
        <source>Heads by change of attention</source>
        <translation>Cabezas por cambio de atención</translation>
    </message>
    <message>
        <source>No heads.</source>
        <translation>Ninguna cabeza.</translation>
    </message>
    <message>
        <source>Changed predictions: %1 of %2</source>
        <translation>Predicciones cambiadas: %1 de %2</translation>
    </message>
    <message>
        <source>Changed predictions</source>
        <translation>Predicciones cambiadas</translation>
    </message>
    <message>
        <source>The most likely prediction is the same everywhere.</source>
        <translation>La predicción más probable es la misma en todas partes.</translation>
    </message>
    <message>
        <source>Tensors by relative error</source>
        <translation>Tensores por error relativo</translation>
    </message>
    <message>
        <source>All tensors are the same.</source>
        <translation>Todos los tensores son iguales.</translation>
    </message>
    <message>
        <source>%1: %2 nats; %3 of a row moved on average; largest difference %4</source>
        <translation>%1: %2 nats; en promedio se desplazó %3 de una fila; mayor diferencia %4</translation>
    </message>
    <message>
        <source>%1 (%2): %3 nats</source>
        <translation>%1 (%2): %3 nats</translation>
    </message>
    <message>
        <source>; %1 %2 → %3 %4</source>
        <translation>; %1 %2 → %3 %4</translation>
    </message>
    <message>
        <source>%1, %2 → %3: relative error %4, largest difference %5</source>
        <translation>%1, %2 → %3: error relativo %4, mayor diferencia %5</translation>
    </message>
    <message>
        <source>Differences of two models, without two of them.</source>
        <translation>Diferencias entre dos modelos, sin dos de ellos.</translation>
    </message>
    <message>
        <source>The attention of %1 changes most, by %2 nats. </source>
        <translation>La atención de %1 es la que más cambia, en %2 nats. </translation>
    </message>
    <message>
        <source>The most likely prediction changes at %1 of %2 places. </source>
        <translation>La predicción más probable cambia en %1 de %2 lugares. </translation>
    </message>
    <message>
        <source>The largest relative error of a tensor is %1.</source>
        <translation>El mayor error relativo de un tensor es %1.</translation>
    </message>
    <message>
        <source>The chat template does not write what turn %1 says as it is; tokens made of it count as the template&apos;s.</source>
        <translation>La plantilla de chat no escribe el turno %1 tal como es; los tokens hechos de él cuentan como de la plantilla.</translation>
    </message>
    <message>
        <source>Write a conversation</source>
        <translation>Escribir una conversación</translation>
    </message>
    <message>
        <source>Write a plain text</source>
        <translation>Escribir un texto simple</translation>
    </message>
    <message>
        <source>Edit turn %1</source>
        <translation>Editar el turno %1</translation>
    </message>
    <message>
        <source>Add turn</source>
        <translation>Añadir turno</translation>
    </message>
    <message>
        <source>Remove turn</source>
        <translation>Quitar turno</translation>
    </message>
    <message>
        <source>Change role of turn %1</source>
        <translation>Cambiar el rol del turno %1</translation>
    </message>
    <message>
        <source>Move turn</source>
        <translation>Mover turno</translation>
    </message>
    <message>
        <source>Change end of conversation</source>
        <translation>Cambiar el fin de la conversación</translation>
    </message>
    <message>
        <source>Edit conversation</source>
        <translation>Editar la conversación</translation>
    </message>
    <message>
        <source>A conversation has at most %1 turns.</source>
        <translation>Una conversación tiene como máximo %1 turnos.</translation>
    </message>
    <message>
        <source>Experts are chosen for each token: remove the lenses that merge or hide tokens.</source>
        <translation>Los expertos se eligen para cada token: quite las lentes que unen u ocultan tokens.</translation>
    </message>
    <message>
        <source>This model has no experts. Open a mixture of experts, such as Mixtral or Qwen3-MoE.</source>
        <translation>Este modelo no tiene expertos. Abra una mezcla de expertos, como Mixtral o Qwen3-MoE.</translation>
    </message>
    <message>
        <source>Choose expert %1</source>
        <translation>Elegir el experto %1</translation>
    </message>
    <message>
        <source>Show all experts</source>
        <translation>Mostrar todos los expertos</translation>
    </message>
    <message>
        <source>Set adapter to %1</source>
        <translation>Ajustar el adaptador a %1</translation>
    </message>
    <message>
        <source>Edit note of panel</source>
        <translation>Editar la nota del panel</translation>
    </message>
    <message>
        <source>Edit note of head</source>
        <translation>Editar la nota de la cabeza</translation>
    </message>
    <message>
        <source>At most %1 heads have notes.</source>
        <translation>Como máximo %1 cabezas tienen notas.</translation>
    </message>
    <message>
        <source>A note has at most %1 bytes.</source>
        <translation>Una nota tiene como máximo %1 bytes.</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>Disposición</translation>
    </message>
    <message>
        <source>Layout %1</source>
        <translation>Disposición %1</translation>
    </message>
    <message>
        <source>Axes: %1 ↓, %2 →.</source>
        <translation>Ejes: %1 ↓, %2 →.</translation>
    </message>
    <message>
        <source>Axes: %1 ↓, %2 →; full bar = 100%.</source>
        <translation>Ejes: %1 ↓, %2 →; barra completa = 100 %.</translation>
    </message>
    <message>
        <source>Vision: within the pictures</source>
        <translation>Visión: dentro de las imágenes</translation>
    </message>
    <message>
        <source>Nothing to compare</source>
        <translation>Nada que comparar</translation>
    </message>
    <message>
        <source>No difference above %1</source>
        <translation>Ninguna diferencia superior a %1</translation>
    </message>
    <message>
        <source>vision</source>
        <translation>visión</translation>
    </message>
    <message>
        <source>C&amp;ircuits…</source>
        <translation>C&amp;ircuitos…</translation>
    </message>
    <message>
        <source>Who gave the answer</source>
        <translation>Quién dio la respuesta</translation>
    </message>
    <message>
        <source>Put values of B into A</source>
        <translation>Poner valores de B en A</translation>
    </message>
    <message>
        <source>Switch off each head</source>
        <translation>Apagar cada cabeza</translation>
    </message>
    <message>
        <source>Hide each token</source>
        <translation>Ocultar cada token</translation>
    </message>
    <message>
        <source>Gradient of each token</source>
        <translation>Gradiente de cada token</translation>
    </message>
    <message>
        <source>Integrated gradients</source>
        <translation>Gradientes integrados</translation>
    </message>
    <message>
        <source>Relevance through all layers</source>
        <translation>Relevancia a través de todas las capas</translation>
    </message>
    <message>
        <source>Head importance by gradient</source>
        <translation>Importancia de las cabezas por gradiente</translation>
    </message>
    <message>
        <source>Why a head looks there</source>
        <translation>Por qué una cabeza mira ahí</translation>
    </message>
    <message>
        <source>Circuit by gradient (EAP)</source>
        <translation>Circuito por gradiente (EAP)</translation>
    </message>
    <message>
        <source>Circuit by patched edges</source>
        <translation>Circuito por aristas sustituidas</translation>
    </message>
    <message>
        <source>Circuit by path patching</source>
        <translation>Circuito por caminos (path patching)</translation>
    </message>
    <message>
        <source>Patching by gradient (AtP)</source>
        <translation>Sustitución por gradiente (AtP)</translation>
    </message>
    <message>
        <source>Which heads read which (weights)</source>
        <translation>Qué cabezas leen a cuáles (pesos)</translation>
    </message>
    <message>
        <source>Which heads copy (weights)</source>
        <translation>Qué cabezas copian (pesos)</translation>
    </message>
    <message>
        <source>What each head wrote from each source token into the answer, directly; the rows add up.</source>
        <translation>Lo que cada cabeza escribió de cada token de origen en la respuesta, directamente; las filas se suman.</translation>
    </message>
    <message>
        <source>How much of the difference between two texts comes back when one value of B is put into the run of A: 0 nothing, 1 all.</source>
        <translation>Cuánto de la diferencia entre dos textos vuelve al poner un valor de B en la ejecución de A: 0 nada, 1 todo.</translation>
    </message>
    <message>
        <source>How the metric changes without what a head writes.</source>
        <translation>Cómo cambia la métrica sin lo que escribe una cabeza.</translation>
    </message>
    <message>
        <source>What the prediction loses when no head can look at a token. It is measured, not estimated.</source>
        <translation>Lo que pierde la respuesta cuando ninguna cabeza puede mirar un token. Se mide, no se estima.</translation>
    </message>
    <message>
        <source>How strongly the metric reacts to each token, to first order, by one backward pass.</source>
        <translation>Cuánto reacciona la métrica a cada token, en primer orden, con una pasada hacia atrás.</translation>
    </message>
    <message>
        <source>Each token’s part of the metric, along the way from empty embeddings; the parts add up.</source>
        <translation>La parte de cada token en la métrica, en el camino desde incrustaciones vacías; las partes se suman.</translation>
    </message>
    <message>
        <source>Attention weighted by its gradient, carried through all layers (Chefer et al., 2021).</source>
        <translation>Atención ponderada por su gradiente, llevada por todas las capas (Chefer y otros, 2021).</translation>
    </message>
    <message>
        <source>How much the metric would change without a head, estimated by its gradient (Michel et al., 2019).</source>
        <translation>Cuánto cambiaría la métrica sin una cabeza, estimado por su gradiente (Michel y otros, 2019).</translation>
    </message>
    <message>
        <source>Who wrote what the query looks for, and who wrote what the key offers: the score of one cell.</source>
        <translation>Quién escribió lo que busca la consulta y quién lo que ofrece la clave: la puntuación de una celda.</translation>
    </message>
    <message>
        <source>Which parts hand which others what tells B from A, estimated for all edges at once.</source>
        <translation>Qué partes pasan a cuáles lo que distingue B de A, estimado para todas las aristas a la vez.</translation>
    </message>
    <message>
        <source>The same measured edge by edge: one part reads what another wrote in B. This takes its time.</source>
        <translation>Lo mismo, medido arista por arista: una parte lee lo que otra escribió en B. Lleva su tiempo.</translation>
    </message>
    <message>
        <source>What a head hands on to the queries, keys and values of later heads, all others held as in A.</source>
        <translation>Lo que una cabeza pasa a las consultas, claves y valores de cabezas posteriores, con las demás como en A.</translation>
    </message>
    <message>
        <source>What putting values of B into A would do, estimated for all places by one backward pass.</source>
        <translation>Qué haría poner valores de B en A, estimado para todos los lugares con una pasada hacia atrás.</translation>
    </message>
    <message>
        <source>What the model would predict at each token if it stopped within the layers.</source>
        <translation>Lo que el modelo predeciría en cada token si se detuviera entre las capas.</translation>
    </message>
    <message>
        <source>How much of what a head writes a later one reads, above random pairs; no text is needed.</source>
        <translation>Cuánto de lo que escribe una cabeza lee una posterior, por encima de pares al azar; no hace falta texto.</translation>
    </message>
    <message>
        <source>Whether a head raises the tokens that it sees (1) or suppresses them (−1); no text is needed.</source>
        <translation>Si una cabeza eleva los tokens que ve (1) o los suprime (−1); no hace falta texto.</translation>
    </message>
    <message>
        <source>Residual stream</source>
        <translation>Flujo residual</translation>
    </message>
    <message>
        <source>Attention outputs</source>
        <translation>Salidas de la atención</translation>
    </message>
    <message>
        <source>MLP outputs</source>
        <translation>Salidas de las MLP</translation>
    </message>
    <message>
        <source>Head outputs</source>
        <translation>Salidas de las cabezas</translation>
    </message>
    <message>
        <source>Head outputs by token</source>
        <translation>Salidas de las cabezas por token</translation>
    </message>
    <message>
        <source>Queries</source>
        <translation>Consultas</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Claves</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>Valores</translation>
    </message>
    <message>
        <source>Attention patterns</source>
        <translation>Patrones de atención</translation>
    </message>
    <message>
        <source>Text A</source>
        <translation>Texto A</translation>
    </message>
    <message>
        <source>Text B</source>
        <translation>Texto B</translation>
    </message>
    <message>
        <source>Replaced by zero</source>
        <translation>Sustituida por cero</translation>
    </message>
    <message>
        <source>Replaced by its mean</source>
        <translation>Sustituida por su media</translation>
    </message>
    <message>
        <source>Replaced by its mean over B</source>
        <translation>Sustituida por su media sobre B</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>oculto</translation>
    </message>
    <message>
        <source>weight × 0.1</source>
        <translation>peso × 0,1</translation>
    </message>
    <message>
        <source>score × 0.1</source>
        <translation>puntuación × 0,1</translation>
    </message>
    <message>
        <source>The answer, %1</source>
        <translation>La respuesta, %1</translation>
    </message>
    <message>
        <source>Every later token, %1</source>
        <translation>Cada token posterior, %1</translation>
    </message>
    <message>
        <source>Gradient × input</source>
        <translation>Gradiente × entrada</translation>
    </message>
    <message>
        <source>Length of gradient × input</source>
        <translation>Longitud de gradiente × entrada</translation>
    </message>
    <message>
        <source>Length of the gradient</source>
        <translation>Longitud del gradiente</translation>
    </message>
    <message>
        <source>EAP-IG from 0</source>
        <translation>EAP-IG desde 0</translation>
    </message>
    <message>
        <source>Norms held</source>
        <translation>Normas fijas</translation>
    </message>
    <message>
        <source>Rank of the final word</source>
        <translation>Rango de la palabra final</translation>
    </message>
    <message>
        <source>Entropy</source>
        <translation>Entropía</translation>
    </message>
    <message>
        <source>KL to the end</source>
        <translation>KL hasta el final</translation>
    </message>
    <message>
        <source>weights as stored</source>
        <translation>pesos tal como están</translation>
    </message>
    <message>
        <source>norms folded in</source>
        <translation>normas incorporadas</translation>
    </message>
    <message>
        <source>Through queries, %1</source>
        <translation>Por las consultas, %1</translation>
    </message>
    <message>
        <source>Through keys, %1</source>
        <translation>Por las claves, %1</translation>
    </message>
    <message>
        <source>Through values, %1</source>
        <translation>Por los valores, %1</translation>
    </message>
    <message>
        <source>All of it</source>
        <translation>Todo</translation>
    </message>
    <message>
        <source>restored</source>
        <translation>restaurado</translation>
    </message>
    <message>
        <source>metric</source>
        <translation>métrica</translation>
    </message>
    <message>
        <source>Δ metric</source>
        <translation>Δ métrica</translation>
    </message>
    <message>
        <source>Δ ln p</source>
        <translation>Δ ln p</translation>
    </message>
    <message>
        <source>rank</source>
        <translation>rango</translation>
    </message>
    <message>
        <source>score</source>
        <translation>puntuación</translation>
    </message>
    <message>
        <source>relevance</source>
        <translation>relevancia</translation>
    </message>
    <message>
        <source>copying score</source>
        <translation>puntuación de copia</translation>
    </message>
    <message>
        <source>above chance</source>
        <translation>sobre el azar</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a method and what of it is shown</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>The method did not find this for this model.</source>
        <translation>El método no encontró esto para este modelo.</translation>
    </message>
    <message>
        <source>B: %1</source>
        <comment>the second text</comment>
        <translation>B: %1</translation>
    </message>
    <message>
        <source>Metric: ln p of “%1”</source>
        <translation>Métrica: ln p de «%1»</translation>
    </message>
    <message>
        <source>Metric: logit of “%1”</source>
        <translation>Métrica: logit de «%1»</translation>
    </message>
    <message>
        <source>Metric: logit of “%1” − “%2”</source>
        <translation>Métrica: logit de «%1» − «%2»</translation>
    </message>
    <message>
        <source> at “%1”, token %2</source>
        <translation> en «%1», token %2</translation>
    </message>
    <message>
        <source>; A %1, B %2</source>
        <translation>; A %1, B %2</translation>
    </message>
    <message>
        <source>Strongest: %1.</source>
        <translation>Lo más fuerte: %1.</translation>
    </message>
    <message>
        <source>No edge has an effect.</source>
        <translation>Ninguna arista tiene efecto.</translation>
    </message>
    <message>
        <source>%1 edges from %2 of the strongest (%3) on; %4 weaker ones are left out.</source>
        <translation>%1 aristas desde el %2 de la más fuerte (%3); se omiten %4 más débiles.</translation>
    </message>
    <message>
        <source>Edges end at a head’s queries (above), keys (middle) or values (below).</source>
        <translation>Las aristas terminan en las consultas (arriba), claves (centro) o valores (abajo) de una cabeza.</translation>
    </message>
    <message>
        <source>%1 → queries of %2: %3</source>
        <translation>%1 → consultas de %2: %3</translation>
    </message>
    <message>
        <source>%1 → keys of %2: %3</source>
        <translation>%1 → claves de %2: %3</translation>
    </message>
    <message>
        <source>%1 → values of %2: %3</source>
        <translation>%1 → valores de %2: %3</translation>
    </message>
    <message>
        <source>%1 → %2: %3</source>
        <translation>%1 → %2: %3</translation>
    </message>
    <message>
        <source>%1: in %2, out %3</source>
        <translation>%1: entra %2, sale %3</translation>
    </message>
    <message>
        <source>No room for numbers: point at a cell.</source>
        <translation>No caben los números: señala una celda.</translation>
    </message>
    <message>
        <source>sum</source>
        <translation>suma</translation>
    </message>
    <message>
        <source>Strongest heads first.</source>
        <translation>Primero las cabezas más fuertes.</translation>
    </message>
    <message>
        <source>Bars: sums of rows and columns, the strongest first.</source>
        <translation>Barras: sumas de filas y columnas, las más fuertes primero.</translation>
    </message>
    <message>
        <source>Bars: sums of the rows, the strongest first.</source>
        <translation>Barras: sumas de las filas, las más fuertes primero.</translation>
    </message>
    <message>
        <source>Rows wrote the query, columns the key.</source>
        <translation>Las filas escribieron la consulta, las columnas la clave.</translation>
    </message>
    <message>
        <source>Rows: the hidden token; columns: the token that predicts.</source>
        <translation>Filas: el token oculto; columnas: el token que predice.</translation>
    </message>
    <message>
        <source>A token’s own share may exceed the scale.</source>
        <translation>La parte de un token en sí mismo puede superar la escala.</translation>
    </message>
    <message>
        <source>%1 weaker ones are left out.</source>
        <translation>Se omiten %1 más débiles.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a row and a column</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1: sum %2</source>
        <translation>%1: suma %2</translation>
    </message>
    <message>
        <source>the input</source>
        <translation>la entrada</translation>
    </message>
    <message>
        <source>logits</source>
        <translation>logits</translation>
    </message>
    <message>
        <source>the logits</source>
        <translation>los logits</translation>
    </message>
    <message>
        <source>the MLP of layer %1</source>
        <translation>la MLP de la capa %1</translation>
    </message>
    <message>
        <source>Layer %1, key/value head %2</source>
        <translation>Capa %1, cabeza de claves y valores %2</translation>
    </message>
    <message>
        <source>Columns are key/value heads, each read by %1 heads.</source>
        <translation>Las columnas son cabezas de claves y valores, cada una leída por %1 cabezas.</translation>
    </message>
    <message>
        <source>L%1 mid</source>
        <comment>after the attention of a layer</comment>
        <translation>L%1 medio</translation>
    </message>
    <message>
        <source>end</source>
        <comment>after the last layer</comment>
        <translation>final</translation>
    </message>
    <message>
        <source>Before layer %1</source>
        <translation>Antes de la capa %1</translation>
    </message>
    <message>
        <source>After the attention of layer %1</source>
        <translation>Tras la atención de la capa %1</translation>
    </message>
    <message>
        <source>At the end</source>
        <translation>Al final</translation>
    </message>
    <message>
        <source>Layer %1</source>
        <translation>Capa %1</translation>
    </message>
    <message>
        <source>There is no text to tint.</source>
        <translation>No hay texto que teñir.</translation>
    </message>
    <message>
        <source>“%1”, token %2: %3</source>
        <translation>«%1», token %2: %3</translation>
    </message>
    <message>
        <source>Smallest circuit</source>
        <translation>Circuito más pequeño</translation>
    </message>
    <message>
        <source>The fewest edges that carry 85% of what tells A from B, measured with all others as in B.</source>
        <translation>Las menos aristas que llevan el 85 % de lo que distingue A de B, medido con todas las demás como en B.</translation>
    </message>
    <message>
        <source>The circuit of %1 edges reaches %2 of the difference.</source>
        <translation>El circuito de %1 aristas alcanza el %2 de la diferencia.</translation>
    </message>
    <message>
        <source>attention flow</source>
        <translation>flujo de atención</translation>
    </message>
    <message>
        <source>flow</source>
        <translation>flujo</translation>
    </message>
    <message>
        <source>The most that can flow through the head means of all layers to the input; up to 64 tokens (Abnar and Zuidema 2020).</source>
        <translation>Lo máximo que puede fluir por las medias de las cabezas de todas las capas hasta la entrada; hasta 64 tokens (Abnar y Zuidema 2020).</translation>
    </message>
    <message>
        <source>What each head does</source>
        <translation>Qué hace cada cabeza</translation>
    </message>
    <message>
        <source>beyond chance</source>
        <translation>sobre el azar</translation>
    </message>
    <message>
        <source>text</source>
        <translation>texto</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>what attention goes to and its share</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>sound</source>
        <translation>sonido</translation>
    </message>
    <message>
        <source>pictures</source>
        <translation>imágenes</translation>
    </message>
    <message>
        <source>picture</source>
        <translation>imagen</translation>
    </message>
    <message>
        <source>after the sound</source>
        <translation>después del sonido</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Sonido</translation>
    </message>
    <message>
        <source>Picture %1</source>
        <translation>Imagen %1</translation>
    </message>
    <message>
        <source>In tiles</source>
        <translation>En mosaicos</translation>
    </message>
    <message>
        <source>As a whole</source>
        <translation>Entera</translation>
    </message>
    <message>
        <source>Picture %1, in tiles</source>
        <translation>Imagen %1, en mosaicos</translation>
    </message>
    <message>
        <source>Picture %1, as a whole</source>
        <translation>Imagen %1, entera</translation>
    </message>
    <message>
        <source>The sound as the model hears it, in grey; higher values have a stronger, denser colour.</source>
        <translation>El sonido como lo oye el modelo, en gris; los valores altos tienen un color más fuerte y denso.</translation>
    </message>
    <message>
        <source>The picture in dimmed colours; higher values have a stronger, denser colour.</source>
        <translation>La imagen en colores atenuados; los valores altos tienen un color más fuerte y denso.</translation>
    </message>
    <message>
        <source>Paler: what the model does not see.</source>
        <translation>Más pálido: lo que el modelo no ve.</translation>
    </message>
    <message>
        <source>Patches beyond the picture are padding.</source>
        <translation>Las celdas fuera de la imagen son relleno.</translation>
    </message>
    <message>
        <source>The model reads the picture as a whole and in tiles.</source>
        <translation>El modelo lee la imagen entera y en mosaicos.</translation>
    </message>
    <message>
        <source>Hatched: %1.</source>
        <translation>Rayado: %1.</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>the smallest and the largest share</comment>
        <translation>%1 a %2</translation>
    </message>
    <message>
        <source>Bars: attention on the sound (colour; %1), on %2 (grey), on sinks (hatched).</source>
        <translation>Barras: atención al sonido (color; %1), a %2 (gris), a sumideros (rayado).</translation>
    </message>
    <message>
        <source>Bars: attention on the picture (colour; %1), on %2 (grey), on sinks (hatched).</source>
        <translation>Barras: atención a la imagen (color; %1), a %2 (gris), a sumideros (rayado).</translation>
    </message>
    <message>
        <source>The sound with the attention of one token laid over its %1 frames. </source>
        <translation>El sonido con la atención de un token sobre sus %1 tramas. </translation>
    </message>
    <message>
        <source> %1: strongest %2; %3.</source>
        <translation> %1: lo más fuerte, %2; %3.</translation>
    </message>
    <message>
        <source>image &apos;%1&apos;: it has %2 frames; the first is read.</source>
        <translation>imagen «%1»: tiene %2 fotogramas; se lee el primero.</translation>
    </message>
    <message>
        <source>image &apos;%1&apos;: it has 16 bits a colour; it is read with 8.</source>
        <translation>imagen «%1»: tiene 16 bits por color; se lee con 8.</translation>
    </message>
    <message>
        <source>pictures as one</source>
        <translation>imágenes como una</translation>
    </message>
    <message>
        <source>Merges the tokens of each picture: attention to it is a sum, from it a mean.</source>
        <translation>Une los tokens de cada imagen: la atención hacia ella es una suma, desde ella una media.</translation>
    </message>
    <message>
        <source>%1 reads no pictures. “%2” stays here and is not read.</source>
        <translation>%1 no lee imágenes. «%2» se queda aquí y no se lee.</translation>
    </message>
    <message>
        <source>%1 reads no pictures. All %2 stay here and are not read.</source>
        <translation>%1 no lee imágenes. Las %2 se quedan aquí y no se leen.</translation>
    </message>
    <message>
        <source>%1 reads one picture: the first of %2.</source>
        <translation>%1 lee una imagen: la primera de %2.</translation>
    </message>
    <message>
        <source>%1 reads no sounds. “%2” stays here and is not read.</source>
        <translation>%1 no lee sonidos. «%2» se queda aquí y no se lee.</translation>
    </message>
    <message>
        <source>The text has a place for a picture, &lt;image&gt;, and no picture.</source>
        <translation>El texto tiene un lugar para una imagen, &lt;image&gt;, y ninguna imagen.</translation>
    </message>
    <message>
        <source>Add picture</source>
        <translation>Añadir imagen</translation>
    </message>
    <message>
        <source>Remove picture</source>
        <translation>Quitar imagen</translation>
    </message>
    <message>
        <source>Move picture</source>
        <translation>Mover imagen</translation>
    </message>
    <message>
        <source>Replace picture</source>
        <translation>Reemplazar imagen</translation>
    </message>
    <message>
        <source>Open sound</source>
        <translation>Abrir sonido</translation>
    </message>
    <message>
        <source>Remove sound</source>
        <translation>Quitar sonido</translation>
    </message>
    <message>
        <source>A text has at most %1 pictures.</source>
        <translation>Un texto tiene como máximo %1 imágenes.</translation>
    </message>
    <message>
        <source>O&amp;ver many texts…</source>
        <translation>So&amp;bre muchos textos…</translation>
    </message>
    <message>
        <source>%1 texts: %2</source>
        <translation>%1 textos: %2</translation>
    </message>
    <message>
        <source>%1 texts cut after %2 tokens.</source>
        <translation>%1 textos cortados tras %2 tokens.</translation>
    </message>
    <message>
        <source>%1 texts skipped; the first: %2</source>
        <translation>%1 textos omitidos; el primero: %2</translation>
    </message>
    <message>
        <source>Stopped before the last text.</source>
        <translation>Detenido antes del último texto.</translation>
    </message>
    <message>
        <source>%1 to %2: %3 texts</source>
        <translation>%1 a %2: %3 textos</translation>
    </message>
    <message>
        <source>Rows by largest weight</source>
        <translation>Filas por mayor peso</translation>
    </message>
    <message>
        <source>Mean weight by offset</source>
        <translation>Peso medio por desplazamiento</translation>
    </message>
    <message>
        <source>Attention by distance</source>
        <translation>Atención por distancia</translation>
    </message>
    <message>
        <source>%1: no text has a value.</source>
        <translation>%1: ningún texto tiene un valor.</translation>
    </message>
    <message>
        <source> too few texts</source>
        <translation> muy pocos textos</translation>
    </message>
    <message>
        <source>Attends to:</source>
        <translation>Atiende a:</translation>
    </message>
    <message>
        <source>Active at:</source>
        <translation>Activa en:</translation>
    </message>
    <message>
        <source>Texts by mean</source>
        <translation>Textos por media</translation>
    </message>
    <message>
        <source>Norms computed again</source>
        <translation>Normas calculadas de nuevo</translation>
    </message>
    <message>
        <source>Most likely word</source>
        <translation>Palabra más probable</translation>
    </message>
    <message>
        <source>top: %1</source>
        <translation>máx.: %1</translation>
    </message>
    <message>
        <source>Causal tracing with noise</source>
        <translation>Rastreo causal con ruido</translation>
    </message>
    <message>
        <source>How much of the answer’s probability comes back when one value is restored while noise hides the subject (Meng et al., 2022).</source>
        <translation>Cuánta probabilidad de la respuesta vuelve al restaurar un valor mientras el ruido oculta el sujeto (Meng et al., 2022).</translation>
    </message>
    <message>
        <source>Δ probability</source>
        <translation>Δ probabilidad</translation>
    </message>
    <message>
        <source>Metric: p of “%1”</source>
        <translation>Métrica: p de «%1»</translation>
    </message>
    <message>
        <source>Noise on %1: p %2 without noise, %3 with it, mean of %4 draws.</source>
        <translation>Ruido en %1: p %2 sin ruido, %3 con él, media de %4 extracciones.</translation>
    </message>
    <message>
        <source>the subject</source>
        <translation>el sujeto</translation>
    </message>
    <message>
        <source>Stopped or still measuring: %1 of the cells are there.</source>
        <translation>Detenido o aún midiendo: están %1 de las celdas.</translation>
    </message>
    <message>
        <source>every layer</source>
        <translation>todas las capas</translation>
    </message>
    <message>
        <source>queries of %1</source>
        <translation>consultas de %1</translation>
    </message>
    <message>
        <source>keys of %1</source>
        <translation>claves de %1</translation>
    </message>
    <message>
        <source>values of %1</source>
        <translation>valores de %1</translation>
    </message>
    <message>
        <source>output of %1</source>
        <translation>salida de %1</translation>
    </message>
    <message>
        <source>attention output of %1</source>
        <translation>salida de atención de %1</translation>
    </message>
    <message>
        <source>feed-forward output of %1</source>
        <translation>salida feed-forward de %1</translation>
    </message>
    <message>
        <source>stream that %1 reads</source>
        <translation>flujo que lee %1</translation>
    </message>
    <message>
        <source>Zero: %1</source>
        <translation>Cero: %1</translation>
    </message>
    <message>
        <source>Mean over the text: %1</source>
        <translation>Media del texto: %1</translation>
    </message>
    <message>
        <source>Mean over %2: %1</source>
        <translation>Media de %2: %1</translation>
    </message>
    <message>
        <source>Mean over the texts of %2: %1</source>
        <translation>Media de los textos de %2: %1</translation>
    </message>
    <message>
        <source>Resample from %2: %1</source>
        <translation>Remuestreo de %2: %1</translation>
    </message>
    <message>
        <source>Patch from %2: %1</source>
        <translation>Parche de %2: %1</translation>
    </message>
    <message>
        <source>Times %2: %1</source>
        <translation>Por %2: %1</translation>
    </message>
    <message>
        <source>Steer by %1, strength %2</source>
        <translation>Dirigir con %1, intensidad %2</translation>
    </message>
    <message>
        <source>Zero ablation of values inside a layer</source>
        <translation>Ablación a cero de valores dentro de una capa</translation>
    </message>
    <message>
        <source>Mean ablation of values inside a layer (Wang et al. 2022)</source>
        <translation>Ablación por la media de valores dentro de una capa (Wang et al. 2022)</translation>
    </message>
    <message>
        <source>Resample ablation (Chan et al. 2022)</source>
        <translation>Ablación por remuestreo (Chan et al. 2022)</translation>
    </message>
    <message>
        <source>Activation patching (Vig et al. 2020)</source>
        <translation>Parcheo de activaciones (Vig et al. 2020)</translation>
    </message>
    <message>
        <source>Values inside a layer, scaled</source>
        <translation>Valores dentro de una capa, escalados</translation>
    </message>
    <message>
        <source>Steering vector added to the stream (Turner et al. 2023)</source>
        <translation>Vector de dirección sumado al flujo (Turner et al. 2023)</translation>
    </message>
    <message>
        <source>Smoothed between the middles of patches; the model sees no finer than a patch.</source>
        <translation>Suavizado entre los centros de las celdas; el modelo no ve nada más fino que una celda.</translation>
    </message>
    <message>
        <source>Not smoothed where patches have several sizes.</source>
        <translation>Sin suavizar donde las celdas tienen varios tamaños.</translation>
    </message>
    <message>
        <source>Blur %1</source>
        <translation>Desenfocar %1</translation>
    </message>
    <message>
        <source>How far each head goes beyond chance: 0 chance, 1 certain. Copying: −1 lowers what it sees. Retrieval: finds a needle planted in the text.</source>
        <translation>Cuánto supera cada cabeza al azar: 0 azar, 1 certeza. Copia: −1 baja lo que ve. Recuperación: encuentra una aguja plantada en el texto.</translation>
    </message>
    <message>
        <source>All tests</source>
        <translation>Todas las pruebas</translation>
    </message>
    <message>
        <source>Copying</source>
        <translation>Copia</translation>
    </message>
    <message>
        <source>Retrieval</source>
        <translation>Recuperación</translation>
    </message>
    <message>
        <source>The model itself predicts %1 of the needle.</source>
        <translation>El propio modelo repite %1 de la aguja.</translation>
    </message>
    <message>
        <source>Whole model: the most likely prediction</source>
        <translation>Modelo entero: la predicción más probable</translation>
    </message>
    <message>
        <source>Whole model: prediction “%1”, %2</source>
        <translation>Modelo entero: predicción «%1», %2</translation>
    </message>
    <message>
        <source>ρ weights</source>
        <translation>ρ pesos</translation>
    </message>
    <message>
        <source>ρ effect</source>
        <translation>ρ efecto</translation>
    </message>
    <message>
        <source>ρ effect: the same with what ln p of the prediction loses when no head sees the token. Nearest to it: %1, %2.</source>
        <translation>ρ efecto: lo mismo con lo que pierde ln p de la predicción cuando ninguna cabeza ve el token. Lo más cercano: %1, %2.</translation>
    </message>
    <message>
        <source>effect of hiding</source>
        <translation>efecto de ocultar</translation>
    </message>
    <message>
        <source>gradient × input</source>
        <translation>gradiente × entrada</translation>
    </message>
    <message>
        <source>integrated gradients</source>
        <translation>gradientes integrados</translation>
    </message>
    <message>
        <source>gradient × attention</source>
        <translation>gradiente × atención</translation>
    </message>
    <message>
        <source>deck: expected at least one slide, found none</source>
        <translation>presentación: se esperaba al menos una diapositiva, no hay ninguna</translation>
    </message>
    <message>
        <source>Back to what it shows: %1</source>
        <translation>Volver a lo que muestra: %1</translation>
    </message>
    <message>
        <source>Factor</source>
        <translation>Factor</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>Intensidad</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>Temperatura</translation>
    </message>
    <message>
        <source>Maximum</source>
        <translation>Máximo</translation>
    </message>
    <message>
        <source>Find heads &amp;by drawing…</source>
        <translation>B&amp;uscar cabezas dibujando…</translation>
    </message>
    <message>
        <source>A: %1; B: %2</source>
        <translation>A: %1; B: %2</translation>
    </message>
    <message>
        <source>%1 of %2 heads have a 95% interval (Welch) without 0; about %3 would without any difference.</source>
        <translation>%1 de %2 cabezas tienen un intervalo del 95 % (Welch) sin 0; sin diferencia alguna serían unas %3.</translation>
    </message>
    <message>
        <source>A and B read the same texts: intervals are wider than they need be.</source>
        <translation>A y B leyeron los mismos textos: los intervalos son más anchos de lo necesario.</translation>
    </message>
    <message>
        <source>Texts are cut after %1 tokens (A) and %2 tokens (B), on which distances and entropies depend.</source>
        <translation>Los textos se cortan tras %1 tokens (A) y %2 tokens (B), de lo que dependen distancias y entropías.</translation>
    </message>
    <message>
        <source>%1: %2 (A, %3 texts) and %4 (B, %5 texts); A − B %6, 95% interval %7 to %8</source>
        <translation>%1: %2 (A, %3 textos) y %4 (B, %5 textos); A − B %6, intervalo del 95 % de %7 a %8</translation>
    </message>
    <message>
        <source>No head changes clearly from one step to the next.</source>
        <translation>Ninguna cabeza cambia claramente de un paso al siguiente.</translation>
    </message>
    <message>
        <source>%1 of %2 heads change most between %3 and %4.</source>
        <translation>%1 de %2 cabezas cambian más entre %3 y %4.</translation>
    </message>
    <message>
        <source>%1, step %2</source>
        <comment>a head and a step of training</comment>
        <translation>%1, paso %2</translation>
    </message>
    <message>
        <source>%1: %2 (95% interval %3 to %4, %5 texts)</source>
        <translation>%1: %2 (intervalo del 95 % de %3 a %4, %5 textos)</translation>
    </message>
    <message>
        <source>Over many texts</source>
        <translation>Sobre muchos textos</translation>
    </message>
    <message>
        <source>%1 texts skipped.</source>
        <translation>%1 textos omitidos.</translation>
    </message>
    <message>
        <source>Difference in %1</source>
        <translation>Diferencia: %1</translation>
    </message>
    <message>
        <source>A − B, mean over texts with 95% interval</source>
        <translation>A − B, media sobre textos con intervalo del 95 %</translation>
    </message>
    <message>
        <source>No head has this metric in at least two texts of both.</source>
        <translation>Ninguna cabeza tiene esta métrica en al menos dos textos de ambos.</translation>
    </message>
    <message>
        <source>%1 by head and step of training</source>
        <translation>%1 por cabeza y paso de entrenamiento</translation>
    </message>
    <message>
        <source>Not all steps have this metric.</source>
        <translation>No todos los pasos tienen esta métrica.</translation>
    </message>
    <message>
        <source>Line: a head’s surest change between two steps, where their intervals do not overlap.</source>
        <translation>Línea: el cambio más seguro de una cabeza entre dos pasos cuyos intervalos no se solapan.</translation>
    </message>
    <message>
        <source>%1: %2 heads, %3 steps. %4</source>
        <translation>%1: %2 cabezas, %3 pasos. %4</translation>
    </message>
    <message>
        <source>%1: %2, chance %3, rank %4 of %5, %6 queries</source>
        <translation>%1: %2, azar %3, puesto %4 de %5, %6 consultas</translation>
    </message>
    <message>
        <source>Outlined: 30% of the way from chance to certainty, and three standard errors.</source>
        <translation>Con contorno: 30 % del camino del azar a la certeza, y tres errores estándar.</translation>
    </message>
    <message>
        <source>Outlined: the interval is without 0.</source>
        <translation>Con contorno: el intervalo no contiene 0.</translation>
    </message>
    <message>
        <source>%1, step %2</source>
        <comment>a metric and a step of training</comment>
        <translation>%1, paso %2</translation>
    </message>
    <message>
        <source>Means over texts; the colours are those of all steps.</source>
        <translation>Medias sobre textos; los colores valen para todos los pasos.</translation>
    </message>
    <message>
        <source>%1 of %2 heads by layer; the strongest: %3.</source>
        <translation>%1 de %2 cabezas por capa; la más fuerte: %3.</translation>
    </message>
    <message>
        <source>%1 over training</source>
        <translation>%1 a lo largo del entrenamiento</translation>
    </message>
    <message>
        <source>Coloured: the heads that change most, with 95% intervals over texts.</source>
        <translation>En color: las cabezas que más cambian, con intervalos del 95 % sobre textos.</translation>
    </message>
    <message>
        <source>Ring: the surest change between two steps, where their intervals do not overlap.</source>
        <translation>Anillo: el cambio más seguro entre dos pasos cuyos intervalos no se solapan.</translation>
    </message>
    <message>
        <source>step of training</source>
        <translation>paso de entrenamiento</translation>
    </message>
    <message>
        <source>step of training, on the scale of log(1 + step)</source>
        <translation>paso de entrenamiento, en la escala de log(1 + paso)</translation>
    </message>
    <message>
        <source>%1 of %2 heads at %3 steps. %4</source>
        <translation>%1 de %2 cabezas en %3 pasos. %4</translation>
    </message>
    <message>
        <source>Heads that attend to the drawn cells (%1)</source>
        <translation>Cabezas que atienden a las celdas dibujadas (%1)</translation>
    </message>
    <message>
        <source>Heads by pattern: %1</source>
        <translation>Cabezas por patrón: %1</translation>
    </message>
    <message>
        <source>Of whole rows, since a cell on a sink is among them.</source>
        <translation>De filas enteras, pues hay una celda en un sumidero.</translation>
    </message>
    <message>
        <source>Of rows without the sink (first token, special tokens).</source>
        <translation>De filas sin el sumidero (primer token, tokens especiales).</translation>
    </message>
    <message>
        <source>Strong: 30% of the way from chance to certainty, three standard errors, four queries.</source>
        <translation>Intenso: 30 % del camino del azar a la certeza, tres errores estándar, cuatro consultas.</translation>
    </message>
    <message>
        <source>share of attention on the cells; line: chance</source>
        <translation>parte de la atención en las celdas; línea: azar</translation>
    </message>
    <message>
        <source>%1. The first: %2.</source>
        <translation>%1. La primera: %2.</translation>
    </message>
    <message>
        <source>Hatched: there is nothing to measure.</source>
        <translation>Rayado: no hay nada que medir.</translation>
    </message>
    <message>
        <source>share</source>
        <translation>proporción</translation>
    </message>
    <message>
        <source>%1: %2 ± %3 (mean over %4 texts, standard error)</source>
        <translation>%1: %2 ± %3 (media de %4 textos, error estándar)</translation>
    </message>
    <message>
        <source>Rank %1 of %2 by this mean.</source>
        <translation>Puesto %1 de %2 según esta media.</translation>
    </message>
    <message>
        <source>Chance level: %1.</source>
        <translation>Nivel de azar: %1.</translation>
    </message>
    <message>
        <source>Heads like it (distance):</source>
        <translation>Cabezas parecidas (distancia):</translation>
    </message>
    <message>
        <source>In relevance a token begins with all of itself: its own bar (%1) is grey and cut.</source>
        <translation>En la relevancia un token empieza con todo de sí mismo: su propia barra (%1) es gris y está cortada.</translation>
    </message>
    <message>
        <source>Stage %1: within windows of its patches</source>
        <translation>Etapa %1: dentro de ventanas de sus parches</translation>
    </message>
    <message>
        <source>stage %1</source>
        <translation>etapa %1</translation>
    </message>
    <message>
        <source>%1. %2. At the top: %3.</source>
        <translation>%1. %2. Arriba: %3.</translation>
    </message>
    <message>
        <source>%1: Δ ln p %2, 95% interval %3 to %4, %5 texts</source>
        <translation>%1: Δ ln p %2, intervalo del 95 % de %3 a %4, %5 textos</translation>
    </message>
    <message>
        <source>Mean change in ln p of the class. Negative: the head helps. With all heads: %1 (95% interval %2 to %3).</source>
        <translation>Cambio medio de ln p de la clase. Negativo: la cabeza ayuda. Con todas las cabezas: %1 (intervalo del 95 % de %2 a %3).</translation>
    </message>
    <message>
        <source>Mean change in ln p of each next token. Negative: the head helps. With all heads: %1 (95% interval %2 to %3).</source>
        <translation>Cambio medio de ln p de cada token siguiente. Negativo: la cabeza ayuda. Con todas las cabezas: %1 (intervalo del 95 % de %2 a %3).</translation>
    </message>
    <message>
        <source>%1 of %2 heads have a 95% interval without 0; about %3 would without any effect.</source>
        <translation>%1 de %2 cabezas tienen un intervalo del 95 % sin el 0; sin ningún efecto serían unas %3.</translation>
    </message>
    <message>
        <source>Change in ln p, mean over texts with 95% interval</source>
        <translation>Cambio de ln p, media sobre textos con intervalo del 95 %</translation>
    </message>
    <message>
        <source>No text has been read yet.</source>
        <translation>Aún no se ha leído ningún texto.</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <comment>what is lost and over which texts</comment>
        <translation>%1: %2.</translation>
    </message>
    <message>
        <source>Texts by change in ln p</source>
        <translation>Textos por cambio en ln p</translation>
    </message>
    <message>
        <source>Without it: Δ ln p %1 (95% interval %2 to %3, %4 texts), rank %5 of %6 by loss.</source>
        <translation>Sin ella: Δ ln p %1 (intervalo del 95 % de %2 a %3, %4 textos), puesto %5 de %6 por pérdida.</translation>
    </message>
    <message>
        <source>%1 ± %2 (%3 texts)</source>
        <comment>a mean with its standard error</comment>
        <translation>%1 ± %2 (%3 textos)</translation>
    </message>
    <message>
        <source>%1 (%2 to %3)</source>
        <comment>a number and its interval</comment>
        <translation>%1 (%2 a %3)</translation>
    </message>
    <message>
        <source>Change in ln p without the head</source>
        <translation>Cambio en ln p sin la cabeza</translation>
    </message>
</context>
<context>
    <name>headlight::WorkController</name>
    <message>
        <source>Autosave failed: %1</source>
        <translation>Falló el guardado automático: %1</translation>
    </message>
    <message>
        <source>This is your last session, as you left it.</source>
        <translation>Esta es su última sesión, tal como la dejó.</translation>
    </message>
    <message>
        <source>Start afresh</source>
        <translation>Empezar de nuevo</translation>
    </message>
    <message>
        <source>Crash report: %1. It contains none of your text and was not sent.</source>
        <translation>Lo que falló, sin nada de su texto, está en %1; no se envió a ningún sitio.</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Recuperarlo</translation>
    </message>
    <message>
        <source>Save session</source>
        <translation>Guardar sesión</translation>
    </message>
    <message>
        <source>Save the changes to “%1”?</source>
        <translation>¿Guardar los cambios en «%1»?</translation>
    </message>
    <message>
        <source>Save this session to a file?</source>
        <translation>¿Guardar esta sesión en un archivo?</translation>
    </message>
    <message>
        <source>Its deck is unsaved and will be lost.</source>
        <translation>Su presentación no está guardada y se perderá.</translation>
    </message>
    <message>
        <source>“%1” has been changed by another program since it was opened. Replace it?</source>
        <translation>Otro programa ha cambiado «%1» desde que se abrió. ¿Reemplazarlo?</translation>
    </message>
    <message>
        <source>Headlight sessions (*.headlight)</source>
        <translation>Sesiones de Headlight (*.headlight)</translation>
    </message>
    <message>
        <source>Ne&amp;w session</source>
        <translation>Sesión &amp;nueva</translation>
    </message>
    <message>
        <source>&amp;Save session</source>
        <translation>&amp;Guardar sesión</translation>
    </message>
    <message>
        <source>Sa&amp;ve session as…</source>
        <translation>G&amp;uardar sesión como…</translation>
    </message>
    <message>
        <source>Headlight crashed. A copy of your work from %1 was saved.</source>
        <translation>Headlight se cerró por un error. Se guardó una copia de su trabajo del %1.</translation>
    </message>
    <message>
        <source>Headlight ended without being closed. A copy of your work from %1 was saved.</source>
        <translation>Headlight terminó sin que se cerrara. Se guardó una copia de su trabajo del %1.</translation>
    </message>
</context>
<context>
    <name>headlight::Workspace</name>
    <message>
        <source>Skipped “%1”: %2</source>
        <translation>Se omite «%1»: %2</translation>
    </message>
    <message>
        <source>%1 unavailable: %2</source>
        <translation>Falta %1: %2</translation>
    </message>
    <message>
        <source>Type a sentence to see what each head attends to.</source>
        <translation>Escriba una frase para ver a qué atiende cada cabeza.</translation>
    </message>
    <message>
        <source>Stopped. Panels still show the previous text.</source>
        <translation>Detenido. Las imágenes muestran el texto anterior.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Type the text to compare with.</source>
        <translation>Escriba el texto para comparar.</translation>
    </message>
    <message>
        <source>Open an image, or drop one here, to see what each head attends to.</source>
        <translation>Abra una imagen, o suelte una aquí, para ver a qué atiende cada cabeza.</translation>
    </message>
    <message>
        <source>This model has no tokenizer. Type token ids, such as 101 2023 102.</source>
        <translation>Este modelo no tiene tokenizador. Escriba identificadores de tokens, por ejemplo 101 2023 102.</translation>
    </message>
    <message>
        <source>Add a turn to see what each head attends to.</source>
        <translation>Añada un turno para ver a qué atiende cada cabeza.</translation>
    </message>
    <message>
        <source>Open a sound, or drop one here, to see what each head attends to.</source>
        <translation>Abra un sonido o suéltelo aquí para ver a qué atiende cada cabeza.</translation>
    </message>
</context>
<context>
    <name>headlight::WrittenNote</name>
    <message>
        <source>Open file</source>
        <translation>Abrir archivo</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Mostrar en la carpeta</translation>
    </message>
    <message>
        <source>Saved to %1</source>
        <translation>Escrito en %1</translation>
    </message>
</context>
</TS>

<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>ChangeForm</name>
    <message>
        <source>Switch a head off</source>
        <translation>إيقاف رأس</translation>
    </message>
    <message>
        <source>Zero or mean ablation of a head&apos;s output</source>
        <translation>استئصال خرج الرأس بالصفر أو بالمتوسط</translation>
    </message>
    <message>
        <source>Hide tokens from others</source>
        <translation>إخفاء رموز عن غيرها</translation>
    </message>
    <message>
        <source>Attention knockout: cells, rows or columns, rows renormalised</source>
        <translation>قطع الانتباه: خلايا أو صفوف أو أعمدة، مع إعادة مجموع الصفوف إلى 1</translation>
    </message>
    <message>
        <source>Sharpen or flatten attention</source>
        <translation>شحذ الانتباه أو تسطيحه</translation>
    </message>
    <message>
        <source>Softmax temperature</source>
        <translation>درجة حرارة softmax</translation>
    </message>
    <message>
        <source>Spread attention evenly</source>
        <translation>النظر إلى كل الرموز بالتساوي</translation>
    </message>
    <message>
        <source>Uniform attention</source>
        <translation>انتباه منتظم</translation>
    </message>
    <message>
        <source>Cap the sink or a token</source>
        <translation>تحديد ما يجوز أن يأخذه المصب أو رمز ما</translation>
    </message>
    <message>
        <source>Weight cap; the excess goes to other keys in proportion</source>
        <translation>حد للوزن؛ يذهب الزائد إلى بقية المفاتيح بالتناسب</translation>
    </message>
    <message>
        <source>Weaken tokens</source>
        <translation>إضعاف رموز</translation>
    </message>
    <message>
        <source>Key re-weighting by a factor below 1</source>
        <translation>إعادة وزن المفاتيح بعامل أقل من 1</translation>
    </message>
    <message>
        <source>Emphasise tokens</source>
        <translation>إبراز الرموز المهمة</translation>
    </message>
    <message>
        <source>Attention steering (PASTA)</source>
        <translation>توجيه الانتباه (PASTA)</translation>
    </message>
    <message>
        <source>Drop weights at random</source>
        <translation>إسقاط أوزان عشوائيا</translation>
    </message>
    <message>
        <source>Attention dropout over several draws</source>
        <translation>إسقاط الانتباه عبر عدة سحوبات</translation>
    </message>
    <message>
        <source>Patch from another text</source>
        <translation>وضع رأس من نص آخر</translation>
    </message>
    <message>
        <source>Activation or pattern patching</source>
        <translation>ترقيع التنشيط أو النمط</translation>
    </message>
    <message>
        <source>Switch an expert off or force it</source>
        <translation>إيقاف خبير أو فرضه</translation>
    </message>
    <message>
        <source>Router logit at −∞, or the router&apos;s first choice</source>
        <translation>لوجيت الموجّه عند −∞، أو الخيار الأول للموجّه</translation>
    </message>
    <message>
        <source>Change values inside layers</source>
        <translation>تغيير القيم داخل الطبقات</translation>
    </message>
    <message>
        <source>Ablation, resampling, patching or scaling of stream, sublayers, q, k and v</source>
        <translation>استئصال أو إعادة معاينة أو ترقيع أو تحجيم التيار والطبقات الفرعية وq وk وv</translation>
    </message>
</context>
<context>
    <name>FigurePreset</name>
    <message>
        <source>Slide, full</source>
        <translation>شريحة كاملة</translation>
    </message>
    <message>
        <source>Slide, half</source>
        <translation>نصف شريحة</translation>
    </message>
    <message>
        <source>Paper, one column (3.3 in)</source>
        <translation>ورقة، عمود واحد (3.3 بوصة)</translation>
    </message>
    <message>
        <source>Paper, two columns (7 in)</source>
        <translation>ورقة، عمودان (7 بوصات)</translation>
    </message>
    <message>
        <source>Poster</source>
        <translation>ملصق</translation>
    </message>
    <message>
        <source>Square</source>
        <translation>مربع</translation>
    </message>
    <message>
        <source>A4 page within 2.5 cm margins</source>
        <translation>صفحة A4 بهوامش 2.5 سم</translation>
    </message>
    <message>
        <source>Letter page within 1 in margins</source>
        <translation>صفحة Letter بهوامش بوصة واحدة</translation>
    </message>
    <message>
        <source>LaTeX column (229.5 pt)</source>
        <translation>عمود LaTeX (229.5 نقطة)</translation>
    </message>
    <message>
        <source>LaTeX page (345 pt)</source>
        <translation>صفحة LaTeX (345 نقطة)</translation>
    </message>
</context>
<context>
    <name>HeadTable</name>
    <message>
        <source>no label</source>
        <translation>بلا تسمية</translation>
    </message>
    <message>
        <source>previous token</source>
        <translation>الرمز السابق</translation>
    </message>
    <message>
        <source>next token</source>
        <translation>الرمز التالي</translation>
    </message>
    <message>
        <source>own token</source>
        <translation>نفسه</translation>
    </message>
    <message>
        <source>induction</source>
        <translation>استقراء</translation>
    </message>
    <message>
        <source>duplicate token</source>
        <translation>الكلمة نفسها</translation>
    </message>
    <message>
        <source>punctuation</source>
        <translation>علامات الترقيم</translation>
    </message>
    <message>
        <source>diffuse</source>
        <translation>واسع</translation>
    </message>
    <message>
        <source>sink</source>
        <translation>مصب</translation>
    </message>
    <message>
        <source>Entropy of a row, nats</source>
        <translation>إنتروبيا الصف، nats</translation>
    </message>
    <message>
        <source>Entropy / ln(keys seen)</source>
        <translation>الإنتروبيا / ln(المفاتيح المرئية)</translation>
    </message>
    <message>
        <source>Entropy of norm-weighted rows, nats</source>
        <translation>إنتروبيا الصفوف الموزونة بالمعيار، nats</translation>
    </message>
    <message>
        <source>Largest weight of a row</source>
        <translation>أكبر وزن في الصف</translation>
    </message>
    <message>
        <source>Row diversity, nats</source>
        <translation>تباعد الصفوف، nats</translation>
    </message>
    <message>
        <source>Distance, tokens</source>
        <translation>المسافة، رموز</translation>
    </message>
    <message>
        <source>Attention at most 2 tokens away</source>
        <translation>الكتلة على بعد رمزين على الأكثر</translation>
    </message>
    <message>
        <source>Attention further than 8 tokens</source>
        <translation>الكتلة أبعد من 8 رموز</translation>
    </message>
    <message>
        <source>Attention on previous token</source>
        <translation>الكتلة على الرمز السابق</translation>
    </message>
    <message>
        <source>Attention on next token</source>
        <translation>الكتلة على الرمز التالي</translation>
    </message>
    <message>
        <source>Attention on own token</source>
        <translation>الكتلة على الرمز نفسه</translation>
    </message>
    <message>
        <source>Attention on earlier occurrences</source>
        <translation>الكتلة على المرات السابقة</translation>
    </message>
    <message>
        <source>Induction</source>
        <translation>الكتلة على ما تلاها</translation>
    </message>
    <message>
        <source>Probe: earlier copy</source>
        <translation>الشيء نفسه على رموز عشوائية مكررة: المرة السابقة</translation>
    </message>
    <message>
        <source>Probe: induction</source>
        <translation>الشيء نفسه على رموز عشوائية مكررة: ما تلاها</translation>
    </message>
    <message>
        <source>Attention on sink</source>
        <translation>الكتلة على الرمز الأول والرموز المضافة</translation>
    </message>
    <message>
        <source>Attention on first token</source>
        <translation>الكتلة على الرمز الأول</translation>
    </message>
    <message>
        <source>Attention on special tokens</source>
        <translation>الكتلة على الرموز المضافة</translation>
    </message>
    <message>
        <source>Attention on punctuation</source>
        <translation>الكتلة على علامات الترقيم</translation>
    </message>
    <message>
        <source>Symmetry</source>
        <translation>الوزن المتبادَل</translation>
    </message>
    <message>
        <source>Attention on residue contacts</source>
        <translation>الانتباه إلى تماسات البقايا</translation>
    </message>
    <message>
        <source>label</source>
        <translation>التسمية</translation>
    </message>
    <message>
        <source>Attention on the system&apos;s turns</source>
        <translation>الانتباه إلى أدوار النظام</translation>
    </message>
    <message>
        <source>Attention on the user&apos;s turns</source>
        <translation>الانتباه إلى أدوار المستخدم</translation>
    </message>
    <message>
        <source>Attention on the assistant&apos;s turns</source>
        <translation>الانتباه إلى أدوار المساعد</translation>
    </message>
    <message>
        <source>Attention on turns of other roles</source>
        <translation>الانتباه إلى أدوار أخرى</translation>
    </message>
    <message>
        <source>Attention on the chat template</source>
        <translation>الانتباه إلى قالب المحادثة</translation>
    </message>
    <message>
        <source>local</source>
        <translation>محلي</translation>
    </message>
</context>
<context>
    <name>KeyboardSheet</name>
    <message>
        <source>Tokens: select several</source>
        <translation>في الرموز: تحديد عدة رموز</translation>
    </message>
    <message>
        <source>Heatmap: mark cells; Menu key changes the model there</source>
        <translation>في الخريطة الحرارية: تعليم خلايا؛ مفتاح القائمة يغيّر النموذج هناك</translation>
    </message>
    <message>
        <source>Heatmap: move between cells; weight in the status bar</source>
        <translation>في الخريطة الحرارية: التنقل بين الخلايا؛ الوزن في الأسفل</translation>
    </message>
    <message>
        <source>Heatmap: show the whole map</source>
        <translation>الخريطة الحرارية: إظهار الخريطة كلها</translation>
    </message>
    <message>
        <source>Stop the current task</source>
        <translation>إيقاف المهمة الجارية</translation>
    </message>
    <message>
        <source>Walkthrough: next and previous step, numbers, full screen</source>
        <translation>في الجولة: الخطوة التالية والسابقة، الأرقام، ملء الشاشة</translation>
    </message>
    <message>
        <source>In panels and windows</source>
        <translation>في اللوحات والنوافذ</translation>
    </message>
</context>
<context>
    <name>PanelKind</name>
    <message>
        <source>Heatmap</source>
        <translation>خريطة حرارية</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>روابط</translation>
    </message>
    <message>
        <source>Coloured text</source>
        <translation>نص ملوَّن</translation>
    </message>
    <message>
        <source>Arcs</source>
        <translation>أقواس</translation>
    </message>
    <message>
        <source>Row profile</source>
        <translation>ملف الصف</translation>
    </message>
    <message>
        <source>Token flow</source>
        <translation>تدفق الرموز</translation>
    </message>
    <message>
        <source>Head similarity</source>
        <translation>تشابه الرؤوس</translation>
    </message>
    <message>
        <source>Head atlas</source>
        <translation>أطلس الرؤوس</translation>
    </message>
    <message>
        <source>Image overlay</source>
        <translation>فوق الصورة</translation>
    </message>
    <message>
        <source>Image atlas</source>
        <translation>فوق الصورة، كل الرؤوس</translation>
    </message>
    <message>
        <source>Experts</source>
        <translation>الخبراء</translation>
    </message>
</context>
<context>
    <name>QObject</name>
    <message>
        <source>About Headlight</source>
        <translation>حول Headlight</translation>
    </message>
    <message>
        <source>&lt;p&gt;&lt;b&gt;Headlight %1&lt;/b&gt;&lt;/p&gt;&lt;p&gt;Shows what the attention heads of a language model look at.&lt;br&gt;Everything is computed on this machine; nothing is sent anywhere.&lt;/p&gt;&lt;p&gt;GPL-3.0-or-later. Uses Qt, QCustomPlot, Eigen, oneDNN, ICU,&lt;br&gt;PCRE2, simdjson, nlohmann/json, CLI11 and libzip.&lt;/p&gt;</source>
        <translation>&lt;p&gt;&lt;b&gt;Headlight %1&lt;/b&gt;&lt;/p&gt;&lt;p&gt;يُظهر ما تنظر إليه رؤوس الانتباه في نموذج لغوي.&lt;br&gt;كل شيء يُحسب على هذا الجهاز، ولا يُرسل شيء إلى أي مكان.&lt;/p&gt;&lt;p&gt;GPL-3.0-or-later. يستخدم Qt وQCustomPlot وEigen وoneDNN وICU&lt;br&gt;وPCRE2 وsimdjson وnlohmann/json وCLI11 وlibzip.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>لوحة المفاتيح</translation>
    </message>
    <message>
        <source>none: the hidden states are the output</source>
        <translation>لا شيء: الحالات الخفية هي الخرج</translation>
    </message>
    <message>
        <source>next token</source>
        <translation>الرمز التالي</translation>
    </message>
    <message>
        <source>masked tokens</source>
        <translation>الرموز المقنَّعة</translation>
    </message>
    <message>
        <source>classes of a text (%1)</source>
        <translation>فئات النص (%1)</translation>
    </message>
    <message>
        <source>classes of a token (%1)</source>
        <translation>فئات الرمز (%1)</translation>
    </message>
    <message>
        <source>replaced tokens</source>
        <translation>الرموز المستبدَلة</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>العائلة</translation>
    </message>
    <message>
        <source>Architecture</source>
        <translation>البنية</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>الطبقات</translation>
    </message>
    <message>
        <source>Heads</source>
        <translation>الرؤوس</translation>
    </message>
    <message>
        <source>Key/value heads</source>
        <translation>رؤوس المفتاح/القيمة</translation>
    </message>
    <message>
        <source>Hidden size</source>
        <translation>العرض</translation>
    </message>
    <message>
        <source>%1, %2 per head</source>
        <translation>%1، %2 لكل رأس</translation>
    </message>
    <message>
        <source>Positions</source>
        <translation>المواضع</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>السياق</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>بلا حد</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 رمزا</translation>
    </message>
    <message>
        <source>%1 tokens trained</source>
        <translation>مدرَّب على %1 رمزا</translation>
    </message>
    <message>
        <source>Vocabulary</source>
        <translation>المفردات</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>المعاملات</translation>
    </message>
    <message>
        <source>Data type</source>
        <translation>صيغة الأعداد</translation>
    </message>
    <message>
        <source>Tokenizer</source>
        <translation>المجزِّئ</translation>
    </message>
    <message>
        <source>Predicts</source>
        <translation>يتنبأ بـ</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>المجلد</translation>
    </message>
    <message>
        <source>File</source>
        <translation>الملف</translation>
    </message>
    <message>
        <source>File type</source>
        <translation>نوع الملف</translation>
    </message>
    <message>
        <source>%1 %2 (%3)</source>
        <translation>%1 %2 (%3)</translation>
    </message>
    <message>
        <source>Tensors</source>
        <translation>الموترات</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>الحجم</translation>
    </message>
    <message>
        <source>Memory for a run</source>
        <translation>الذاكرة اللازمة لتشغيل</translation>
    </message>
    <message>
        <source>%1 on top of the weights, for %2 tokens</source>
        <translation>%1 إضافة إلى الأوزان، لعدد %2 من الرموز</translation>
    </message>
</context>
<context>
    <name>QStatusBar</name>
    <message>
        <source>%1 tokens</source>
        <translation>%1 رمزا</translation>
    </message>
    <message>
        <source>%1 GB</source>
        <translation>%1 غيغابايت</translation>
    </message>
    <message>
        <source>%1 in a scratch file</source>
        <translation>%1 في ملف مؤقت</translation>
    </message>
</context>
<context>
    <name>Samples</name>
    <message>
        <source>A quoted clause, repeated</source>
        <translation>جملة مقتبسة تُقال مرتين</translation>
    </message>
    <message>
        <source>When the clause comes again, each word looks at what followed it the first time: the second &apos;I&apos; at &apos;shall&apos;, the second &apos;be&apos; at &apos;late&apos;.</source>
        <translation>حين تعود الجملة تنظر كل كلمة إلى ما تلاها في المرة الأولى: &apos;I&apos; الثانية إلى &apos;shall&apos;، و&apos;be&apos; الثانية إلى &apos;late&apos;.</translation>
    </message>
    <message>
        <source>A repeated sentence</source>
        <translation>جملة مكرَّرة</translation>
    </message>
    <message>
        <source>When the sentence comes again, each word looks at what followed it the first time: the second &apos;password&apos; at &apos;is&apos;, the second &apos;blue&apos; at &apos;river&apos;. So the model can say it again.</source>
        <translation>حين تعود الجملة تنظر كل كلمة إلى ما تلاها في المرة الأولى: &apos;password&apos; الثانية إلى &apos;is&apos;، و&apos;blue&apos; الثانية إلى &apos;river&apos;. هكذا يستطيع النموذج أن يقولها مرة أخرى.</translation>
    </message>
    <message>
        <source>The word before</source>
        <translation>الكلمة السابقة</translation>
    </message>
    <message>
        <source>Every token looks at the token just before it; heads further up use this to find where a phrase was said before.</source>
        <translation>ينظر كل رمز إلى الرمز الذي قبله مباشرة؛ وتستعين بذلك رؤوس أعلى لتجد أين قيلت العبارة من قبل.</translation>
    </message>
    <message>
        <source>The same word again</source>
        <translation>الكلمة نفسها من جديد</translation>
    </message>
    <message>
        <source>Most words look at their other occurrence: &apos;king&apos; at &apos;king&apos;, &apos;saw&apos; at &apos;saw&apos;.</source>
        <translation>معظم الكلمات تنظر إلى موضعها الآخر: &apos;king&apos; إلى &apos;king&apos; و&apos;saw&apos; إلى &apos;saw&apos;.</translation>
    </message>
    <message>
        <source>Who was hungry?</source>
        <translation>من كان جائعا؟</translation>
    </message>
    <message>
        <source>Each word looks at the word just before it: &apos;was&apos; at &apos;mice&apos;, although it was the cat that was hungry.</source>
        <translation>تنظر كل كلمة إلى ما قبلها مباشرة: &apos;was&apos; إلى &apos;mice&apos; مع أن القط هو الجائع.</translation>
    </message>
    <message>
        <source>A list</source>
        <translation>قائمة</translation>
    </message>
    <message>
        <source>Each token looks at the one that comes next: the comma at the next item, the item at its ending.</source>
        <translation>ينظر كل رمز إلى ما يليه: الفاصلة إلى العنصر التالي، والعنصر إلى نهايته.</translation>
    </message>
    <message>
        <source>What counts is after &apos;but&apos;</source>
        <translation>العبرة بما بعد &apos;but&apos;</translation>
    </message>
    <message>
        <source>The class is read at [CLS], and [CLS] looks at &apos;wonderful&apos;, not at &apos;cold&apos;.</source>
        <translation>تُقرأ الفئة عند [CLS]، و[CLS] ينظر إلى &apos;wonderful&apos; لا إلى &apos;cold&apos;.</translation>
    </message>
    <message>
        <source>Not good</source>
        <translation>ليس جيدا</translation>
    </message>
    <message>
        <source>[CLS] looks at &apos;not&apos;, the word that turns the sentence around.</source>
        <translation>ينظر [CLS] إلى &apos;not&apos;، الكلمة التي تقلب معنى الجملة.</translation>
    </message>
    <message>
        <source>It looks one word back</source>
        <translation>ينظر كلمة واحدة إلى الوراء</translation>
    </message>
    <message>
        <source>This head looks from every word at the one just before it. That sounds dull, but other heads build on it: it tells each word what stood in front.</source>
        <translation>ينظر هذا الرأس من كل كلمة إلى التي قبلها مباشرة. يبدو ذلك مملا، لكن رؤوسا أخرى تبني عليه: فهو يخبر كل كلمة بما سبقها.</translation>
    </message>
    <message>
        <source>It finds the same word again</source>
        <translation>يجد الكلمة نفسها من جديد</translation>
    </message>
    <message>
        <source>This head looks from a word at the same word elsewhere in the text: from king to king, from queen to queen.</source>
        <translation>ينظر هذا الرأس من كلمة إلى الكلمة نفسها في موضع آخر من النص: من king إلى king ومن queen إلى queen.</translation>
    </message>
    <message>
        <source>It remembers what came next</source>
        <translation>يتذكر ما جاء بعد ذلك</translation>
    </message>
    <message>
        <source>When something comes a second time, this head looks at what followed it the first time, and so the model can go on as before. Such heads are called induction heads.</source>
        <translation>حين يأتي شيء للمرة الثانية ينظر هذا الرأس إلى ما تلاه في الأولى، فيستطيع النموذج أن يتابع كما سبق. تسمى هذه الرؤوس رؤوس الاستقراء.</translation>
    </message>
    <message>
        <source>It rests when there is nothing to do</source>
        <translation>يستريح حين لا عمل له</translation>
    </message>
    <message>
        <source>The same head, with nothing repeated: it puts nearly all its attention on the first token. Attention always adds up to 100%, so a head without work has to leave it somewhere.</source>
        <translation>الرأس نفسه ولا شيء قيل مرتين: يضع كل انتباهه تقريبا على أول الرموز. مجموع الانتباه دائما 100%، فالرأس الذي لا عمل له لا بد أن يتركه في مكان ما.</translation>
    </message>
    <message>
        <source>It picks the word that decides</source>
        <translation>يلتقط الكلمة الحاسمة</translation>
    </message>
    <message>
        <source>This model says whether a sentence is positive. It reads the answer at the token [CLS], and this head looks from there at the word that counts: wonderful, not cold.</source>
        <translation>يقول هذا النموذج هل الجملة إيجابية. يقرأ الإجابة عند الرمز [CLS]، وينظر هذا الرأس من هناك إلى الكلمة المهمة: wonderful لا cold.</translation>
    </message>
    <message>
        <source>A translation with crossing words</source>
        <translation>ترجمة تتقاطع كلماتها</translation>
    </message>
    <message>
        <source>Each German piece looks at the French one that means the same: &apos;sieben&apos; at &apos;sept&apos;, the last piece of the number, and &apos;rote&apos; at &apos;rouges&apos;, after its noun.</source>
        <translation>تنظر كل قطعة ألمانية إلى القطعة الفرنسية المساوية لها معنى: &apos;sieben&apos; إلى &apos;sept&apos;، آخر قطع العدد، و&apos;rote&apos; إلى &apos;rouges&apos; خلف الاسم.</translation>
    </message>
    <message>
        <source>A date</source>
        <translation>تاريخ</translation>
    </message>
    <message>
        <source>Day, month and the digits of the year each look at theirs; &apos;le&apos; has no counterpart in the source and looks at the word French.</source>
        <translation>ينظر اليوم والشهر وأرقام السنة كل إلى نظيره؛ و&apos;le&apos; لا يقابل شيئا في المصدر فينظر إلى كلمة French.</translation>
    </message>
    <message>
        <source>What it says, and where it looks</source>
        <translation>ماذا يقول وإلى أين ينظر</translation>
    </message>
    <message>
        <source>When &apos;star&apos; is the word this head looks at the star, as it looked at the circle for &apos;circle&apos;. Step through the words under the tokens.</source>
        <translation>حين يقول النموذج «star» ينظر هذا الرأس إلى النجمة، كما نظر إلى الدائرة عند «circle». تنقّل بين الكلمات تحت الرموز.</translation>
    </message>
    <message>
        <source>The larger one first</source>
        <translation>الأكبر أولًا</translation>
    </message>
    <message>
        <source>A caption begins with the larger thing, here the heart: this head finds it wherever it is.</source>
        <translation>يبدأ الوصف بالشكل الأكبر، وهو هنا القلب: يجده هذا الرأس أينما كان.</translation>
    </message>
    <message>
        <source>Left or right?</source>
        <translation>يسار أم يمين؟</translation>
    </message>
    <message>
        <source>When &apos;right&apos; is the word, this head looks at the star and 0.0 at both things: two places that it compares.</source>
        <translation>حين يقول النموذج «right» ينظر هذا الرأس إلى النجمة وينظر 0.0 إلى الشكلين: موضعان يقارن بينهما.</translation>
    </message>
</context>
<context>
    <name>Walkthrough</name>
    <message>
        <source>attention weights</source>
        <translation>أوزان الانتباه</translation>
    </message>
    <message>
        <source>Attention weights say how a token divides its attention. They add up to 100%.</source>
        <translation>تقول أوزان الانتباه كم يعطي الرمز من انتباهه لكل رمز آخر. ومجموع أوزان الرمز الواحد 100%.</translation>
    </message>
    <message>
        <source>intervention</source>
        <translation>تدخُّل</translation>
    </message>
    <message>
        <source>A change made on purpose while the model runs.</source>
        <translation>تغيير متعمَّد أثناء عمل النموذج.</translation>
    </message>
    <message>
        <source>softmax</source>
        <translation>softmax</translation>
    </message>
    <message>
        <source>Softmax turns any numbers into shares of 100%: e is raised to each number, then divided by the total.</source>
        <translation>يحوّل softmax أي أعداد إلى حصص مجموعها 100%: يُرفع e إلى كل عدد ثم يُقسم على مجموعها.</translation>
    </message>
    <message>
        <source>tokens</source>
        <translation>الرموز</translation>
    </message>
    <message>
        <source>Tokens are the pieces in which a model reads a text: words, parts of words, punctuation.</source>
        <translation>الرموز هي القطع التي يقرأ بها النموذج النص: كلمات وأجزاء كلمات وعلامات ترقيم.</translation>
    </message>
    <message>
        <source>heatmap</source>
        <translation>الخريطة الحرارية</translation>
    </message>
    <message>
        <source>The square picture with a row for each query and a column for each key.</source>
        <translation>الصورة المربعة بصف لكل استعلام وعمود لكل مفتاح.</translation>
    </message>
    <message>
        <source>scores</source>
        <translation>الدرجات</translation>
    </message>
    <message>
        <source>A score says how well a key matches a query. It can be negative.</source>
        <translation>تقول الدرجة كم يناسب مفتاح استعلاما: أي عدد، ولو تحت الصفر.</translation>
    </message>
    <message>
        <source>vector</source>
        <translation>متجه</translation>
    </message>
    <message>
        <source>A vector is a list of numbers. The model keeps one for every token.</source>
        <translation>المتجه قائمة أعداد. ويحتفظ النموذج بواحد لكل رمز.</translation>
    </message>
    <message>
        <source>values</source>
        <translation>القيم</translation>
    </message>
    <message>
        <source>A token&apos;s value is what it passes on when another token attends to it.</source>
        <translation>قيمة الرمز هي ما يسلّمه حين يُنظر إليه.</translation>
    </message>
    <message>
        <source>query</source>
        <translation>الاستعلام</translation>
    </message>
    <message>
        <source>The query of a token is a list of numbers that says what it looks for.</source>
        <translation>استعلام الرمز قائمة أعداد تقول عمّ يبحث.</translation>
    </message>
    <message>
        <source>heads</source>
        <translation>الرؤوس</translation>
    </message>
    <message>
        <source>Heads work side by side in each layer. Each compares tokens in its own way.</source>
        <translation>تعمل الرؤوس جنبا إلى جنب في كل طبقة، ويقارن كل منها الرموز بطريقته.</translation>
    </message>
    <message>
        <source>layer</source>
        <translation>الطبقة</translation>
    </message>
    <message>
        <source>A model is a stack of layers. Each updates the vector of every token once.</source>
        <translation>النموذج طبقات بعضها فوق بعض؛ تعيد كل منها كتابة متجهات الرموز كلها مرة.</translation>
    </message>
    <message>
        <source>key</source>
        <translation>المفتاح</translation>
    </message>
    <message>
        <source>The key of a token is a list of numbers that says what it offers.</source>
        <translation>مفتاح الرمز قائمة أعداد تقول ما يقدمه.</translation>
    </message>
</context>
<context>
    <name>Workspace</name>
    <message>
        <source>%1: expected a head of %2 layers with %3 heads each, found layer %4, head %5</source>
        <translation>%1: المتوقع رأس من %2 طبقات في كل منها %3 رؤوس، والموجود الطبقة %4، الرأس %5</translation>
    </message>
</context>
<context>
    <name>headlight::AblationWindow</name>
    <message>
        <source>Ablation map</source>
        <translation>خريطة الاستئصال</translation>
    </message>
    <message>
        <source>Effect of switching off each head; arrow keys move, Return opens</source>
        <translation>ما تخسره الإجابة من دون كل رأس؛ الأسهم للتنقل بين الرؤوس، وEnter لفتح رأس</translation>
    </message>
    <message>
        <source>Switches off every head in turn and shows how far the prediction drops.</source>
        <translation>يوقف كل رأس بدوره ويُظهر كم ينخفض التنبؤ.</translation>
    </message>
    <message>
        <source>A likely prediction, or any token or class that you type</source>
        <translation>تنبؤ محتمل، أو أي رمز أو فئة تكتبها</translation>
    </message>
    <message>
        <source>&amp;Prediction</source>
        <translation>&amp;الإجابة</translation>
    </message>
    <message>
        <source>zero</source>
        <translation>صفر</translation>
    </message>
    <message>
        <source>mean over the text</source>
        <translation>متوسطه على النص</translation>
    </message>
    <message>
        <source>Replace w&amp;ith</source>
        <translation>&amp;بدل الرأس</translation>
    </message>
    <message>
        <source>ln p of the prediction</source>
        <translation>‏ln p للتنبؤ</translation>
    </message>
    <message>
        <source>whole prediction (KL)</source>
        <translation>التنبؤ كله (KL)</translation>
    </message>
    <message>
        <source>S&amp;hown</source>
        <translation>&amp;إظهار</translation>
    </message>
    <message>
        <source>Ablation progress</source>
        <translation>تقدم إيقاف كل رأس</translation>
    </message>
    <message>
        <source>No prediction here. Pin a token, type a mask token, or open a model with an output head.</source>
        <translation>النموذج لا يقول شيئا هنا: ثبّت رمزا أو اكتب قناعا أو افتح نموذجا له رأس خرج.</translation>
    </message>
    <message>
        <source>This map is for another text or token. Measure again to update.</source>
        <translation>الخريطة لنص أو رمز آخر. قِس لرسمها من جديد.</translation>
    </message>
    <message>
        <source>%1   %2</source>
        <translation>%1   %2</translation>
    </message>
    <message>
        <source>Heads</source>
        <translation>الرؤوس</translation>
    </message>
    <message>
        <source>The attention in which heads are switched off</source>
        <translation>الانتباه الذي تُعطَّل رؤوسه</translation>
    </message>
    <message>
        <source>Measure runs the model %1 times, each time without one head, and shows how far “%2” drops; about %3.</source>
        <translation>يشغّل «القياس» النموذج %1 مرة، دون رأس واحد في كل مرة، ويُظهر مقدار انخفاض «%2»؛ نحو %3.</translation>
    </message>
    <message>
        <source>Measure runs the model %1 times, each time without one head, and shows how far “%2” drops at “%4”, token %5; about %3.</source>
        <translation>يشغّل «القياس» النموذج %1 مرة، دون رأس واحد في كل مرة، ويُظهر مقدار انخفاض «%2» عند «%4»، الرمز %5؛ نحو %3.</translation>
    </message>
</context>
<context>
    <name>headlight::AdapterBar</name>
    <message>
        <source>&amp;Adapter</source>
        <translation>المُ&amp;كيِّف</translation>
    </message>
    <message>
        <source>Adapter scale, in percent</source>
        <translation>مقدار المكيّف، بالنسبة المئوية</translation>
    </message>
    <message>
        <source>How much of the adapter counts: 0% is the base model</source>
        <translation>كم يُحتسب من المكيّف: 0% هو النموذج الأساس</translation>
    </message>
    <message>
        <source>Compare with base</source>
        <translation>المقارنة بالأساس</translation>
    </message>
    <message>
        <source>Opens the base model next to it and ranks the heads that differ most</source>
        <translation>يفتح النموذج الأساس بجانبه ويرتّب الرؤوس الأكثر اختلافًا</translation>
    </message>
</context>
<context>
    <name>headlight::AnimationDialog</name>
    <message>
        <source>Export animation</source>
        <translation>تصدير الرسوم المتحركة</translation>
    </message>
    <message>
        <source>Frames written</source>
        <translation>الإطارات المكتوبة</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>تصدير</translation>
    </message>
    <message>
        <source>%1 × %2 pixels</source>
        <translation>%1 × %2 بكسل</translation>
    </message>
    <message>
        <source>GIF</source>
        <translation>GIF</translation>
    </message>
    <message>
        <source>WebP, smaller and sharper</source>
        <translation>WebP، أصغر وأوضح</translation>
    </message>
    <message>
        <source>Web page with a slider</source>
        <translation>صفحة ويب بشريط تمرير</translation>
    </message>
    <message>
        <source>PowerPoint, slides that morph</source>
        <translation>PowerPoint، شرائح بانتقال التحوّل</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>فاتح</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>داكن</translation>
    </message>
    <message>
        <source> s</source>
        <translation> ث</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>ملائم</translation>
    </message>
    <message>
        <source>Includ&amp;e text and session</source>
        <translation>&amp;الاحتفاظ بالنص والجلسة في الملف</translation>
    </message>
    <message>
        <source>Turn off for confidential work: tokens become numbers, no text is stored</source>
        <translation>أوقفه للعمل السري: أرقام بدل الرموز، ولا شيء من النص في الملف</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>استعراض…</translation>
    </message>
    <message>
        <source>&amp;What</source>
        <translation>&amp;ماذا</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>الص&amp;يغة</translation>
    </message>
    <message>
        <source>&amp;Size</source>
        <translation>الم&amp;قاس</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>الس&amp;مة</translation>
    </message>
    <message>
        <source>Each f&amp;rame</source>
        <translation>كل إ&amp;طار</translation>
    </message>
    <message>
        <source>F&amp;ile</source>
        <translation>ا&amp;لملف</translation>
    </message>
    <message>
        <source>Plays everywhere. 256 colours a frame.</source>
        <translation>يعمل في كل مكان. 256 لونًا لكل إطار.</translation>
    </message>
    <message>
        <source>Plays in browsers and newer programs. All colours.</source>
        <translation>يعمل في المتصفحات والبرامج الحديثة. كل الألوان.</translation>
    </message>
    <message>
        <source>One file for any browser: slider, arrow keys, exact values, light and dark.</source>
        <translation>ملف واحد لأي متصفح: شريط تمرير ومفاتيح الأسهم وقيم دقيقة ومظهر فاتح وداكن.</translation>
    </message>
    <message>
        <source>Native shapes; PowerPoint moves them from slide to slide.</source>
        <translation>أشكال أصلية؛ ينقلها PowerPoint من شريحة إلى أخرى.</translation>
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
        <translation>صفحة ويب (*.html)</translation>
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
        <translation>كلمات الإجابة</translation>
    </message>
    <message>
        <source>Previous word</source>
        <translation>الكلمة السابقة</translation>
    </message>
    <message>
        <source>Previous word (left arrow)</source>
        <translation>الكلمة السابقة (السهم الأيسر)</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>تشغيل</translation>
    </message>
    <message>
        <source>Show one word after the other</source>
        <translation>عرض الكلمات واحدة تلو الأخرى</translation>
    </message>
    <message>
        <source>Next word</source>
        <translation>الكلمة التالية</translation>
    </message>
    <message>
        <source>Next word (right arrow)</source>
        <translation>الكلمة التالية (السهم الأيمن)</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>إيقاف مؤقت</translation>
    </message>
    <message>
        <source>%1 words: step through them to see what each attends to</source>
        <translation>%1 كلمات: تنقّل بينها لترى ما تنتبه إليه كل منها</translation>
    </message>
    <message>
        <source>Word %1 of %2: “%3” · %4</source>
        <translation>الكلمة %1 من %2: «%3» · %4</translation>
    </message>
</context>
<context>
    <name>headlight::Appearance</name>
    <message>
        <source>&amp;Reduce motion</source>
        <translation>تقل&amp;يل الحركة</translation>
    </message>
    <message>
        <source>L&amp;arger text</source>
        <translation>ن&amp;ص أكبر</translation>
    </message>
    <message>
        <source>Small&amp;er text</source>
        <translation>نص أصغ&amp;ر</translation>
    </message>
    <message>
        <source>Defa&amp;ult text</source>
        <translation>النص ال&amp;معتاد</translation>
    </message>
    <message>
        <source>S&amp;ystem theme</source>
        <translation>&amp;سمة النظام</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>فا&amp;تح</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;داكن</translation>
    </message>
    <message>
        <source>&amp;System language</source>
        <translation>لغة &amp;النظام</translation>
    </message>
    <message>
        <source>Restart Headlight to use this language.</source>
        <translation>سيتحدث Headlight بهذه اللغة ابتداء من تشغيله التالي.</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>تباين عالٍ</translation>
    </message>
</context>
<context>
    <name>headlight::ArcsView</name>
    <message>
        <source>Arcs</source>
        <translation>أقواس</translation>
    </message>
</context>
<context>
    <name>headlight::AtlasPane</name>
    <message>
        <source>Heads</source>
        <translation>الرؤوس</translation>
    </message>
    <message>
        <source>Open in new panel</source>
        <translation>إظهار في لوحة مستقلة</translation>
    </message>
    <message>
        <source>Head order</source>
        <translation>ترتيب الرؤوس</translation>
    </message>
    <message>
        <source>By layer and head</source>
        <translation>حسب الطبقات والرؤوس</translation>
    </message>
    <message>
        <source>By similarity to selected head</source>
        <translation>حسب الشبه بالرأس المحدد</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>مقارنة هذه</translation>
    </message>
    <message>
        <source>Combine</source>
        <translation>كواحد</translation>
    </message>
    <message>
        <source>The marked heads in one panel</source>
        <translation>الرؤوس المعلَّمة في لوحة واحدة</translation>
    </message>
    <message>
        <source>Overlay</source>
        <translation>بعضها فوق بعض</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>متوسطها</translation>
    </message>
    <message>
        <source>Maximum</source>
        <translation>أكبر أوزانها</translation>
    </message>
    <message>
        <source>Unmark all heads</source>
        <translation>إلغاء تعليم كل الرؤوس</translation>
    </message>
    <message>
        <source>No head matches “%1”.</source>
        <translation>لا رأس يطابق «%1».</translation>
    </message>
    <message>
        <source>Marked: %1</source>
        <translation>المعلَّمة: %1</translation>
    </message>
    <message>
        <source>&amp;Heads</source>
        <translation>الر&amp;ؤوس</translation>
    </message>
    <message>
        <source>Go to heads: arrows select, Space marks, Ctrl+Return opens a panel</source>
        <translation>إلى الرؤوس: الأسهم للاختيار، المسافة للتعليم، Ctrl+Enter للفتح</translation>
    </message>
    <message>
        <source>Previous layer</source>
        <translation>الطبقة السابقة</translation>
    </message>
    <message>
        <source>Next layer</source>
        <translation>الطبقة التالية</translation>
    </message>
    <message>
        <source>Previous head</source>
        <translation>الرأس السابق</translation>
    </message>
    <message>
        <source>Next head</source>
        <translation>الرأس التالي</translation>
    </message>
    <message>
        <source>Compare mar&amp;ked heads</source>
        <translation>مقارنة الرؤوس الم&amp;علَّمة</translation>
    </message>
    <message>
        <source>One panel each; for two heads also the difference</source>
        <translation>كل منها في لوحة مستقلة، وفرقهما إن كانا اثنين</translation>
    </message>
    <message>
        <source>By label</source>
        <translation>حسب التسمية</translation>
    </message>
    <message>
        <source>similarity to %1</source>
        <translation>التشابه مع %1</translation>
    </message>
    <message>
        <source>layer and head</source>
        <translation>الطبقة والرأس</translation>
    </message>
    <message>
        <source>Order: %1</source>
        <translation>الترتيب: %1</translation>
    </message>
    <message>
        <source>Measuring heads…</source>
        <translation>جارٍ قياس الرؤوس…</translation>
    </message>
</context>
<context>
    <name>headlight::AtlasView</name>
    <message>
        <source>Head atlas</source>
        <translation>أطلس الرؤوس</translation>
    </message>
    <message>
        <source>, marked</source>
        <translation>، معلَّم</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation>%1 على %2</translation>
    </message>
    <message>
        <source>the first token</source>
        <translation>الرمز الأول</translation>
    </message>
    <message>
        <source>special tokens</source>
        <translation>الرموز الخاصة</translation>
    </message>
    <message>
        <source>, switched off</source>
        <translation>، مُوقَف</translation>
    </message>
    <message>
        <source>, changed</source>
        <translation>، مُغيَّر</translation>
    </message>
</context>
<context>
    <name>headlight::AttentionView</name>
    <message>
        <source>Computing weights</source>
        <translation>حساب الأوزان</translation>
    </message>
    <message>
        <source>Computing weights… %1</source>
        <translation>قراءة الأوزان… %1</translation>
    </message>
</context>
<context>
    <name>headlight::AudienceWindow</name>
    <message>
        <source>Headlight: talk</source>
        <translation>Headlight: عرض</translation>
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
        <translation>صفحة ال&amp;بدء…</translation>
    </message>
    <message>
        <source>Examples, recent sessions, models and the tour</source>
        <translation>أمثلة وجلسات حديثة ونماذج وجولة</translation>
    </message>
    <message>
        <source>T&amp;our: two minutes, hands on</source>
        <translation>جو&amp;لة: دقيقتان من التجربة</translation>
    </message>
    <message>
        <source>Change the text</source>
        <translation>غيّر النص</translation>
    </message>
    <message>
        <source>Type a word into the text at the top. Every picture follows.</source>
        <translation>اكتب كلمة في النص بالأعلى. تتبعها كل الصور.</translation>
    </message>
    <message>
        <source>Choose a head</source>
        <translation>اختر رأسًا</translation>
    </message>
    <message>
        <source>Click one of the small maps on the left.</source>
        <translation>انقر إحدى الخرائط الصغيرة على اليسار.</translation>
    </message>
    <message>
        <source>Point at a cell</source>
        <translation>أشر إلى خلية</translation>
    </message>
    <message>
        <source>Move over the large map: the status line tells the weight.</source>
        <translation>مرّر فوق الخريطة الكبيرة: يعرض شريط الحالة الوزن.</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>قارن</translation>
    </message>
    <message>
        <source>Press “Compare” next to the text, or %1 for a second panel.</source>
        <translation>اضغط «قارن» بجانب النص، أو %1 للوحة ثانية.</translation>
    </message>
    <message>
        <source>Change the model</source>
        <translation>غيّر النموذج</translation>
    </message>
    <message>
        <source>Press %1: the head is switched off, and the prediction changes.</source>
        <translation>اضغط %1: يُعطَّل الرأس ويتغير التنبؤ.</translation>
    </message>
    <message>
        <source>Export a figure</source>
        <translation>صدّر شكلًا</translation>
    </message>
    <message>
        <source>Press %1 and save what you see.</source>
        <translation>اضغط %1 واحفظ ما تراه.</translation>
    </message>
</context>
<context>
    <name>headlight::ChangeForm</name>
    <message>
        <source>As written for --intervene</source>
        <translation>ما يسميه ‎--intervene في سطر الأوامر</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>إضافة</translation>
    </message>
    <message>
        <source>The sink (first and special tokens)</source>
        <translation>المصب (الرمز الأول والرموز الخاصة)</translation>
    </message>
    <message>
        <source>The first token</source>
        <translation>الرمز الأول</translation>
    </message>
    <message>
        <source>The last token</source>
        <translation>الرمز الأخير</translation>
    </message>
    <message>
        <source>Punctuation</source>
        <translation>علامات الترقيم</translation>
    </message>
    <message>
        <source>Special tokens</source>
        <translation>الرموز الخاصة</translation>
    </message>
    <message>
        <source>&amp;Tokens</source>
        <translation>ا&amp;لرموز</translation>
    </message>
    <message>
        <source>Hidden from all tokens (columns)</source>
        <translation>لا يراها أحد (أعمدة)</translation>
    </message>
    <message>
        <source>They attend to nothing (rows)</source>
        <translation>لا تقرأ شيئا (صفوف)</translation>
    </message>
    <message>
        <source>Hidden from chosen tokens (cells)</source>
        <translation>الرموز المختارة لا تراها (خلايا)</translation>
    </message>
    <message>
        <source>&amp;How</source>
        <translation>&amp;كيف</translation>
    </message>
    <message>
        <source>From &amp;whom</source>
        <translation>&amp;عمّن</translation>
    </message>
    <message>
        <source>&amp;Temperature (below 1 sharper, above 1 flatter)</source>
        <translation>&amp;درجة الحرارة (دون 1 أحدّ، وفوق 1 أكثر تسطحا)</translation>
    </message>
    <message>
        <source>&amp;Maximum per row</source>
        <translation>على الأكثر، &amp;من كل صف</translation>
    </message>
    <message>
        <source>%</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Weight &amp;times</source>
        <translation>الوزن مضروبا &amp;في</translation>
    </message>
    <message>
        <source>&amp;Rate</source>
        <translation>ال&amp;نسبة</translation>
    </message>
    <message>
        <source>&amp;Draws</source>
        <translation>ال&amp;سحوبات</translation>
    </message>
    <message>
        <source>&amp;Seed</source>
        <translation>الب&amp;ذرة</translation>
    </message>
    <message>
        <source>Zero</source>
        <translation>لا شيء</translation>
    </message>
    <message>
        <source>Mean over the text</source>
        <translation>متوسطه على النص</translation>
    </message>
    <message>
        <source>Mean over another text</source>
        <translation>متوسطه على نص نموذجي</translation>
    </message>
    <message>
        <source>Replace w&amp;ith</source>
        <translation>م&amp;ا يقوله بدلا من ذلك</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>ما يقوله (الخرج)</translation>
    </message>
    <message>
        <source>Attention pattern</source>
        <translation>أين ينظر (النمط)</translation>
    </message>
    <message>
        <source>&amp;What</source>
        <translation>&amp;ماذا</translation>
    </message>
    <message>
        <source>A text of %1 tokens</source>
        <translation>نص من %1 رمزا</translation>
    </message>
    <message>
        <source>From the te&amp;xt</source>
        <translation>من الن&amp;ص</translation>
    </message>
    <message>
        <source>Sample te&amp;xt</source>
        <translation>النص النم&amp;وذجي</translation>
    </message>
    <message>
        <source>Every head of layer %1</source>
        <translation>كل رؤوس الطبقة %1</translation>
    </message>
    <message>
        <source>Every head of some layers</source>
        <translation>كل رؤوس بعض الطبقات</translation>
    </message>
    <message>
        <source>Every head</source>
        <translation>كل الرؤوس</translation>
    </message>
    <message>
        <source>Wh&amp;ere</source>
        <translation>&amp;أين</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>الطبقة</translation>
    </message>
    <message>
        <source>to</source>
        <translation>إلى</translation>
    </message>
    <message>
        <source>Write the other text.</source>
        <translation>اكتب النص الآخر.</translation>
    </message>
    <message>
        <source>Choose, or type words of the text, numbers and ranges: Darcy, 3, 5-7</source>
        <translation>اختر، أو اكتب كلمات من النص وأرقامًا ومجالات: Darcy, 3, 5-7</translation>
    </message>
    <message>
        <source>&amp;Attention</source>
        <translation>الا&amp;نتباه</translation>
    </message>
    <message>
        <source>“%1” is no token of the text.</source>
        <translation>«%1» ليس رمزًا في النص.</translation>
    </message>
    <message>
        <source>Layer %1 of the encoder</source>
        <translation>الطبقة %1 من المُرمِّز</translation>
    </message>
    <message>
        <source>Layer %1</source>
        <translation>الطبقة %1</translation>
    </message>
    <message>
        <source>&amp;Layer</source>
        <translation>ال&amp;طبقة</translation>
    </message>
    <message>
        <source>E&amp;xpert</source>
        <translation>ال&amp;خبير</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>إيقاف</translation>
    </message>
    <message>
        <source>Force</source>
        <translation>فرض</translation>
    </message>
    <message>
        <source>%1 (selected)</source>
        <translation>%1 (المحدد)</translation>
    </message>
    <message>
        <source>%1 (current panel)</source>
        <translation>%1 (اللوحة الحالية)</translation>
    </message>
    <message>
        <source>Every token</source>
        <translation>كل الرموز</translation>
    </message>
    <message>
        <source>Residual stream before the layer</source>
        <translation>التيار المتبقي قبل الطبقة</translation>
    </message>
    <message>
        <source>Attention output</source>
        <translation>خرج الانتباه</translation>
    </message>
    <message>
        <source>Feed-forward output</source>
        <translation>خرج التغذية الأمامية</translation>
    </message>
    <message>
        <source>Head output</source>
        <translation>خرج الرأس</translation>
    </message>
    <message>
        <source>Queries</source>
        <translation>الاستعلامات</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>المفاتيح</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>القيم</translation>
    </message>
    <message>
        <source>Mean over a text file</source>
        <translation>متوسط ملف نصي</translation>
    </message>
    <message>
        <source>Random tokens of another text</source>
        <translation>رموز عشوائية من نص آخر</translation>
    </message>
    <message>
        <source>Same tokens of another text</source>
        <translation>الرموز نفسها من نص آخر</translation>
    </message>
    <message>
        <source>Themselves times a factor</source>
        <translation>نفسها مضروبة في معامل</translation>
    </message>
    <message>
        <source>Write the path of a text file, a text a line.</source>
        <translation>اكتب مسار ملف نصي، نص في كل سطر.</translation>
    </message>
    <message>
        <source>&amp;Values times</source>
        <translation>القيم &amp;مضروبة في</translation>
    </message>
</context>
<context>
    <name>headlight::ChangesBadge</name>
    <message>
        <source>Changes to the model</source>
        <translation>تغييرات النموذج</translation>
    </message>
    <message>
        <source>Show the list of changes</source>
        <translation>عرض قائمة التغييرات</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>قبل</translation>
    </message>
    <message>
        <source>Show everything without the changes</source>
        <translation>عرض كل شيء من دون التغييرات</translation>
    </message>
    <message>
        <source>After</source>
        <translation>بعد</translation>
    </message>
    <message>
        <source>Show everything with the changes</source>
        <translation>عرض كل شيء مع التغييرات</translation>
    </message>
    <message>
        <source>1 change</source>
        <translation>تغيير واحد</translation>
    </message>
    <message>
        <source>%1 changes</source>
        <translation>تغييرات: %1</translation>
    </message>
    <message>
        <source>, %1 without effect</source>
        <translation>، بلا أثر: %1</translation>
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
        <translation>غيّر ما تفعله الرؤوس وانظر ما يصنع النموذج بذلك. انقر يمينا على رأس أو خلية، أو أضف هنا.</translation>
    </message>
    <message>
        <source>Changes: Space switches one on or off, F2 edits it, Delete removes it</source>
        <translation>التغييرات: المسافة للتشغيل والإيقاف، F2 للتحرير، Delete للحذف</translation>
    </message>
    <message>
        <source>Change command</source>
        <translation>تغيير بكلمات القواعد</translation>
    </message>
    <message>
        <source>Or type one: ablate 2.1</source>
        <translation>أو اكتب: ablate 2.1</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>إضافة</translation>
    </message>
    <message>
        <source>Add a change</source>
        <translation>إضافة تغيير</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>تحرير</translation>
    </message>
    <message>
        <source>Edit the marked change</source>
        <translation>تحرير التغيير المعلَّم</translation>
    </message>
    <message>
        <source>Edit the marked change as a command (F2)</source>
        <translation>تحرير التغيير المعلَّم كأمر (F2)</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>حذف</translation>
    </message>
    <message>
        <source>Remove the marked change</source>
        <translation>حذف التغيير المعلَّم</translation>
    </message>
    <message>
        <source>Remove the marked change (Delete)</source>
        <translation>حذف التغيير المعلَّم (Delete)</translation>
    </message>
    <message>
        <source>%1
Not applied: %2</source>
        <translation>%1
لا يلائم: %2</translation>
    </message>
    <message>
        <source>%1
%2</source>
        <translation>%1
%2</translation>
    </message>
    <message>
        <source>%1, switched off</source>
        <translation>%1، متوقف</translation>
    </message>
    <message>
        <source>&amp;Toggle head</source>
        <translation>&amp;إيقاف الرأس المحدد أو تشغيله</translation>
    </message>
    <message>
        <source>&amp;Write a change</source>
        <translation>&amp;كتابة تغيير</translation>
    </message>
    <message>
        <source>Show &amp;before or after</source>
        <translation>عرض &amp;قبل أو بعد</translation>
    </message>
    <message>
        <source>Show the &amp;difference</source>
        <translation>إ&amp;ظهار الفرق</translation>
    </message>
    <message>
        <source>ablate, mask, patch, scale, steer, temperature, uniform, cap, dropout, expert; separated by “;”</source>
        <translation>ablate وmask وpatch وscale وsteer وtemperature وuniform وcap وdropout وexpert؛ يفصل بينها «;»</translation>
    </message>
    <message>
        <source>Steer by texts…</source>
        <translation>توجيه بالنصوص…</translation>
    </message>
    <message>
        <source>Steering vector: a direction from two sets of texts</source>
        <translation>متجه توجيه: اتجاه من مجموعتي نصوص</translation>
    </message>
</context>
<context>
    <name>headlight::ChartWindow</name>
    <message>
        <source>St&amp;op</source>
        <translation>إ&amp;يقاف</translation>
    </message>
    <message>
        <source>&amp;Measure</source>
        <translation>&amp;قياس</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;تصدير…</translation>
    </message>
</context>
<context>
    <name>headlight::CircuitsWindow</name>
    <message>
        <source>Circuits</source>
        <translation>الدوائر</translation>
    </message>
    <message>
        <source>Cop&amp;y as command</source>
        <translation>&amp;نسخ كأمر</translation>
    </message>
    <message>
        <source>Copy the command line that draws this picture</source>
        <translation>نسخ سطر الأوامر الذي يرسم هذه الصورة</translation>
    </message>
    <message>
        <source>The command is on the clipboard.</source>
        <translation>الأمر في الحافظة.</translation>
    </message>
    <message>
        <source>Findings about the prediction; arrow keys move, Return opens</source>
        <translation>ما وُجد عن التنبؤ؛ الأسهم للتنقل، وEnter للفتح</translation>
    </message>
    <message>
        <source>Progress of the measurement</source>
        <translation>تقدم القياس</translation>
    </message>
    <message>
        <source>&amp;Question</source>
        <translation>&amp;السؤال</translation>
    </message>
    <message>
        <source>S&amp;hown</source>
        <translation>المع&amp;روض</translation>
    </message>
    <message>
        <source>&amp;At token</source>
        <translation>&amp;عند الرمز</translation>
    </message>
    <message>
        <source>The token at which the prediction is read</source>
        <translation>الرمز الذي تُقرأ عنده الإجابة</translation>
    </message>
    <message>
        <source>&amp;Prediction</source>
        <translation>&amp;الإجابة</translation>
    </message>
    <message>
        <source>The token or class that is watched: a likely one, or any that you type</source>
        <translation>الرمز أو الفئة المرصودة: محتملة، أو أي واحدة تكتبها</translation>
    </message>
    <message>
        <source>&amp;less</source>
        <translation>نا&amp;قص</translation>
    </message>
    <message>
        <source>&amp;Key</source>
        <translation>الم&amp;فتاح</translation>
    </message>
    <message>
        <source>The token that the selected head looks at from that position</source>
        <translation>الرمز الذي ينظر إليه الرأس المختار من ذلك الموضع</translation>
    </message>
    <message>
        <source>E&amp;dges from</source>
        <translation>ال&amp;حواف من</translation>
    </message>
    <message>
        <source>%1 of the strongest</source>
        <translation>%1 من الأقوى</translation>
    </message>
    <message>
        <source>the runner-up</source>
        <translation>التالي له</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>لا شيء</translation>
    </message>
    <message>
        <source>%1   %2</source>
        <translation>%1   %2</translation>
    </message>
    <message>
        <source>No model has run: attention from a file has nothing to ask.</source>
        <translation>لم يعمل أي نموذج: الانتباه من ملف لا يُسأل.</translation>
    </message>
    <message>
        <source>This model has no output head, so there is nothing to predict.</source>
        <translation>ليس لهذا النموذج رأس إخراج، فلا شيء يُتنبأ به.</translation>
    </message>
    <message>
        <source>Running…</source>
        <translation>قراءة…</translation>
    </message>
    <message>
        <source>This picture is of another text. Measure again to update.</source>
        <translation>هذه الصورة لنص آخر. قِس من جديد لتحديثها.</translation>
    </message>
    <message>
        <source>No model has run.</source>
        <translation>لم يعمل أي نموذج.</translation>
    </message>
    <message>
        <source>The token or class to subtract: what both have in common cancels out</source>
        <translation>الرمز أو الفئة التي تُطرح: ما هو مشترك بينهما يُلغى</translation>
    </message>
    <message>
        <source>the most likely</source>
        <translation>الأرجح</translation>
    </message>
    <message>
        <source>the most likely of text B</source>
        <translation>الأرجح في النص B</translation>
    </message>
    <message>
        <source>The two texts must have equally many tokens: the first has %1, the second %2.</source>
        <translation>يجب أن يكون للنصين العدد نفسه من الرموز: للأول %1 وللثاني %2.</translation>
    </message>
    <message>
        <source>Stopped: the picture shows what had been measured. Measure again for the rest.</source>
        <translation>توقف: تُظهر الصورة ما قيس. أعد القياس للباقي.</translation>
    </message>
    <message>
        <source>&amp;Noise on</source>
        <translation>&amp;ضوضاء على</translation>
    </message>
    <message>
        <source>The subject to hide: words of the text, numbers or ranges, separated by commas</source>
        <translation>الموضوع المراد إخفاؤه: كلمات من النص أو أرقام أو نطاقات، تفصل بينها فواصل</translation>
    </message>
    <message>
        <source>This compares two texts of equally many tokens, the second with one thing changed: “Tom Brown …” and “Tom Sawyer …”. Type it as the second text (Compare).</source>
        <translation>هذا يقارن نصين لهما العدد نفسه من الرموز، وفي الثاني تغيّر شيء واحد: «Tom Brown …» و«Tom Sawyer …». اكتبه نصا ثانيا (المقارنة).</translation>
    </message>
</context>
<context>
    <name>headlight::ColouredTextView</name>
    <message>
        <source>Coloured text</source>
        <translation>نص ملوَّن</translation>
    </message>
</context>
<context>
    <name>headlight::CommandPalette</name>
    <message>
        <source>Command palette</source>
        <translation>لوحة الأوامر</translation>
    </message>
    <message>
        <source>Command, head such as 1.3, token, model, example, guide page or change</source>
        <translation>أمر أو رأس مثل 1.3 أو رمز أو نموذج أو مثال أو صفحة من الدليل أو تغيير</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>بحث</translation>
    </message>
    <message>
        <source>Matches</source>
        <translation>النتائج</translation>
    </message>
    <message>
        <source>No match</source>
        <translation>لا نتائج</translation>
    </message>
</context>
<context>
    <name>headlight::ComparisonPane</name>
    <message>
        <source>Most different rows</source>
        <translation>الصفوف الأكثر اختلافا</translation>
    </message>
    <message>
        <source>Jensen–Shannon divergence of each row, in nats; at most 0.6931</source>
        <translation>تباعد Jensen–Shannon لكل صف، بوحدة nats؛ 0.6931 على الأكثر</translation>
    </message>
    <message>
        <source>Rows that differ most, with their divergence in nats</source>
        <translation>الصفوف الأكثر اختلافا مع تباعدها بوحدة nats</translation>
    </message>
    <message>
        <source>Head comparison progress</source>
        <translation>تقدم مقارنة كل الرؤوس</translation>
    </message>
    <message>
        <source>Heads with their divergence in nats</source>
        <translation>الرؤوس مع تباعدها بوحدة nats</translation>
    </message>
    <message>
        <source>Compare with another text (Ctrl+B) or another model, or subtract a head in a panel&apos;s menu.</source>
        <translation>قارن بنص آخر (Ctrl+B) أو بنموذج آخر، أو اطرح رأسا في قائمة إحدى اللوحات.</translation>
    </message>
    <message>
        <source>Running…</source>
        <translation>قراءة…</translation>
    </message>
    <message>
        <source>Most similar heads</source>
        <translation>الرؤوس الأشبه بهذا</translation>
    </message>
    <message>
        <source>Most different heads</source>
        <translation>الرؤوس الأكثر اختلافا</translation>
    </message>
    <message>
        <source>Jensen–Shannon divergence, mean over rows, in nats</source>
        <translation>تباعد Jensen–Shannon، متوسط الصفوف، بوحدة nats</translation>
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
        <translation>من أقصى ممكن</translation>
    </message>
    <message>
        <source>Correlation</source>
        <translation>الارتباط</translation>
    </message>
    <message>
        <source>Largest difference</source>
        <translation>أكبر فرق</translation>
    </message>
</context>
<context>
    <name>headlight::ContactsWindow</name>
    <message>
        <source>Contacts</source>
        <translation>التماسات</translation>
    </message>
    <message>
        <source>Predicted contacts of residues; arrow keys move</source>
        <translation>تماسات البقايا المتوقعة؛ تتحرك بمفاتيح الأسهم</translation>
    </message>
    <message>
        <source>Contacts progress</source>
        <translation>تقدم حساب التماسات</translation>
    </message>
    <message>
        <source>This model predicts no contacts. Open a protein model with a contact head, such as ESM-2.</source>
        <translation>لا يتوقع هذا النموذج تماسات. افتح نموذج بروتينات له رأس تماسات، مثل ESM-2.</translation>
    </message>
</context>
<context>
    <name>headlight::ConversationEditor</name>
    <message>
        <source>Turns of the conversation</source>
        <translation>أدوار المحادثة</translation>
    </message>
    <message>
        <source>Add turn</source>
        <translation>إضافة دور</translation>
    </message>
    <message>
        <source>Add a turn at the end</source>
        <translation>إضافة دور في النهاية</translation>
    </message>
    <message>
        <source>System prompt</source>
        <translation>موجه النظام</translation>
    </message>
    <message>
        <source>Add a system prompt</source>
        <translation>إضافة موجه النظام</translation>
    </message>
    <message>
        <source>Add a first turn that tells the model how to behave</source>
        <translation>إضافة دور أول يخبر النموذج كيف يتصرف</translation>
    </message>
    <message>
        <source>End of the conversation</source>
        <translation>نهاية المحادثة</translation>
    </message>
    <message>
        <source>Where the model stops reading, and goes on when it generates</source>
        <translation>حيث يتوقف النموذج عن القراءة ويتابع عند التوليد</translation>
    </message>
    <message>
        <source>end after last turn</source>
        <translation>الانتهاء بعد آخر دور</translation>
    </message>
    <message>
        <source>begin the answer</source>
        <translation>بدء الجواب</translation>
    </message>
    <message>
        <source>continue last turn</source>
        <translation>متابعة آخر دور</translation>
    </message>
</context>
<context>
    <name>headlight::CorpusWindow</name>
    <message>
        <source>Over many texts</source>
        <translation>عبر نصوص كثيرة</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>&amp;حفظ…</translation>
    </message>
    <message>
        <source>Every head over all texts; arrow keys move, Return selects</source>
        <translation>كل رأس عبر كل النصوص؛ الأسهم للتنقل ومفتاح الإدخال للاختيار</translation>
    </message>
    <message>
        <source>Progress over many texts</source>
        <translation>التقدم عبر نصوص كثيرة</translation>
    </message>
    <message>
        <source>&amp;Limit</source>
        <translation>ا&amp;لحد</translation>
    </message>
    <message>
        <source>scatter</source>
        <translation>مخطط انتشار</translation>
    </message>
    <message>
        <source>atlas</source>
        <translation>أطلس</translation>
    </message>
    <message>
        <source>S&amp;how</source>
        <translation>إ&amp;ظهار</translation>
    </message>
    <message>
        <source>What one head does over all texts</source>
        <translation>ما يفعله رأس واحد عبر كل النصوص</translation>
    </message>
    <message>
        <source>Texts from the strongest to the weakest; Return opens one</source>
        <translation>نصوص من الأقوى إلى الأضعف؛ مفتاح الإدخال يفتح واحدا</translation>
    </message>
    <message>
        <source>Double-click opens the text at this head</source>
        <translation>النقر المزدوج يفتح النص عند هذا الرأس</translation>
    </message>
    <message>
        <source>Measure runs %1 over the first %2 texts of %3 and shows what each head does over all of them.</source>
        <translation>يشغل القياس %1 على أول %2 من نصوص %3 ويعرض ما يفعله كل رأس عبرها كلها.</translation>
    </message>
    <message>
        <source>Choose texts</source>
        <translation>اختيار نصوص</translation>
    </message>
    <message>
        <source>Save statistics</source>
        <translation>حفظ الإحصاءات</translation>
    </message>
    <message>
        <source>Statistics of heads (*.headstats)</source>
        <translation>إحصاءات الرؤوس (*.headstats)</translation>
    </message>
    <message>
        <source>%1 texts, %2 per second, %3 left</source>
        <translation>%1 نصا، %2 في الثانية، بقي %3</translation>
    </message>
    <message>
        <source>head card</source>
        <translation>بطاقة رأس</translation>
    </message>
    <message>
        <source>differences</source>
        <translation>فروق</translation>
    </message>
    <message>
        <source>differences as atlas</source>
        <translation>الفروق كأطلس</translation>
    </message>
    <message>
        <source>curves</source>
        <translation>منحنيات</translation>
    </message>
    <message>
        <source>heads by step</source>
        <translation>الرؤوس بحسب الخطوة</translation>
    </message>
    <message>
        <source>atlas of a step</source>
        <translation>أطلس خطوة</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;فتح</translation>
    </message>
    <message>
        <source>&amp;Texts or statistics…</source>
        <translation>&amp;نصوص أو إحصاءات…</translation>
    </message>
    <message>
        <source>Compare &amp;with statistics…</source>
        <translation>م&amp;قارنة بإحصاءات…</translation>
    </message>
    <message>
        <source>Choose statistics to compare with</source>
        <translation>اختيار إحصاءات للمقارنة</translation>
    </message>
    <message>
        <source>&amp;End comparison</source>
        <translation>إ&amp;نهاء المقارنة</translation>
    </message>
    <message>
        <source>none</source>
        <translation>لا شيء</translation>
    </message>
    <message>
        <source>Where heads should attend: each gets a score next to the chance level of even attention</source>
        <translation>أين ينبغي أن تنتبه الرؤوس: لكل منها درجة بجانب مستوى المصادفة لانتباه متساوٍ</translation>
    </message>
    <message>
        <source>&amp;Pattern</source>
        <translation>&amp;نمط</translation>
    </message>
    <message>
        <source>Metri&amp;c</source>
        <translation>م&amp;قياس</translation>
    </message>
    <message>
        <source>&amp;against</source>
        <translation>م&amp;قابل</translation>
    </message>
    <message>
        <source>S&amp;tep</source>
        <translation>ال&amp;خطوة</translation>
    </message>
    <message>
        <source>Reading statistics…</source>
        <translation>تُقرأ الإحصاءات…</translation>
    </message>
    <message>
        <source>Texts and statistics (*.txt *.jsonl *.csv *.tsv *.conllu *.json *.headstats)</source>
        <translation>نصوص وإحصاءات (*.txt *.jsonl *.csv *.tsv *.conllu *.json *.headstats)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>كل الملفات (*)</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>جدول (*.csv)</translation>
    </message>
    <message>
        <source>Table (*.json)</source>
        <translation>جدول (*.json)</translation>
    </message>
    <message>
        <source>%1 steps, %2 to %3</source>
        <translation>%1 خطوات، من %2 إلى %3</translation>
    </message>
    <message>
        <source>&amp;Checkpoints over training (folder)…</source>
        <translation>ن&amp;قاط التدريب (مجلد)…</translation>
    </message>
    <message>
        <source>Choose a folder of statistics or of models</source>
        <translation>اختيار مجلد إحصاءات أو نماذج</translation>
    </message>
    <message>
        <source>Training of %1 (built in)</source>
        <translation>تدريب %1 (مدمج)</translation>
    </message>
    <message>
        <source>Measure runs each step of %1 over the first %2 texts of %3 and shows what its heads become.</source>
        <translation>يشغل القياس كل خطوة من %1 على أول %2 من نصوص %3 ويعرض ما تصير إليه رؤوسها.</translation>
    </message>
    <message>
        <source>loss without each head</source>
        <translation>الخسارة بدون كل رأس</translation>
    </message>
    <message>
        <source>losses as atlas</source>
        <translation>الخسائر كأطلس</translation>
    </message>
    <message>
        <source>attention</source>
        <translation>الانتباه</translation>
    </message>
    <message>
        <source>ablation, zero</source>
        <translation>استئصال، صفر</translation>
    </message>
    <message>
        <source>ablation, mean</source>
        <translation>استئصال، متوسط</translation>
    </message>
    <message>
        <source>What each head does, or what the prediction loses without it</source>
        <translation>ما يفعله كل رأس، أو ما يخسره التنبؤ بدونه</translation>
    </message>
    <message>
        <source>M&amp;easured</source>
        <translation>الم&amp;قيس</translation>
    </message>
    <message>
        <source>Measure runs %1 over the first %2 texts of %3, once more without each head in turn, and shows what the predictions lose.</source>
        <translation>يشغّل القياس %1 على أول %2 نصًا من %3، ثم مرة أخرى بدون كل رأس على التوالي، ويعرض ما تخسره التنبؤات.</translation>
    </message>
    <message>
        <source>A training is measured by the attention of its steps; ablation needs texts and one model.</source>
        <translation>يُقاس التدريب بانتباه خطواته؛ أما الاستئصال فيحتاج إلى نصوص ونموذج واحد.</translation>
    </message>
    <message>
        <source>Add to &amp;deck</source>
        <translation>&amp;إضافة إلى العرض</translation>
    </message>
    <message>
        <source>A slide of statistics names their file: save or open them first</source>
        <translation>تذكر شريحة الإحصاءات ملفها: احفظها أو افتحها أولًا</translation>
    </message>
    <message>
        <source>This &amp;picture</source>
        <translation>هذه ال&amp;صورة</translation>
    </message>
    <message>
        <source>Head &amp;card</source>
        <translation>&amp;بطاقة الرأس</translation>
    </message>
    <message>
        <source>Running the first texts…</source>
        <translation>جارٍ تشغيل النصوص الأولى…</translation>
    </message>
    <message>
        <source>Ablation: %1</source>
        <translation>الإزالة: %1</translation>
    </message>
    <message>
        <source>Attention: %1; ablation follows</source>
        <translation>الانتباه: %1؛ تتبعه الإزالة</translation>
    </message>
    <message>
        <source>The ablation is not in this file; save a table to keep it.</source>
        <translation>الإزالة ليست في هذا الملف؛ احفظ جدولًا للاحتفاظ بها.</translation>
    </message>
</context>
<context>
    <name>headlight::CostWindow</name>
    <message>
        <source>Cost</source>
        <translation>الكلفة</translation>
    </message>
    <message>
        <source>Cost by text length</source>
        <translation>الكلفة بحسب طول النص</translation>
    </message>
    <message>
        <source>&amp;Window size</source>
        <translation>نافذ&amp;ة المنحنيات ذات النافذة</translation>
    </message>
    <message>
        <source> tokens</source>
        <translation> رمزا</translation>
    </message>
</context>
<context>
    <name>headlight::Deck</name>
    <message>
        <source>deck: expected at least one slide, found none</source>
        <translation>العرض: يُتوقع شريحة واحدة على الأقل، ولا توجد أي شريحة</translation>
    </message>
    <message>
        <source>deck: expected a text in the main window, found none</source>
        <translation>العرض: كان متوقعًا نص في النافذة الرئيسية ولم يوجد</translation>
    </message>
</context>
<context>
    <name>headlight::DeckWindow</name>
    <message>
        <source>Deck</source>
        <translation>العرض</translation>
    </message>
    <message>
        <source>Slides</source>
        <translation>الصفحات</translation>
    </message>
    <message>
        <source>No slides yet. Press Ctrl+D to add the current panel.</source>
        <translation>لا شيء هنا بعد. يضيف Ctrl+D اللوحة الحالية أثناء الاستكشاف.</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>أعلى</translation>
    </message>
    <message>
        <source>Move up (Alt+Up)</source>
        <translation>أبكر في العرض (Alt+Up)</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>أسفل</translation>
    </message>
    <message>
        <source>Move down (Alt+Down)</source>
        <translation>أبعد في العرض (Alt+Down)</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>حذف</translation>
    </message>
    <message>
        <source>Remove from deck (Undo restores)</source>
        <translation>إخراج من العرض؛ والتراجع يعيدها</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>العنوان</translation>
    </message>
    <message>
        <source>Slide title</source>
        <translation>عنوان الصفحة</translation>
    </message>
    <message>
        <source>Say what the slide shows</source>
        <translation>جملة تقول ما يُرى</translation>
    </message>
    <message>
        <source>Slide text</source>
        <translation>جملة الصفحة</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>الصيغة</translation>
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
        <translation>صفحة ويب</translation>
    </message>
    <message>
        <source>Aspect ratio</source>
        <translation>شكل الصفحات</translation>
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
        <translation>السمة</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>فاتح</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>داكن</translation>
    </message>
    <message>
        <source>Include texts and session</source>
        <translation>تضمين النصوص والجلسة</translation>
    </message>
    <message>
        <source>Turn off for confidential work: tokens become numbers, no texts are stored</source>
        <translation>أوقفه للعمل السري: أرقام بدل الرموز، ولا شيء من النصوص في الملف</translation>
    </message>
    <message>
        <source>File</source>
        <translation>الملف</translation>
    </message>
    <message>
        <source>Export deck</source>
        <translation>تصدير العرض</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>استعراض…</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>بلا عنوان</translation>
    </message>
    <message>
        <source>Open in window</source>
        <translation>افتح في النافذة</translation>
    </message>
    <message>
        <source>Show this slide in the main window (Return)</source>
        <translation>اعرض هذه الشريحة في النافذة الرئيسية (Return)</translation>
    </message>
    <message>
        <source>Present…</source>
        <translation>عرض…</translation>
    </message>
    <message>
        <source>The pages on one screen, notes and the next page on the other (F5)</source>
        <translation>الصفحات على شاشة، والملاحظات والصفحة التالية على الأخرى (F5)</translation>
    </message>
    <message>
        <source>Hypothesis</source>
        <translation>فرضية</translation>
    </message>
    <message>
        <source>Doubt</source>
        <translation>شك</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>نتيجة</translation>
    </message>
    <message>
        <source>Kind of note</source>
        <translation>نوع الملاحظة</translation>
    </message>
    <message>
        <source>What the slide is in a notebook: the word begins its text</source>
        <translation>ما تمثله الشريحة في دفتر: تبدأ الكلمة نصها</translation>
    </message>
    <message>
        <source>Slide</source>
        <translation>شريحة</translation>
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
        <translation>نموذجان</translation>
    </message>
    <message>
        <source>Differences of two models; arrow keys move</source>
        <translation>فروق نموذجين؛ تنقّل بمفاتيح الأسهم</translation>
    </message>
    <message>
        <source>Comparison progress</source>
        <translation>تقدّم المقارنة</translation>
    </message>
    <message>
        <source>Tensor</source>
        <translation>الموتر</translation>
    </message>
    <message>
        <source>In the finer file</source>
        <translation>في الملف الأدق</translation>
    </message>
    <message>
        <source>Data type, finer</source>
        <translation>صيغة الأعداد، الأدق</translation>
    </message>
    <message>
        <source>Data type, other</source>
        <translation>صيغة الأعداد، الآخر</translation>
    </message>
    <message>
        <source>Relative error</source>
        <translation>الخطأ النسبي</translation>
    </message>
    <message>
        <source>Largest difference</source>
        <translation>أكبر فرق</translation>
    </message>
    <message>
        <source>All tensors with their errors</source>
        <translation>كل الموترات مع أخطائها</translation>
    </message>
    <message>
        <source>Open a second file of the model with File → Compare with another model: another quantisation, or what was fine-tuned of it.</source>
        <translation>افتح ملفًا ثانيًا للنموذج عبر ملف ← المقارنة بنموذج آخر: تكميم آخر، أو ما ضُبط منه ضبطًا دقيقًا.</translation>
    </message>
    <message>
        <source>Running…</source>
        <translation>قراءة…</translation>
    </message>
    <message>
        <source>No model has run: attention from a file has no weights.</source>
        <translation>لم يعمل أي نموذج: لا أوزان نموذج في انتباه من ملف.</translation>
    </message>
</context>
<context>
    <name>headlight::DrawingGrid</name>
    <message>
        <source>%1 → %2</source>
        <comment>from a token to a token</comment>
        <translation>%1 ← %2</translation>
    </message>
    <message>
        <source>%1, drawn</source>
        <translation>%1، مرسومة</translation>
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
        <translation>الإجابات قبل التغييرات وبعدها؛ اختر واحدة لمراقبتها</translation>
    </message>
    <message>
        <source>Prediction</source>
        <translation>الإجابة</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>قبل</translation>
    </message>
    <message>
        <source>After</source>
        <translation>بعد</translation>
    </message>
    <message>
        <source>Δ ln p</source>
        <translation>Δ ln p</translation>
    </message>
    <message>
        <source>Change of the log-probability, in nats</source>
        <translation>تغير لوغاريتم الاحتمال، بوحدة nats</translation>
    </message>
    <message>
        <source>Which head matters for this word?</source>
        <translation>أي رأس يهم هذه الكلمة؟</translation>
    </message>
    <message>
        <source>Switches each head off in turn and shows its effect on the tracked prediction</source>
        <translation>يوقف كل رأس بدوره ويُظهر أثره في الإجابة المراقَبة</translation>
    </message>
    <message>
        <source>Ablation progress</source>
        <translation>تقدم إيقاف كل رأس</translation>
    </message>
    <message>
        <source>Change in log-probability without each head</source>
        <translation>الرؤوس وتغير لوغاريتم احتمال الإجابة من دونها</translation>
    </message>
    <message>
        <source>Show as a map…</source>
        <translation>إظهار كخريطة…</translation>
    </message>
    <message>
        <source>Every head in its place, layer by layer, with zero or mean ablation</source>
        <translation>كل رأس في مكانه، طبقة طبقة، مع استئصال بالصفر أو بالمتوسط</translation>
    </message>
    <message>
        <source>Heads with shifted attention</source>
        <translation>رؤوس تنظر الآن إلى مكان آخر</translation>
    </message>
    <message>
        <source>Jensen–Shannon divergence of their attention, mean over rows, in nats</source>
        <translation>تباعد Jensen–Shannon لانتباهها، متوسط الصفوف، بوحدة nats</translation>
    </message>
    <message>
        <source>Before/after comparison progress</source>
        <translation>تقدم المقارنة قبل وبعد</translation>
    </message>
    <message>
        <source>Heads with shifted attention and their divergence in nats</source>
        <translation>رؤوس تحوّل انتباهها مع تباعدها بوحدة nats</translation>
    </message>
    <message>
        <source>Show the difference</source>
        <translation>عرض الفرق</translation>
    </message>
    <message>
        <source>With changes, without changes, and the difference</source>
        <translation>مع التغييرات ومن دونها والفرق</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>إيقاف</translation>
    </message>
    <message>
        <source>Running…</source>
        <translation>قراءة…</translation>
    </message>
    <message>
        <source>Prediction for the text</source>
        <translation>ما يقوله النموذج عن النص</translation>
    </message>
    <message>
        <source>Next token after “%1” (%2)</source>
        <translation>ما يأتي بعد «%1» (%2)</translation>
    </message>
    <message>
        <source>Prediction for “%1” (%2)</source>
        <translation>ما يحل محل «%1» (%2)</translation>
    </message>
    <message>
        <source>Class of “%1” (%2)</source>
        <translation>ما هو «%1» (%2)</translation>
    </message>
    <message>
        <source>This model has no output head, so it predicts nothing.</source>
        <translation>ليس لهذا النموذج رأس خرج: لا يقول شيئا.</translation>
    </message>
    <message>
        <source>Pin a token or type a mask token to see a prediction.</source>
        <translation>ثبّت رمزا أو اكتب قناعا لترى ما يقوله النموذج هناك.</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>الآن</translation>
    </message>
    <message>
        <source> ± %1</source>
        <translation> ± %1</translation>
    </message>
    <message>
        <source>“%1”: %2 before, %3 after</source>
        <translation>«%1»: %2 قبل، %3 بعد</translation>
    </message>
    <message>
        <source>“%1”: %2 → %3, Δ log-probability %4 nats. </source>
        <translation>«%1»: من %2 إلى %3، Δ لوغاريتم الاحتمال %4 nats. </translation>
    </message>
    <message>
        <source>Whole prediction: KL divergence %1 nats.</source>
        <translation>كل الإجابات معا: تباعد KL قدره %1 nats.</translation>
    </message>
    <message>
        <source> After: mean of %1 draws ± their standard deviation.</source>
        <translation> بعد: متوسط %1 سحوبات ± انحرافها المعياري.</translation>
    </message>
    <message>
        <source>No head shifts its attention</source>
        <translation>لا رأس يحوّل انتباهه</translation>
    </message>
    <message>
        <source>Δ log-probability of “%1” without each head, in nats; largest first</source>
        <translation>Δ لوغاريتم احتمال «%1» من دون كل رأس، بوحدة nats؛ الأكبر أولا</translation>
    </message>
    <message>
        <source>No single head changes the log-probability of “%1”</source>
        <translation>لا رأس وحده يغيّر لوغاريتم احتمال «%1»</translation>
    </message>
    <message>
        <source>Head %1</source>
        <translation>الرأس %1</translation>
    </message>
</context>
<context>
    <name>headlight::ExpertsView</name>
    <message>
        <source>Experts of each token; arrow keys move, Return stresses the expert</source>
        <translation>خبراء كل رمز؛ الأسهم للتنقل، وEnter لإبراز الخبير</translation>
    </message>
</context>
<context>
    <name>headlight::ExpertsWindow</name>
    <message>
        <source>Experts</source>
        <translation>الخبراء</translation>
    </message>
    <message>
        <source>layers and tokens</source>
        <translation>الطبقات والرموز</translation>
    </message>
    <message>
        <source>load</source>
        <translation>الحمل</translation>
    </message>
    <message>
        <source>text</source>
        <translation>النص</translation>
    </message>
    <message>
        <source>S&amp;hown</source>
        <translation>المع&amp;روض</translation>
    </message>
    <message>
        <source>&amp;Layer</source>
        <translation>ال&amp;طبقة</translation>
    </message>
    <message>
        <source>E&amp;xpert</source>
        <translation>ال&amp;خبير</translation>
    </message>
    <message>
        <source>Switch &amp;off</source>
        <translation>إي&amp;قاف</translation>
    </message>
    <message>
        <source>Adds a change: the router may not choose this expert</source>
        <translation>يضيف تغييرًا: لا يجوز للموجّه اختيار هذا الخبير</translation>
    </message>
    <message>
        <source>&amp;Force</source>
        <translation>&amp;فرض</translation>
    </message>
    <message>
        <source>Adds a change: the router must choose this expert</source>
        <translation>يضيف تغييرًا: يجب على الموجّه اختيار هذا الخبير</translation>
    </message>
    <message>
        <source>Experts of each token; arrow keys move, Return chooses the expert</source>
        <translation>خبراء كل رمز؛ تتحرك بمفاتيح الأسهم، ويختار مفتاح الإدخال الخبير</translation>
    </message>
    <message>
        <source>This model has no experts. Open a mixture of experts, such as Mixtral or Qwen3-MoE.</source>
        <translation>ليس في هذا النموذج خبراء. افتح مزيج خبراء مثل Mixtral أو Qwen3-MoE.</translation>
    </message>
    <message>
        <source>all</source>
        <translation>الكل</translation>
    </message>
</context>
<context>
    <name>headlight::ExportDialog</name>
    <message>
        <source>Export figure</source>
        <translation>تصدير الشكل</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>تصدير</translation>
    </message>
    <message>
        <source>File</source>
        <translation>الملف</translation>
    </message>
    <message>
        <source>F&amp;ile</source>
        <translation>ا&amp;لملف</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>استعراض…</translation>
    </message>
    <message>
        <source>PNG (raster)</source>
        <translation>PNG، بكسلات</translation>
    </message>
    <message>
        <source>SVG (vector)</source>
        <translation>SVG، متجهات</translation>
    </message>
    <message>
        <source>PDF (vector)</source>
        <translation>PDF، متجهات</translation>
    </message>
    <message>
        <source>PowerPoint, editable shapes</source>
        <translation>PowerPoint، أشكال قابلة للتحرير</translation>
    </message>
    <message>
        <source>Web page, one file</source>
        <translation>صفحة ويب، ملف واحد</translation>
    </message>
    <message>
        <source>Custom size</source>
        <translation>مقاس خاص</translation>
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
        <translation>العرض بالبكسل</translation>
    </message>
    <message>
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <source>Height in pixels</source>
        <translation>الارتفاع بالبكسل</translation>
    </message>
    <message>
        <source>Pixels per inch</source>
        <translation>بكسلات لكل بوصة</translation>
    </message>
    <message>
        <source> dpi</source>
        <translation> dpi</translation>
    </message>
    <message>
        <source>More pixels per inch make text and lines larger in pixels</source>
        <translation>كلما زادت البكسلات في البوصة كبر النص والخطوط بالبكسل</translation>
    </message>
    <message>
        <source>&amp;Size</source>
        <translation>الم&amp;قاس</translation>
    </message>
    <message>
        <source>&amp;Slide</source>
        <translation>ال&amp;شريحة</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>الشكل</translation>
    </message>
    <message>
        <source>&amp;What</source>
        <translation>&amp;ماذا</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>الص&amp;يغة</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>فاتح</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>داكن</translation>
    </message>
    <message>
        <source>As in the window</source>
        <translation>كما في النافذة</translation>
    </message>
    <message>
        <source>Default font</source>
        <translation>الخط المعتاد</translation>
    </message>
    <message>
        <source>Size of labels in points</source>
        <translation>حجم التسميات بالنقاط</translation>
    </message>
    <message>
        <source> pt</source>
        <translation> نقطة</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>ملائم</translation>
    </message>
    <message>
        <source>Size of labels; 0 fits them to the figure</source>
        <translation>حجم التسميات؛ 0 يلائمها مع الشكل</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>يمينا</translation>
    </message>
    <message>
        <source>Below</source>
        <translation>أسفل</translation>
    </message>
    <message>
        <source>None</source>
        <translation>بلا</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>المظهر</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>الس&amp;مة</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>&amp;الألوان</translation>
    </message>
    <message>
        <source>Te&amp;xt</source>
        <translation>&amp;النص</translation>
    </message>
    <message>
        <source>&amp;Legend</source>
        <translation>م&amp;فتاح الرسم</translation>
    </message>
    <message>
        <source>T&amp;itle</source>
        <translation>ال&amp;عنوان</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>العنوان</translation>
    </message>
    <message>
        <source>C&amp;aption</source>
        <translation>&amp;التعليق</translation>
    </message>
    <message>
        <source>Model, text and how to read the colours</source>
        <translation>النموذج والنص وكيفية قراءة الألوان</translation>
    </message>
    <message>
        <source>Your own sentence</source>
        <translation>جملة من عندك</translation>
    </message>
    <message>
        <source>&amp;Numbers in cells</source>
        <translation>أع&amp;داد في الخلايا</translation>
    </message>
    <message>
        <source>Percentages in the cells of a heatmap, when they fit</source>
        <translation>نسب مئوية في خلايا الخريطة الحرارية إن اتسعت</translation>
    </message>
    <message>
        <source>Transparent &amp;background</source>
        <translation>&amp;خلفية شفافة</translation>
    </message>
    <message>
        <source>Includ&amp;e text and session</source>
        <translation>&amp;الاحتفاظ بالنص والجلسة في الملف</translation>
    </message>
    <message>
        <source>Turn off for confidential work: tokens become numbers, no text is stored</source>
        <translation>أوقفه للعمل السري: أرقام بدل الرموز، ولا شيء من النص في الملف</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>إظهار</translation>
    </message>
    <message>
        <source>Callouts</source>
        <translation>تنويهات</translation>
    </message>
    <message>
        <source>Click a cell or token to add a callout, or use arrow keys and Return.</source>
        <translation>انقر خلية أو رمزا في الصورة لتعليمه، أو اذهب إليه بالأسهم واضغط Enter.</translation>
    </message>
    <message>
        <source>Remove the mark: %1</source>
        <translation>إزالة العلامة: %1</translation>
    </message>
    <message>
        <source>Title and caption become text of the slide.</source>
        <translation>العنوان والتعليق نصان في الشريحة.</translation>
    </message>
    <message>
        <source>%1 × %2 inches</source>
        <translation>%1 × %2 بوصة</translation>
    </message>
    <message>
        <source>Drop the file on Headlight to restore this session.</source>
        <translation>إفلات الملف على Headlight يفتح هذه الجلسة من جديد.</translation>
    </message>
    <message>
        <source>Tokens are numbered. The file contains no session.</source>
        <translation>الرموز مرقَّمة. لا يحوي الملف جلسة.</translation>
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
        <translation>صفحة ويب (*.html)</translation>
    </message>
    <message>
        <source>How the figure is exported</source>
        <translation>كيف يُصدَّر الشكل</translation>
    </message>
    <message>
        <source>Visible part</source>
        <translation>الجزء المرئي</translation>
    </message>
    <message>
        <source>Whole map</source>
        <translation>الخريطة كلها</translation>
    </message>
    <message>
        <source>The map is zoomed: export the visible part or all of it</source>
        <translation>الخريطة مكبَّرة: صدِّر الجزء الظاهر أو كلها</translation>
    </message>
    <message>
        <source>&amp;Part</source>
        <translation>ال&amp;جزء</translation>
    </message>
    <message>
        <source>Sentence below the title</source>
        <translation>جملة تحت العنوان</translation>
    </message>
</context>
<context>
    <name>headlight::FigureCanvas</name>
    <message>
        <source>No picture yet</source>
        <translation>لا توجد صورة بعد</translation>
    </message>
</context>
<context>
    <name>headlight::FigureCommands</name>
    <message>
        <source>&amp;Export figure…</source>
        <translation>تصدير ال&amp;شكل…</translation>
    </message>
    <message>
        <source>Add to &amp;deck</source>
        <translation>&amp;إضافة إلى العرض</translation>
    </message>
    <message>
        <source>&amp;Copy figure</source>
        <translation>ن&amp;سخ الشكل</translation>
    </message>
    <message>
        <source>Copy figure (outside a text field)</source>
        <translation>نسخ الشكل (خارج حقل النص)</translation>
    </message>
    <message>
        <source>Copy &amp;numbers</source>
        <translation>نس&amp;خ الأعداد</translation>
    </message>
    <message>
        <source>Copy numbers as a table for spreadsheets</source>
        <translation>نسخ الأعداد جدولا لبرامج الجداول</translation>
    </message>
    <message>
        <source>Saved to %1</source>
        <translation>كُتب في %1</translation>
    </message>
    <message>
        <source>Open file</source>
        <translation>فتح الملف</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>إظهار في المجلد</translation>
    </message>
    <message>
        <source>Copied as picture and as vectors</source>
        <translation>نُسخ صورة ومتجهات</translation>
    </message>
    <message>
        <source>Heatmap too large to copy. Export it instead.</source>
        <translation>الخريطة أكبر من أن توضع في الحافظة.</translation>
    </message>
    <message>
        <source>Copied as a table</source>
        <translation>نُسخ جدولا</translation>
    </message>
    <message>
        <source>Added as slide %1</source>
        <translation>الصفحة %1 من العرض</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>&amp;طباعة…</translation>
    </message>
    <message>
        <source>Print current panel</source>
        <translation>طباعة اللوحة الحالية</translation>
    </message>
    <message>
        <source>Copy &amp;as command</source>
        <translation>نسخ &amp;كأمر</translation>
    </message>
    <message>
        <source>Copy the command line that draws the current panel</source>
        <translation>نسخ سطر الأوامر الذي يرسم اللوحة الحالية</translation>
    </message>
    <message>
        <source>Copied as a command</source>
        <translation>نُسخ كأمر</translation>
    </message>
    <message>
        <source>E&amp;xport animation…</source>
        <translation>تصدير الرسوم الم&amp;تحركة…</translation>
    </message>
    <message>
        <source>This panel shows all heads and there is no model: there is nothing to animate.</source>
        <translation>تعرض هذه اللوحة كل الرؤوس ولا يوجد نموذج: لا شيء لتحريكه.</translation>
    </message>
</context>
<context>
    <name>headlight::FindBar</name>
    <message>
        <source>Find in the tokens</source>
        <translation>البحث في الرموز</translation>
    </message>
    <message>
        <source>Find text or token #12</source>
        <translation>ابحث عن كلمات، أو #12 لرمز</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 من %2</translation>
    </message>
    <message>
        <source>Long-range link</source>
        <translation>أقوى رابط بعيد</translation>
    </message>
    <message>
        <source>Least distance in tokens</source>
        <translation>أقل مسافة بالرموز</translation>
    </message>
    <message>
        <source>≥ </source>
        <translation>≥ </translation>
    </message>
    <message>
        <source> tokens apart</source>
        <translation> رمزا بينهما</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>إغلاق (Esc)</translation>
    </message>
    <message>
        <source>Looking… %1</source>
        <translation>بحث… %1</translation>
    </message>
    <message>
        <source>Not in the text</source>
        <translation>غير موجود في النص</translation>
    </message>
    <message>
        <source>This head has no link between tokens so far apart.</source>
        <translation>ليس لهذا الرأس رابط بين رموز بهذا التباعد.</translation>
    </message>
    <message>
        <source>%1 of %2: “%3” → “%4”, %5, %6 apart</source>
        <translation>%1 من %2: من «%3» إلى «%4»، %5، المسافة %6</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>&amp;Find…</source>
        <translation>&amp;بحث…</translation>
    </message>
    <message>
        <source>Find ne&amp;xt</source>
        <translation>&amp;البحث عن التالي</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>الموضع التالي</translation>
    </message>
    <message>
        <source>Find pre&amp;vious</source>
        <translation>ا&amp;لبحث عن السابق</translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation>الموضع السابق</translation>
    </message>
    <message>
        <source>Next long-range &amp;link</source>
        <translation>&amp;أقوى رابط بعيد</translation>
    </message>
    <message>
        <source>Next strongest link between distant tokens in this head</source>
        <translation>يذهب إلى أقوى رابط بين رموز متباعدة في رأس اللوحة الحالية، ثم إلى التالي في كل مرة</translation>
    </message>
</context>
<context>
    <name>headlight::FindWindow</name>
    <message>
        <source>Find heads by drawing</source>
        <translation>إيجاد الرؤوس بالرسم</translation>
    </message>
    <message>
        <source>Patterns that describe the drawn cells, the best first; their other cells are outlined</source>
        <translation>أنماط تصف الخلايا المرسومة، أفضلها أولا؛ خلاياها الأخرى محاطة بإطار</translation>
    </message>
    <message>
        <source>As &amp;pattern</source>
        <translation>ك&amp;نمط</translation>
    </message>
    <message>
        <source>Over &amp;many texts…</source>
        <translation>عبر نصوص &amp;كثيرة…</translation>
    </message>
    <message>
        <source>Ranks all heads by this pattern over many texts</source>
        <translation>يرتب كل الرؤوس بحسب هذا النمط عبر نصوص كثيرة</translation>
    </message>
    <message>
        <source>&amp;Clear</source>
        <translation>&amp;مسح</translation>
    </message>
    <message>
        <source>Heads by their attention on the drawn cells; arrow keys move, Return selects</source>
        <translation>الرؤوس بحسب انتباهها للخلايا المرسومة؛ الأسهم للتنقل ومفتاح الإدخال للاختيار</translation>
    </message>
    <message>
        <source>Search progress</source>
        <translation>تقدّم البحث</translation>
    </message>
    <message>
        <source>Cells to draw: rows attend, columns are attended to; arrow keys move, Space draws, Delete clears</source>
        <translation>خلايا للرسم: الصفوف تنتبه والأعمدة يُنتبه إليها؛ الأسهم للتنقل والمسافة للرسم ومفتاح الحذف للمسح</translation>
    </message>
    <message>
        <source>Cells can be drawn for up to %1 tokens; the text has %2.</source>
        <translation>يمكن رسم الخلايا حتى %1 من الرموز؛ وللنص %2.</translation>
    </message>
    <message>
        <source>Cells are drawn where a text attends to itself.</source>
        <translation>تُرسم الخلايا حيث ينتبه النص إلى نفسه.</translation>
    </message>
    <message>
        <source>Draw cells with the pointer: rows attend, columns are attended to. Colours: %1.</source>
        <translation>ارسم الخلايا بالمؤشر: الصفوف تنتبه والأعمدة يُنتبه إليها. الألوان: %1.</translation>
    </message>
    <message>
        <source>No row can be scored: all that it sees is drawn, or its token is a sink.</source>
        <translation>لا يمكن تقييم أي صف: كل ما يراه مرسوم، أو أنه يقع على مصب.</translation>
    </message>
    <message>
        <source>%1: %2 of the drawn rows’ cells, %3 in the text</source>
        <translation>%1: %2 من خلايا هذه الصفوف، %3 في النص</translation>
    </message>
    <message>
        <source>these places in every text</source>
        <translation>هذه المواضع في كل نص</translation>
    </message>
    <message>
        <source>Heads by drawing</source>
        <translation>رؤوس بالرسم</translation>
    </message>
    <message>
        <source>Filled: the drawn cells. Dashed: the other cells of the pattern.</source>
        <translation>ممتلئة: الخلايا المرسومة. متقطعة: باقي خلايا النمط.</translation>
    </message>
</context>
<context>
    <name>headlight::FlowView</name>
    <message>
        <source>Token flow</source>
        <translation>تدفق الرموز</translation>
    </message>
</context>
<context>
    <name>headlight::GenerationBar</name>
    <message>
        <source>Continue text</source>
        <translation>متابعة الكتابة</translation>
    </message>
    <message>
        <source>Maximum new tokens</source>
        <translation>هذا العدد من الرموز على الأكثر</translation>
    </message>
    <message>
        <source> tokens</source>
        <translation> رمزا</translation>
    </message>
    <message>
        <source>Decoding method</source>
        <translation>كيف يُختار الرمز التالي</translation>
    </message>
    <message>
        <source>greedy</source>
        <translation>الأرجح في كل مرة</translation>
    </message>
    <message>
        <source>sampling</source>
        <translation>مسحوب عشوائيا</translation>
    </message>
    <message>
        <source>beam search</source>
        <translation>بحث حزمي</translation>
    </message>
    <message>
        <source>temperature </source>
        <translation>درجة الحرارة </translation>
    </message>
    <message>
        <source>Above 1 evens the chances out, below 1 sharpens them</source>
        <translation>فوق 1 يساوي الفرص، ودون 1 يشحذها</translation>
    </message>
    <message>
        <source>top-k </source>
        <translation>top-k </translation>
    </message>
    <message>
        <source>Sample from the k most likely tokens; 0 = all</source>
        <translation>هذا العدد فقط من أرجح الرموز؛ 0 للكل</translation>
    </message>
    <message>
        <source>top-p </source>
        <translation>top-p </translation>
    </message>
    <message>
        <source>Sample from the most likely tokens up to this total probability</source>
        <translation>أرجح الرموز فقط التي لها معا هذا الاحتمال</translation>
    </message>
    <message>
        <source>seed </source>
        <translation>البذرة </translation>
    </message>
    <message>
        <source>Same seed, same tokens</source>
        <translation>البذرة نفسها تسحب الرموز نفسها</translation>
    </message>
    <message>
        <source>beams </source>
        <translation>الحزم </translation>
    </message>
    <message>
        <source>Candidate texts kept at each step</source>
        <translation>كم بداية يُحتفظ بها معا</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>الخطوة</translation>
    </message>
    <message>
        <source>Previous step</source>
        <translation>الخطوة السابقة</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>الخطوة التالية</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Alternatives</source>
        <translation>ما كان يمكن أن يكون هنا أيضا</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>إيقاف</translation>
    </message>
    <message>
        <source>This model cannot continue text.</source>
        <translation>لا يقول هذا النموذج الرمز التالي.</translation>
    </message>
    <message>
        <source>Generating…</source>
        <translation>كتابة…</translation>
    </message>
    <message>
        <source>Step %1 of %2: “%3”, %4</source>
        <translation>الخطوة %1 من %2: «%3»، %4</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1، %2</translation>
    </message>
    <message>
        <source>Continue from this token</source>
        <translation>جعل النموذج يتابع بهذا الرمز بدلا منه</translation>
    </message>
    <message>
        <source>Cont&amp;inue text</source>
        <translation>م&amp;تابعة الكتابة</translation>
    </message>
    <message>
        <source>Continue the text token by token; again to stop</source>
        <translation>جعل النموذج يتابع الكتابة رمزا رمزا؛ ومرة أخرى للإيقاف</translation>
    </message>
    <message>
        <source>Generation &amp;steps</source>
        <translation>خ&amp;طوات الكتابة</translation>
    </message>
    <message>
        <source>&amp;Keep as text</source>
        <translation>ا&amp;حتفظ به نصًا</translation>
    </message>
    <message>
        <source>Take the generated tokens into the text</source>
        <translation>أدرج الرموز المولَّدة في النص</translation>
    </message>
</context>
<context>
    <name>headlight::GuideBrowser</name>
    <message>
        <source>Page of the guide</source>
        <translation>صفحة الدليل</translation>
    </message>
</context>
<context>
    <name>headlight::GuideWindow</name>
    <message>
        <source>Guide</source>
        <translation>الدليل</translation>
    </message>
    <message>
        <source>Pages of the guide</source>
        <translation>صفحات الدليل</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>ال&amp;سابق</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
</context>
<context>
    <name>headlight::HandsOnTour</name>
    <message>
        <source>Tour: two minutes, hands on</source>
        <translation>جولة: دقيقتان من التجربة</translation>
    </message>
    <message>
        <source>Try it: each step ticks itself</source>
        <translation>جرّب: كل خطوة تُعلَّم تلقائيًا</translation>
    </message>
    <message>
        <source>Done: %1</source>
        <translation>تم: %1</translation>
    </message>
    <message>
        <source>To do: %1</source>
        <translation>متبقٍّ: %1</translation>
    </message>
    <message>
        <source>That is all you need. F1 opens the guide.</source>
        <translation>هذا كل ما تحتاجه. يفتح F1 الدليل.</translation>
    </message>
    <message>
        <source>&amp;Done</source>
        <translation>&amp;تم</translation>
    </message>
    <message>
        <source>&amp;Later</source>
        <translation>لا&amp;حقًا</translation>
    </message>
</context>
<context>
    <name>headlight::HeadFinder</name>
    <message>
        <source>Filter: 1.* or sink &gt; 0.5</source>
        <translation>ترشيح: ‎1.* or sink &gt; 0.5</translation>
    </message>
    <message>
        <source>Filter heads</source>
        <translation>ترشيح الرؤوس</translation>
    </message>
    <message>
        <source>Heads such as 1.* or *.0 2.3; metrics such as induction &gt; 0.5; label:previous; like:3.1; layer:0-2; joined by and, or, not</source>
        <translation>رؤوس مثل ‎1.*‎ أو ‎*.0 2.3‎؛ مقاييس مثل ‎induction &gt; 0.5‎؛ ‎label:previous‎؛ ‎like:3.1‎؛ ‎layer:0-2‎؛ تُربط بـ and وor وnot</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>مسح المرشح</translation>
    </message>
</context>
<context>
    <name>headlight::HeadTableModel</name>
    <message>
        <source>score %1, chance level %2</source>
        <translation>الدرجة %1، ومستوى المصادفة %2</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>الرأس</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>التسمية</translation>
    </message>
</context>
<context>
    <name>headlight::HeadTableWindow</name>
    <message>
        <source>Head table</source>
        <translation>الرؤوس بالأرقام</translation>
    </message>
    <message>
        <source>Head table progress</source>
        <translation>تقدم قياس الرؤوس</translation>
    </message>
    <message>
        <source>Heads with labels and metrics; Return opens one</source>
        <translation>الرؤوس بتسمياتها ومقاييسها؛ يفتح Enter واحدا</translation>
    </message>
    <message>
        <source>One metric of each head by layer; arrow keys move</source>
        <translation>مقياس لكل رأس بحسب الطبقة؛ تنقل الأسهم</translation>
    </message>
    <message>
        <source>&amp;Heads</source>
        <translation>ال&amp;رؤوس</translation>
    </message>
    <message>
        <source>all</source>
        <translation>الكل</translation>
    </message>
    <message>
        <source>&amp;Label</source>
        <translation>&amp;التسمية</translation>
    </message>
    <message>
        <source>&amp;Chart</source>
        <translation>الرسم ال&amp;بياني</translation>
    </message>
    <message>
        <source>&amp;Save table…</source>
        <translation>&amp;حفظ الجدول…</translation>
    </message>
    <message>
        <source>Save table</source>
        <translation>حفظ الجدول</translation>
    </message>
    <message>
        <source>Tables (*.csv *.json)</source>
        <translation>جداول (*.csv *.json)</translation>
    </message>
</context>
<context>
    <name>headlight::HeatmapView</name>
    <message>
        <source>Heatmap</source>
        <translation>خريطة حرارية</translation>
    </message>
    <message>
        <source>masked for this query</source>
        <translation>غير مرئي لهذا الاستعلام</translation>
    </message>
    <message>
        <source>Overview; drag to move the view</source>
        <translation>الخريطة كلها؛ اسحب لتحريك الجزء الظاهر</translation>
    </message>
    <message>
        <source>Overview; drag to move the view.
Cached: %1 of at most %2 MB</source>
        <translation>نظرة عامة؛ اسحب لتحريك العرض.
في الذاكرة المؤقتة: %1 من %2 م.ب على الأكثر</translation>
    </message>
    <message>
        <source>only one side has this token</source>
        <translation>جانب واحد فقط فيه هذا الرمز</translation>
    </message>
</context>
<context>
    <name>headlight::HistoryCommands</name>
    <message>
        <source>&amp;Undo</source>
        <translation>ت&amp;راجع</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>إعاد&amp;ة</translation>
    </message>
    <message>
        <source>&amp;Undo %1</source>
        <translation>ت&amp;راجع: %1</translation>
    </message>
    <message>
        <source>&amp;Redo %1</source>
        <translation>إعاد&amp;ة: %1</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>البداية</translation>
    </message>
</context>
<context>
    <name>headlight::ImageOverlayView</name>
    <message>
        <source>Attention over the image</source>
        <translation>الانتباه فوق الصورة</translation>
    </message>
</context>
<context>
    <name>headlight::Inspector</name>
    <message>
        <source>Attends to</source>
        <translation>ينظر إلى</translation>
    </message>
    <message>
        <source>Attended by</source>
        <translation>ينظر إليه</translation>
    </message>
    <message>
        <source>Point at a token to see its links; click to pin it.</source>
        <translation>أشر إلى رمز لترى روابطه؛ وانقر لتثبيته.</translation>
    </message>
    <message>
        <source>“%1” · token %2</source>
        <translation>«%1» · الرمز %2</translation>
    </message>
    <message>
        <source>First token</source>
        <translation>على الرمز الأول</translation>
    </message>
    <message>
        <source>Special tokens</source>
        <translation>على الرموز الخاصة</translation>
    </message>
    <message>
        <source>Entropy</source>
        <translation>الإنتروبيا</translation>
    </message>
    <message>
        <source>%1 nats</source>
        <translation>%1 nats</translation>
    </message>
    <message>
        <source>Normalised entropy</source>
        <translation>من أقصى ممكن</translation>
    </message>
    <message>
        <source>Mean row maximum</source>
        <translation>أكبر وزن</translation>
    </message>
    <message>
        <source>Every row of this head has missing values</source>
        <translation>في كل صف من هذا الرأس قيم ناقصة</translation>
    </message>
    <message>
        <source>Mean distance</source>
        <translation>المسافة</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 رمزا</translation>
    </message>
    <message>
        <source>Previous token</source>
        <translation>الرمز السابق</translation>
    </message>
    <message>
        <source>Next token</source>
        <translation>الرمز التالي</translation>
    </message>
    <message>
        <source>Induction</source>
        <translation>بعد الرمز نفسه</translation>
    </message>
    <message>
        <source>Coverage of the source</source>
        <translation>تغطية المصدر</translation>
    </message>
    <message>
        <source>Total attention from generated tokens; about 1 = read once</source>
        <translation>كم تنظر الرموز المكتوبة كلها إلى كل رمز إجمالا: نحو 1 حيث قُرئ مرة</translation>
    </message>
    <message>
        <source>“%1” · token %2, as generated</source>
        <translation>«%1» · الرمز %2، كما كُتب</translation>
    </message>
    <message>
        <source>Numbers of the token and the head</source>
        <translation>أرقام الرمز والرأس</translation>
    </message>
    <message>
        <source>To the system</source>
        <translation>إلى النظام</translation>
    </message>
    <message>
        <source>To the user</source>
        <translation>إلى المستخدم</translation>
    </message>
    <message>
        <source>To the assistant</source>
        <translation>إلى المساعد</translation>
    </message>
    <message>
        <source>To other roles</source>
        <translation>إلى أدوار أخرى</translation>
    </message>
    <message>
        <source>To the chat template</source>
        <translation>إلى قالب المحادثة</translation>
    </message>
    <message>
        <source>Note of this head</source>
        <translation>ملاحظة عن هذا الرأس</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>ملاحظة</translation>
    </message>
    <message>
        <source>Kept with the session; in no figure</source>
        <translation>تُحفظ مع الجلسة، ولا تظهر في أي شكل</translation>
    </message>
</context>
<context>
    <name>headlight::LensBar</name>
    <message>
        <source>Remove: %1</source>
        <translation>إزالة: %1</translation>
    </message>
    <message>
        <source>Click to remove.</source>
        <translation>انقر لإزالته.</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>أوزان لا تقل عن</translation>
    </message>
    <message>
        <source>Only long-range links</source>
        <translation>الروابط البعيدة فقط</translation>
    </message>
    <message>
        <source>Top per row</source>
        <translation>الأكبر في كل صف فقط</translation>
    </message>
</context>
<context>
    <name>headlight::LensButton</name>
    <message>
        <source>Lenses</source>
        <translation>النظر عبر</translation>
    </message>
    <message>
        <source>Lenses: merge words, remove the sink, …</source>
        <translation>النظر عبر: كلمات بدل الرموز، من دون المصب، …</translation>
    </message>
</context>
<context>
    <name>headlight::LensWindow</name>
    <message>
        <source>Logit lens</source>
        <translation>عدسة اللوجيت</translation>
    </message>
    <message>
        <source>The token that heads add to: a likely one, or any that you type</source>
        <translation>اللوجيت الذي تضيف إليه الرؤوس: رمز مرجّح أو أي رمز تكتبه</translation>
    </message>
    <message>
        <source>&amp;Token</source>
        <translation>ال&amp;رمز</translation>
    </message>
    <message>
        <source>Logit lens; arrow keys choose a token and a layer</source>
        <translation>عدسة اللوجيت؛ تختار مفاتيح الأسهم رمزًا وطبقة</translation>
    </message>
    <message>
        <source>Logit lens progress</source>
        <translation>تقدّم عدسة اللوجيت</translation>
    </message>
    <message>
        <source>No model has run: attention from a file has no hidden states.</source>
        <translation>لم يعمل أي نموذج: لا حالات خفية في انتباه من ملف.</translation>
    </message>
    <message>
        <source>This model has no output head, so there is nothing to predict.</source>
        <translation>لا رأس إخراج لهذا النموذج، فلا شيء للتنبؤ به.</translation>
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
        <translation>روابط</translation>
    </message>
</context>
<context>
    <name>headlight::MainMenu</name>
    <message>
        <source>&amp;Compare with another model</source>
        <translation>المقارنة بنموذج &amp;آخر</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>لا شيء بعد</translation>
    </message>
    <message>
        <source>Clear this list</source>
        <translation>إفراغ هذه القائمة</translation>
    </message>
    <message>
        <source>Open model &amp;folder…</source>
        <translation>&amp;فتح مجلد نموذج…</translation>
    </message>
    <message>
        <source>&amp;Stop comparing</source>
        <translation>بلا ن&amp;موذج آخر</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;ملف</translation>
    </message>
    <message>
        <source>Recent sess&amp;ions</source>
        <translation>الجلسات ال&amp;أخيرة</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;تحرير</translation>
    </message>
    <message>
        <source>&amp;Change</source>
        <translation>ت&amp;غيير</translation>
    </message>
    <message>
        <source>&amp;Add a change</source>
        <translation>إضافة &amp;تغيير</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;عرض</translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation>الل&amp;غة</translation>
    </message>
    <message>
        <source>E&amp;xplain</source>
        <translation>&amp;شرح</translation>
    </message>
    <message>
        <source>Exa&amp;mples</source>
        <translation>أم&amp;ثلة</translation>
    </message>
    <message>
        <source>%1   %2, layer %3, head %4</source>
        <translation>%1   %2، الطبقة %3، الرأس %4</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>م&amp;ساعدة</translation>
    </message>
    <message>
        <source>Unsaved</source>
        <translation>غير محفوظة</translation>
    </message>
    <message>
        <source>Delete these</source>
        <translation>حذف هذه</translation>
    </message>
    <message>
        <source>Histor&amp;y</source>
        <translation>الس&amp;جل</translation>
    </message>
    <message>
        <source>Mode&amp;ls</source>
        <translation>الن&amp;ماذج</translation>
    </message>
    <message>
        <source>Built in</source>
        <translation>مدمجة</translation>
    </message>
    <message>
        <source>Opened before</source>
        <translation>فُتحت سابقًا</translation>
    </message>
    <message>
        <source>Found on this computer</source>
        <translation>وُجدت على هذا الحاسوب</translation>
    </message>
    <message>
        <source>Clear the models opened before</source>
        <translation>امسح النماذج المفتوحة سابقًا</translation>
    </message>
    <message>
        <source>%1   (%2)</source>
        <translation>%1   (%2)</translation>
    </message>
    <message>
        <source>Open model f&amp;ile…</source>
        <translation>فتح م&amp;لف نموذج…</translation>
    </message>
    <message>
        <source>Layouts</source>
        <translation>التخطيطات</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>حُفظ</translation>
    </message>
    <message>
        <source>&amp;Forget layout</source>
        <translation>ا&amp;نسَ التخطيط</translation>
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
        <translation>الرؤوس</translation>
    </message>
    <message>
        <source>Inspect</source>
        <translation>فحص</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>مقارنة</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>تغيير</translation>
    </message>
    <message>
        <source>Opening %1</source>
        <translation>فتح %1</translation>
    </message>
    <message>
        <source>Locate folder…</source>
        <translation>اختيار مجلده…</translation>
    </message>
    <message>
        <source>Apply softmax</source>
        <translation>تطبيق softmax</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>حُفظ</translation>
    </message>
    <message>
        <source>Side panel</source>
        <translation>ما يقف إلى جانب الصور</translation>
    </message>
    <message>
        <source>Type a text</source>
        <translation>اكتب نصا</translation>
    </message>
    <message>
        <source>A real language model on your computer reads it. Every panel updates as you type. Try the Examples menu.</source>
        <translation>يقرؤه نموذج لغوي حقيقي على هذا الجهاز، وتتبعه كل صورة أدناه أثناء الكتابة. وفي قائمة أمثلة جمل تُظهر شيئا.</translation>
    </message>
    <message>
        <source>The tokens</source>
        <translation>الرموز</translation>
    </message>
    <message>
        <source>The model reads these pieces. Point at one to light up its links everywhere; click to pin it.</source>
        <translation>يقرأ النموذج هذه القطع. أشر إلى واحدة فتضيء روابطها في كل صورة؛ وانقر لتثبيتها.</translation>
    </message>
    <message>
        <source>All heads</source>
        <translation>كل الرؤوس</translation>
    </message>
    <message>
        <source>Each small map is one attention head. A row attends to a column; stronger colour, more attention. Click one to enlarge it.</source>
        <translation>كل خريطة صغيرة رأس انتباه: الصف ينظر والعمود يُنظر إليه، وكلما قوي اللون زاد الانتباه. انقر واحدة لتراها كبيرة.</translation>
    </message>
    <message>
        <source>One head, large</source>
        <translation>رأس واحد كبير</translation>
    </message>
    <message>
        <source>Each panel draws a head differently. Point at a cell for the exact weight. The first token often takes most attention without meaning much: it is hatched and has its own bar.</source>
        <translation>تُظهر كل لوحة رأسا بطريقتها. أشر إلى خلية لترى الوزن الدقيق. كثيرا ما يأخذ الرمز الأول معظم الانتباه بلا معنى كبير؛ فهو مظلَّل بخطوط وله عمود خاص.</translation>
    </message>
    <message>
        <source>Numbers and export</source>
        <translation>الأرقام، وأخذها معك</translation>
    </message>
    <message>
        <source>Strongest links of the pinned token, predictions and head statistics. Ctrl+E exports, F9 walks through the head, F1 opens the guide.</source>
        <translation>هنا أقوى روابط الرمز المختار وما يتنبأ به النموذج وما يفعله الرأس. يصدّر Ctrl+E الصور، ويجول F9 في الرأس خطوة خطوة، ويفتح F1 الدليل.</translation>
    </message>
    <message>
        <source>This text is part of the attention file</source>
        <translation>هذا النص جزء من ملف الانتباه</translation>
    </message>
    <message>
        <source>No model to change: this file contains only attention.</source>
        <translation>لا يوجد نموذج لتغييره: الملف يحوي الانتباه وحده</translation>
    </message>
    <message>
        <source>Headlight, private</source>
        <translation>Headlight، خاص</translation>
    </message>
    <message>
        <source>%1 contains only attention. Open a model to get predictions or make changes.</source>
        <translation>%1 يحوي الانتباه وحده: لا يوجد هنا نموذج يسأل أو يغير.</translation>
    </message>
    <message>
        <source>Change (%1)</source>
        <translation>تغيير (%1)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>إ&amp;نهاء</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>ل&amp;وحة المفاتيح</translation>
    </message>
    <message>
        <source>Window &amp;tour</source>
        <translation>جولة &amp;في النافذة</translation>
    </message>
    <message>
        <source>&amp;About Headlight</source>
        <translation>&amp;حول Headlight</translation>
    </message>
    <message>
        <source>&amp;Command palette…</source>
        <translation>لوحة ال&amp;أوامر…</translation>
    </message>
    <message>
        <source>Find a command, head, token, model or page by name</source>
        <translation>البحث بالاسم عن أمر أو رأس أو رمز أو نموذج أو صفحة</translation>
    </message>
    <message>
        <source>Settin&amp;gs…</source>
        <translation>الإ&amp;عدادات…</translation>
    </message>
    <message>
        <source>Nothing plays from here: the sound has ended, or no program on this computer opens WAV files.</source>
        <translation>لا شيء يُشغَّل من هنا: انتهى الصوت، أو لا يوجد على هذا الحاسوب برنامج يفتح ملفات WAV.</translation>
    </message>
    <message>
        <source>Added as slide %1</source>
        <translation>الصفحة %1 من العرض</translation>
    </message>
</context>
<context>
    <name>headlight::MapOverview</name>
    <message>
        <source>Overview</source>
        <translation>نظرة عامة</translation>
    </message>
    <message>
        <source>Overview; drag to move the view</source>
        <translation>الخريطة كلها؛ اسحب لتحريك الجزء الظاهر</translation>
    </message>
    <message>
        <source>In view: queries from %1% to %2%, keys from %3% to %4%</source>
        <translation>الظاهر: الاستعلامات من %1% إلى %2%، والمفاتيح من %3% إلى %4%</translation>
    </message>
</context>
<context>
    <name>headlight::MediaBar</name>
    <message>
        <source>Pictures and sound</source>
        <translation>الصور والصوت</translation>
    </message>
    <message>
        <source>&amp;Replace…</source>
        <translation>ا&amp;ستبدال…</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>إ&amp;زالة</translation>
    </message>
    <message>
        <source>Open sound…</source>
        <translation>فتح تسجيل صوتي…</translation>
    </message>
    <message>
        <source>Open a sound, or drop one here</source>
        <translation>افتح صوتًا أو أفلته هنا</translation>
    </message>
    <message>
        <source>Add picture…</source>
        <translation>إضافة صورة…</translation>
    </message>
    <message>
        <source>Open image…</source>
        <translation>فتح صورة…</translation>
    </message>
    <message>
        <source>Open a picture, or drop or paste one here</source>
        <translation>افتح صورة أو أفلتها أو ألصقها هنا</translation>
    </message>
    <message>
        <source>Picture %1: %2</source>
        <translation>الصورة %1: %2</translation>
    </message>
    <message>
        <source>Picture %1: %2, %3 × %4 pixels</source>
        <translation>الصورة %1: %2، %3 × %4 بكسل</translation>
    </message>
    <message>
        <source>Move &amp;before the previous one</source>
        <translation>نقل إلى ما &amp;قبل السابقة</translation>
    </message>
    <message>
        <source>Sound: %1, %2</source>
        <translation>الصوت: %1، %2</translation>
    </message>
    <message>
        <source>%1, %2, %3 Hz</source>
        <translation>%1، %2، %3 هرتز</translation>
    </message>
</context>
<context>
    <name>headlight::MessageBar</name>
    <message>
        <source>Model opening progress</source>
        <translation>تقدم فتح النموذج</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>إخفاء</translation>
    </message>
</context>
<context>
    <name>headlight::MethodsWindow</name>
    <message>
        <source>Compare methods</source>
        <translation>الطرائق جنبا إلى جنب</translation>
    </message>
    <message>
        <source>What the token attends to, by method; arrow keys move</source>
        <translation>ما ينتبه إليه الرمز بحسب الطريقة؛ تنقل الأسهم</translation>
    </message>
    <message>
        <source>Methods progress</source>
        <translation>تقدم حساب الطرائق</translation>
    </message>
    <message>
        <source>&amp;Slow methods</source>
        <translation>الطرق ال&amp;بطيئة</translation>
    </message>
    <message>
        <source>Value zeroing, hiding each token, integrated gradients</source>
        <translation>تصفير القيم وإخفاء كل رمز والتدرجات المتكاملة</translation>
    </message>
</context>
<context>
    <name>headlight::ModelButton</name>
    <message>
        <source>Model</source>
        <translation>النموذج</translation>
    </message>
    <message>
        <source>Current model. Click to open another.</source>
        <translation>النموذج الذي يقرأ النص؛ افتح غيره هنا</translation>
    </message>
    <message>
        <source>No model</source>
        <translation>لا نموذج</translation>
    </message>
    <message>
        <source>Model s&amp;heet…</source>
        <translation>بطاقة النمو&amp;ذج…</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1 و%2</translation>
    </message>
    <message>
        <source>Model: %1</source>
        <translation>النموذج: %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Model sheet</source>
        <translation>بطاقة النموذج</translation>
    </message>
</context>
<context>
    <name>headlight::ModelSheet</name>
    <message>
        <source>Model sheet: %1</source>
        <translation>بطاقة النموذج: %1</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>نسخ</translation>
    </message>
    <message>
        <source>&amp;Tensors…</source>
        <translation>ال&amp;موترات…</translation>
    </message>
    <message>
        <source>Tensors</source>
        <translation>الموترات</translation>
    </message>
    <message>
        <source>Tensor</source>
        <translation>الموتر</translation>
    </message>
    <message>
        <source>In the file</source>
        <translation>في الملف</translation>
    </message>
    <message>
        <source>Data type</source>
        <translation>صيغة الأعداد</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>الشكل</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>البايتات</translation>
    </message>
    <message>
        <source>All tensors with their data types</source>
        <translation>كل الموترات مع صيغ أعدادها</translation>
    </message>
</context>
<context>
    <name>headlight::NoiseWindow</name>
    <message>
        <source>Noise</source>
        <translation>الضجيج</translation>
    </message>
    <message>
        <source>Adds noise to the text and measures how much each head attends to it and how far the prediction shifts.</source>
        <translation>يوضع ضجيج في النص ويقاس كل رأس: أيها ينظر إليه، وكم يتحرك التنبؤ.</translation>
    </message>
    <message>
        <source>Attention of each head on the noise</source>
        <translation>انتباه كل رأس إلى الضجيج</translation>
    </message>
    <message>
        <source>Noisy texts; Return opens one</source>
        <translation>نصوص بضجيج؛ يفتح Enter واحدا</translation>
    </message>
    <message>
        <source>Double-click opens a text in the workspace</source>
        <translation>النقر المزدوج يفتح نصا في مساحة العمل</translation>
    </message>
    <message>
        <source>random words</source>
        <translation>كلمات عشوائية</translation>
    </message>
    <message>
        <source>repeated words</source>
        <translation>كلمات من النص مكررة</translation>
    </message>
    <message>
        <source>custom words</source>
        <translation>كلمات من عندك</translation>
    </message>
    <message>
        <source>typos</source>
        <translation>أخطاء طباعة</translation>
    </message>
    <message>
        <source>shuffled clauses</source>
        <translation>جمل بترتيب آخر</translation>
    </message>
    <message>
        <source>&amp;Noise</source>
        <translation>الض&amp;جيج</translation>
    </message>
    <message>
        <source>words to insert</source>
        <translation>كلمات للإدراج</translation>
    </message>
    <message>
        <source>% of the words</source>
        <translation>% من الكلمات</translation>
    </message>
    <message>
        <source>&amp;Amount</source>
        <translation>ال&amp;مقدار</translation>
    </message>
    <message>
        <source>&amp;Seeds</source>
        <translation>ال&amp;بذور</translation>
    </message>
    <message>
        <source>Noise test progress</source>
        <translation>تقدم قياس الضجيج</translation>
    </message>
    <message>
        <source>%1, %2% of the words</source>
        <translation>%1، %2% من الكلمات</translation>
    </message>
    <message numerus="yes">
        <source>, %n seed(s)</source>
        <translation>
            <numerusform>، عدد البذور %n</numerusform>
            <numerusform>، عدد البذور %n</numerusform>
            <numerusform>، عدد البذور %n</numerusform>
            <numerusform>، عدد البذور %n</numerusform>
            <numerusform>، عدد البذور %n</numerusform>
            <numerusform>، عدد البذور %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Measure reads the text and the %1 texts below, and shows how much each head attends to the noise and how far the prediction shifts; about %2.</source>
        <translation>يقرأ «القياس» النص والنصوص الـ %1 أدناه، ويُظهر مقدار انتباه كل رأس للضوضاء ومقدار تغيّر التنبؤ؛ نحو %2.</translation>
    </message>
</context>
<context>
    <name>headlight::OtherTokens</name>
    <message>
        <source>Tokens of the source</source>
        <translation>رموز المصدر</translation>
    </message>
    <message>
        <source>Tokens of text B</source>
        <translation>رموز النص ب</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>المصدر</translation>
    </message>
    <message>
        <source>B</source>
        <translation>ب</translation>
    </message>
</context>
<context>
    <name>headlight::Panel</name>
    <message>
        <source>Subtracted: the panel shows the difference of the weights.</source>
        <translation>مطروح: تعرض اللوحة فرق الأوزان.</translation>
    </message>
    <message>
        <source>%1 heads</source>
        <translation>%1 رؤوس</translation>
    </message>
    <message>
        <source>mean of %1 heads</source>
        <translation>متوسط %1 رؤوس</translation>
    </message>
    <message>
        <source>maximum of %1 heads</source>
        <translation>أقصى قيمة من %1 رؤوس</translation>
    </message>
    <message>
        <source>Layer.head: %1</source>
        <translation>طبقة.رأس: %1</translation>
    </message>
    <message>
        <source>Mean of %1 heads</source>
        <translation>متوسط %1 رؤوس</translation>
    </message>
    <message>
        <source>Maximum of %1 heads</source>
        <translation>أقصى قيمة من %1 رؤوس</translation>
    </message>
    <message>
        <source>All heads</source>
        <translation>كل الرؤوس</translation>
    </message>
    <message>
        <source>All layers</source>
        <translation>كل الطبقات</translation>
    </message>
    <message>
        <source>Layer %1 · %2</source>
        <translation>الطبقة %1 · %2</translation>
    </message>
    <message>
        <source>Layer %1 · all heads</source>
        <translation>الطبقة %1 · كل الرؤوس</translation>
    </message>
    <message>
        <source>Expert %1</source>
        <translation>الخبير %1</translation>
    </message>
    <message>
        <source>Experts of layer %1</source>
        <translation>خبراء الطبقة %1</translation>
    </message>
    <message>
        <source>Experts</source>
        <translation>الخبراء</translation>
    </message>
    <message>
        <source>Note of this panel</source>
        <translation>ملاحظة عن هذه اللوحة</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>ملاحظة</translation>
    </message>
    <message>
        <source>Kept with the session; in no figure</source>
        <translation>تُحفظ مع الجلسة، ولا تظهر في أي شكل</translation>
    </message>
</context>
<context>
    <name>headlight::PanelArea</name>
    <message>
        <source>Panels</source>
        <translation>اللوحات</translation>
    </message>
    <message>
        <source>&amp;New panel</source>
        <translation>لوحة &amp;جديدة</translation>
    </message>
    <message>
        <source>New panel with this head pinned</source>
        <translation>لوحة أخرى تحتفظ بالرأس الحالي</translation>
    </message>
    <message>
        <source>&amp;Close panel</source>
        <translation>إغلا&amp;ق اللوحة</translation>
    </message>
    <message>
        <source>Ne&amp;xt panel</source>
        <translation>&amp;اللوحة التالية</translation>
    </message>
    <message>
        <source>&amp;Previous panel</source>
        <translation>ا&amp;للوحة السابقة</translation>
    </message>
    <message>
        <source>&amp;Maximise or restore panel</source>
        <translation>تكبير اللوحة &amp;أو استعادتها</translation>
    </message>
    <message>
        <source>Maximise panel; Esc restores</source>
        <translation>منح اللوحة كل المساحة؛ Escape يعيدها</translation>
    </message>
    <message>
        <source>Move panel &amp;back</source>
        <translation>نقل اللوحة &amp;إلى الأمام</translation>
    </message>
    <message>
        <source>Move panel &amp;forward</source>
        <translation>نقل الل&amp;وحة إلى الخلف</translation>
    </message>
    <message>
        <source>No&amp;te on this panel</source>
        <translation>ملاحظة عن &amp;هذه اللوحة</translation>
    </message>
    <message>
        <source>A note of your own, kept with the session</source>
        <translation>ملاحظة خاصة بك تُحفظ مع الجلسة</translation>
    </message>
    <message>
        <source>Panel in its own window</source>
        <translation>اللوحة في نافذة مستقلة</translation>
    </message>
    <message>
        <source>For a second screen; closing it brings it back</source>
        <translation>لشاشة ثانية؛ إغلاقها يعيدها</translation>
    </message>
    <message>
        <source>Panel</source>
        <translation>لوحة</translation>
    </message>
</context>
<context>
    <name>headlight::PanelHeader</name>
    <message>
        <source>Linear</source>
        <translation>خطي</translation>
    </message>
    <message>
        <source>Square root</source>
        <translation>جذر تربيعي</translation>
    </message>
    <message>
        <source>Logarithmic</source>
        <translation>لوغاريتمي</translation>
    </message>
    <message>
        <source>Attends to</source>
        <translation>ما ينظر إليه الرمز</translation>
    </message>
    <message>
        <source>Attended by</source>
        <translation>من ينظر إلى الرمز</translation>
    </message>
    <message>
        <source>Mean of the heads</source>
        <translation>متوسط الرؤوس</translation>
    </message>
    <message>
        <source>One head</source>
        <translation>رأس واحد</translation>
    </message>
    <message>
        <source>Rollout</source>
        <translation>Rollout</translation>
    </message>
    <message>
        <source>Panel menu</source>
        <translation>كل ما يخص هذه اللوحة</translation>
    </message>
    <message>
        <source>Close panel</source>
        <translation>إغلاق اللوحة</translation>
    </message>
    <message>
        <source>Close this panel</source>
        <translation>إغلاق هذه اللوحة</translation>
    </message>
    <message>
        <source>View</source>
        <translation>كيف يُرسم الانتباه</translation>
    </message>
    <message>
        <source>Smallest weight drawn, in percent</source>
        <translation>أصغر وزن يُرسم، بالمئة</translation>
    </message>
    <message>
        <source>Weights below this one are not drawn</source>
        <translation>لا تُرسم الأوزان دون هذا</translation>
    </message>
    <message>
        <source>All heads of the layer</source>
        <translation>كل رؤوس الطبقة</translation>
    </message>
    <message>
        <source>All heads of the layer, each in its own colour</source>
        <translation>كل رؤوس الطبقة، لكل منها لونه</translation>
    </message>
    <message>
        <source>Show what attends to the token</source>
        <translation>إظهار من ينظر إلى الرمز بدل ما ينظر إليه</translation>
    </message>
    <message>
        <source>Layer shown as</source>
        <translation>ما يمثل الطبقة</translation>
    </message>
    <message>
        <source>Colour scale</source>
        <translation>كيف تزداد الألوان مع الوزن</translation>
    </message>
    <message>
        <source>Separate sink</source>
        <translation>فصل المصب</translation>
    </message>
    <message>
        <source>Show attention on first or special tokens as its own bar</source>
        <translation>إظهار الكتلة على الرمز الأول أو الرموز الخاصة بعمود مستقل</translation>
    </message>
    <message>
        <source>Pin head</source>
        <translation>تثبيت الرأس</translation>
    </message>
    <message>
        <source>Keep this head when you select another</source>
        <translation>الاحتفاظ بهذا الرأس عند اختيار غيره في الأطلس</translation>
    </message>
    <message>
        <source>Linked</source>
        <translation>مرتبطة</translation>
    </message>
    <message>
        <source>Share cursor, pinned token and zoom with the other panels</source>
        <translation>مشاركة المؤشر والرمز المثبَّت والتكبير مع اللوحات الأخرى</translation>
    </message>
    <message>
        <source>Export figure</source>
        <translation>تصدير الشكل</translation>
    </message>
    <message>
        <source>Export this picture as a figure file</source>
        <translation>تصدير هذه الصورة ملف شكل</translation>
    </message>
    <message>
        <source>View: %1</source>
        <translation>نوع الصورة: %1</translation>
    </message>
    <message>
        <source>Layer shown as: %1</source>
        <translation>الطبقة هي: %1</translation>
    </message>
    <message>
        <source>Colour scale: %1</source>
        <translation>مقياس اللون: %1</translation>
    </message>
    <message>
        <source>Zoomed</source>
        <translation>مكبَّر</translation>
    </message>
    <message>
        <source>Zoomed in: show the whole map</source>
        <translation>مكبَّرة: إظهار الخريطة كلها</translation>
    </message>
    <message>
        <source>Zoomed in. Click, or press 0, to show the whole map.</source>
        <translation>مكبَّرة. انقر أو اضغط 0 لإظهار الخريطة كلها.</translation>
    </message>
    <message>
        <source>Not the default</source>
        <translation>ليست القيمة الافتراضية</translation>
    </message>
    <message>
        <source>Attention</source>
        <translation>الانتباه</translation>
    </message>
    <message>
        <source>Layers and tokens</source>
        <translation>الطبقات والرموز</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>الحِمل</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>النص</translation>
    </message>
    <message>
        <source>Experts shown as</source>
        <translation>عرض الخبراء بصيغة</translation>
    </message>
    <message>
        <source>Experts shown as: %1</source>
        <translation>عرض الخبراء بصيغة: %1</translation>
    </message>
</context>
<context>
    <name>headlight::PanelMenu</name>
    <message>
        <source>text A</source>
        <translation>النص A</translation>
    </message>
    <message>
        <source>text B</source>
        <translation>النص B</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>with changes</source>
        <translation>مع التغييرات</translation>
    </message>
    <message>
        <source>without changes</source>
        <translation>كما هو النموذج</translation>
    </message>
    <message>
        <source>&amp;View as</source>
        <translation>الرسم &amp;كـ</translation>
    </message>
    <message>
        <source>Met&amp;hod</source>
        <translation>ا&amp;لطريقة</translation>
    </message>
    <message>
        <source>&amp;Lenses</source>
        <translation>النظر &amp;عبر</translation>
    </message>
    <message>
        <source>&amp;Show</source>
        <translation>إ&amp;ظهار</translation>
    </message>
    <message>
        <source>S&amp;ubtract</source>
        <translation>طر&amp;ح</translation>
    </message>
    <message>
        <source>Zero</source>
        <translation>لا شيء</translation>
    </message>
    <message>
        <source>Pin this panel&apos;s head, select another in the atlas, then subtract it here.</source>
        <translation>ثبِّت رأس هذه اللوحة، وحدد غيره في الأطلس، ثم اطرحه هنا.</translation>
    </message>
    <message>
        <source>&amp;Colour scale</source>
        <translation>مقياس &amp;اللون</translation>
    </message>
    <message>
        <source>0 to 1, same for all heads</source>
        <translation>حتى 1، نفسه لكل رأس</translation>
    </message>
    <message>
        <source>Di&amp;rection</source>
        <translation>الا&amp;تجاه</translation>
    </message>
    <message>
        <source>La&amp;yer shown as</source>
        <translation>الطبقة &amp;هي</translation>
    </message>
    <message>
        <source>&amp;All heads of the layer</source>
        <translation>كل ر&amp;ؤوس الطبقة</translation>
    </message>
    <message>
        <source>Se&amp;parate sink</source>
        <translation>&amp;فصل المصب</translation>
    </message>
    <message>
        <source>P&amp;in head</source>
        <translation>ت&amp;ثبيت الرأس</translation>
    </message>
    <message>
        <source>Li&amp;nked</source>
        <translation>&amp;مرتبط باللوحات الأخرى</translation>
    </message>
    <message>
        <source>Chan&amp;ge the model</source>
        <translation>ت&amp;غيير النموذج</translation>
    </message>
    <message>
        <source>R&amp;estore</source>
        <translation>ا&amp;ستعادة</translation>
    </message>
    <message>
        <source>&amp;Maximise</source>
        <translation>تك&amp;بير</translation>
    </message>
    <message>
        <source>Move &amp;back</source>
        <translation>&amp;إلى الأمام</translation>
    </message>
    <message>
        <source>Move &amp;forward</source>
        <translation>إلى ال&amp;خلف</translation>
    </message>
    <message>
        <source>E&amp;xport figure…</source>
        <translation>ت&amp;صدير الشكل…</translation>
    </message>
    <message>
        <source>Close panel</source>
        <translation>إغلاق اللوحة</translation>
    </message>
    <message>
        <source>A&amp;ttention</source>
        <translation>الا&amp;نتباه</translation>
    </message>
    <message>
        <source>Up to this head&apos;s maximum</source>
        <translation>حتى أقصى قيمة لهذا الرأس</translation>
    </message>
    <message>
        <source>%1, selected in the atlas</source>
        <translation>%1، المحدد في الأطلس</translation>
    </message>
    <message>
        <source>Apply this loo&amp;k to all panels</source>
        <translation>&amp;طبّق هذا المظهر على كل اللوحات</translation>
    </message>
    <message>
        <source>Colour scale, sinks, smallest weight, direction</source>
        <translation>مقياس الألوان والمصارف وأصغر وزن والاتجاه</translation>
    </message>
    <message>
        <source>Expe&amp;rts shown as</source>
        <translation>عرض &amp;الخبراء بصيغة</translation>
    </message>
    <message>
        <source>Show all experts</source>
        <translation>عرض كل الخبراء</translation>
    </message>
    <message>
        <source>N&amp;ote</source>
        <translation>ملاح&amp;ظة</translation>
    </message>
    <message>
        <source>Smooth&amp;ed</source>
        <translation>تدرُّ&amp;ج ناعم</translation>
    </message>
</context>
<context>
    <name>headlight::PatchWords</name>
    <message>
        <source>Words that attend to the patch</source>
        <translation>الكلمات التي تنتبه إلى الرقعة</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>row %1, column %2 of picture %3</source>
        <translation>الصف %1، العمود %2 من الصورة %3</translation>
    </message>
    <message>
        <source>%1 to %2 s</source>
        <translation>%1 إلى %2 ث</translation>
    </message>
    <message>
        <source>No word attends to %1 · %2</source>
        <translation>لا كلمة تنتبه إلى %1 · %2</translation>
    </message>
    <message>
        <source>Attend to %1 · %2:</source>
        <translation>تنتبه إلى %1 · %2:</translation>
    </message>
    <message>
        <source>“%1”, token %2</source>
        <translation>«%1»، الرمز %2</translation>
    </message>
    <message>
        <source>Pin this token</source>
        <translation>تثبيت هذا الرمز</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation>%1 على %2</translation>
    </message>
    <message>
        <source>Play the sound from here</source>
        <translation>تشغيل الصوت من هنا</translation>
    </message>
</context>
<context>
    <name>headlight::PathOpener</name>
    <message>
        <source>Open session</source>
        <translation>فتح جلسة</translation>
    </message>
    <message>
        <source>Headlight sessions (*.headlight)</source>
        <translation>جلسات Headlight (*.headlight)</translation>
    </message>
    <message>
        <source>Open text file</source>
        <translation>فتح ملف نصي</translation>
    </message>
    <message>
        <source>Open model folder</source>
        <translation>فتح مجلد نموذج</translation>
    </message>
    <message>
        <source>Open image</source>
        <translation>فتح صورة</translation>
    </message>
    <message>
        <source>Images (*.png *.jpg *.jpeg *.bmp *.gif *.webp *.ppm *.svg);;All files (*)</source>
        <translation>صور (*.png *.jpg *.jpeg *.bmp *.gif *.webp *.ppm *.svg);;كل الملفات (*)</translation>
    </message>
    <message>
        <source>Import attention</source>
        <translation>استيراد الانتباه</translation>
    </message>
    <message>
        <source>Attention (*.safetensors *.npz *.npy *.pt)</source>
        <translation>الانتباه (*.safetensors *.npz *.npy *.pt)</translation>
    </message>
    <message>
        <source>text file: expected an open model, found none; open one first</source>
        <translation>ملف نصي: يُتوقع نموذج مفتوح، ولا يوجد؛ افتح واحدا أولا</translation>
    </message>
    <message>
        <source>&amp;Open model folder…</source>
        <translation>&amp;فتح مجلد نموذج…</translation>
    </message>
    <message>
        <source>Open &amp;text file…</source>
        <translation>فتح ملف ن&amp;صي…</translation>
    </message>
    <message>
        <source>Import &amp;attention…</source>
        <translation>فتح ال&amp;انتباه…</translation>
    </message>
    <message>
        <source>Open i&amp;mage…</source>
        <translation>فت&amp;ح صورة…</translation>
    </message>
    <message>
        <source>Open sessio&amp;n…</source>
        <translation>فتح &amp;جلسة…</translation>
    </message>
    <message>
        <source>Choose a text</source>
        <translation>اختيار نص</translation>
    </message>
    <message>
        <source>%1 has the attention of %2 texts. Number of the text to open, from 0:</source>
        <translation>يحتوي %1 على انتباه %2 من النصوص. رقم النص المراد فتحه، بدءًا من 0:</translation>
    </message>
    <message>
        <source>Open model &amp;file…</source>
        <translation>فتح ملف نم&amp;وذج…</translation>
    </message>
    <message>
        <source>Open model file</source>
        <translation>فتح ملف نموذج</translation>
    </message>
    <message>
        <source>GGUF models (*.gguf);;All files (*)</source>
        <translation>نماذج GGUF (*.gguf);;كل الملفات (*)</translation>
    </message>
    <message>
        <source>%1 is not valid UTF-8: other bytes are read as �.</source>
        <translation>%1 ليس UTF-8 صالحا: تُقرأ البايتات الأخرى كـ �.</translation>
    </message>
    <message>
        <source>Open so&amp;und…</source>
        <translation>فتح ت&amp;سجيل صوتي…</translation>
    </message>
    <message>
        <source>Pasted picture</source>
        <translation>صورة ملصقة</translation>
    </message>
    <message>
        <source>Replace picture</source>
        <translation>استبدال صورة</translation>
    </message>
    <message>
        <source>Open sound</source>
        <translation>فتح صوت</translation>
    </message>
    <message>
        <source>Sounds (%1);;All files (*)</source>
        <translation>الأصوات (%1);;كل الملفات (*)</translation>
    </message>
</context>
<context>
    <name>headlight::PinsHint</name>
    <message>
        <source>%1 is selected, but every visible panel is pinned to its own head.</source>
        <translation>%1 محدد، لكن كل لوحة ظاهرة مثبَّتة على رأسها.</translation>
    </message>
    <message>
        <source>Show it in this panel</source>
        <translation>عرضه في هذه اللوحة</translation>
    </message>
</context>
<context>
    <name>headlight::Presenter</name>
    <message>
        <source>Presenter view</source>
        <translation>عرض المقدّم</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>ملاحظات</translation>
    </message>
    <message>
        <source>Time, and how long the talk has taken</source>
        <translation>الوقت ومدة العرض حتى الآن</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>ال&amp;سابق</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>ا&amp;لتالي</translation>
    </message>
    <message>
        <source>B&amp;lank</source>
        <translation>&amp;فارغة</translation>
    </message>
    <message>
        <source>Show an empty page (B)</source>
        <translation>عرض صفحة فارغة (B)</translation>
    </message>
    <message>
        <source>&amp;End</source>
        <translation>إن&amp;هاء</translation>
    </message>
    <message>
        <source>Audience &amp;on</source>
        <translation>الج&amp;مهور على</translation>
    </message>
    <message>
        <source>a window</source>
        <translation>نافذة</translation>
    </message>
    <message>
        <source>This is the last page.</source>
        <translation>هذه هي الصفحة الأخيرة.</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>التالية</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>صفحة %1 من %2</translation>
    </message>
</context>
<context>
    <name>headlight::ProfileView</name>
    <message>
        <source>Row profile</source>
        <translation>ملف الصف</translation>
    </message>
</context>
<context>
    <name>headlight::QueryField</name>
    <message>
        <source>Words to complete with</source>
        <translation>كلمات للإكمال</translation>
    </message>
</context>
<context>
    <name>headlight::ReplaceQuestion</name>
    <message>
        <source>Replace file</source>
        <translation>استبدال الملف</translation>
    </message>
    <message>
        <source>“%1” already exists. Replace it?</source>
        <translation>«%1» موجود من قبل. أيُستبدل؟</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>استبدال</translation>
    </message>
</context>
<context>
    <name>headlight::RunStatus</name>
    <message>
        <source>Run progress</source>
        <translation>تقدم التشغيل</translation>
    </message>
    <message>
        <source>%1 s, about %2 s left</source>
        <translation>%1 ث، بقي نحو %2 ث</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 ث</translation>
    </message>
</context>
<context>
    <name>headlight::ScatterWindow</name>
    <message>
        <source>Scatter of heads</source>
        <translation>مخطط انتشار الرؤوس</translation>
    </message>
    <message>
        <source>&amp;Across</source>
        <translation>أ&amp;فقي</translation>
    </message>
    <message>
        <source>&amp;Up</source>
        <translation>&amp;عمودي</translation>
    </message>
    <message>
        <source>&amp;Heads</source>
        <translation>ال&amp;رؤوس</translation>
    </message>
    <message>
        <source>Two metrics of each head; arrow keys move, Return selects</source>
        <translation>مقياسان لكل رأس؛ الأسهم للتنقل ومفتاح الإدخال للاختيار</translation>
    </message>
    <message>
        <source>Scatter progress</source>
        <translation>تقدم مخطط الانتشار</translation>
    </message>
    <message>
        <source>No head matches “%1”; all are shown.</source>
        <translation>لا رأس يطابق “%1”؛ تُعرض جميعها.</translation>
    </message>
</context>
<context>
    <name>headlight::ScoreWindow</name>
    <message>
        <source>Score of a cell</source>
        <translation>درجة خلية</translation>
    </message>
    <message>
        <source>&amp;Key</source>
        <translation>ال&amp;مفتاح</translation>
    </message>
    <message>
        <source>Parts of the score by wavelength; arrow keys move</source>
        <translation>أجزاء الدرجة حسب طول الموجة؛ تتحرك بمفاتيح الأسهم</translation>
    </message>
</context>
<context>
    <name>headlight::SessionController</name>
    <message>
        <source>%1: model “%2” not found in %3.</source>
        <translation>%1: نموذجها «%2» لم يعد في %3.</translation>
    </message>
    <message>
        <source>“%1” is not the model of this session: its configuration or tensors differ.</source>
        <translation>«%1» ليس النموذج الذي حُفظت به هذه الجلسة: تختلف إعداداته أو موتراته.</translation>
    </message>
    <message>
        <source>This session stores a reduced copy of “%1”. Values differ slightly from the original.</source>
        <translation>تحتفظ الجلسة بنسخة أصغر من «%1»: تختلف أرقامها قليلا عن أرقام الملف.</translation>
    </message>
    <message>
        <source>%1: model “%2” not found.</source>
        <translation>%1: النموذج «%2» غير موجود.</translation>
    </message>
</context>
<context>
    <name>headlight::SettingsWindow</name>
    <message>
        <source>Settings</source>
        <translation>الإعدادات</translation>
    </message>
    <message>
        <source>Find a setting or shortcut</source>
        <translation>ابحث عن إعداد أو اختصار</translation>
    </message>
    <message>
        <source>No match</source>
        <translation>لا نتائج</translation>
    </message>
</context>
<context>
    <name>headlight::ShareColumns</name>
    <message>
        <source>pictures or sound %1, text %2, first or special tokens %3</source>
        <translation>الصور أو الصوت %1، النص %2، الرموز الأولى أو الخاصة %3</translation>
    </message>
    <message>
        <source>Shares of attention for each word</source>
        <translation>حصص الانتباه لكل كلمة</translation>
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
        <translation>مفاتيح %1</translation>
    </message>
    <message>
        <source>None</source>
        <translation>لا شيء</translation>
    </message>
    <message>
        <source>No keys for %1</source>
        <translation>لا مفاتيح لـ %1</translation>
    </message>
    <message>
        <source>Usual keys of %1</source>
        <translation>المفاتيح المعتادة لـ %1</translation>
    </message>
    <message>
        <source>Usual keys</source>
        <translation>المفاتيح المعتادة</translation>
    </message>
    <message>
        <source>Use here</source>
        <translation>استخدم هنا</translation>
    </message>
    <message>
        <source>%1 belongs to “%2”.</source>
        <translation>%1 مخصص لـ “%2”.</translation>
    </message>
</context>
<context>
    <name>headlight::SimilarityView</name>
    <message>
        <source>Head similarity</source>
        <translation>تشابه الرؤوس</translation>
    </message>
</context>
<context>
    <name>headlight::StartPage</name>
    <message>
        <source>Start</source>
        <translation>البدء</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>أمثلة</translation>
    </message>
    <message>
        <source>Recent sessions</source>
        <translation>الجلسات الحديثة</translation>
    </message>
    <message>
        <source>Begin with an example</source>
        <translation>ابدأ بمثال</translation>
    </message>
    <message>
        <source>Or with something of your own</source>
        <translation>أو بشيء من عندك</translation>
    </message>
    <message>
        <source>&amp;Open a model…</source>
        <translation>ا&amp;فتح نموذجًا…</translation>
    </message>
    <message>
        <source>&amp;Attention from elsewhere…</source>
        <translation>ان&amp;تباه من مصدر آخر…</translation>
    </message>
    <message>
        <source>New here?</source>
        <translation>جديد هنا؟</translation>
    </message>
    <message>
        <source>&amp;Tour: two minutes, hands on</source>
        <translation>&amp;جولة: دقيقتان من التجربة</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>إ&amp;غلاق</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>لا شيء بعد</translation>
    </message>
</context>
<context>
    <name>headlight::SteeringForm</name>
    <message>
        <source>This file contains only attention.</source>
        <translation>يحتوي هذا الملف على الانتباه فقط.</translation>
    </message>
    <message>
        <source>This model has no tokenizer to read texts with.</source>
        <translation>ليس لهذا النموذج مُرمِّز لقراءة النصوص.</translation>
    </message>
    <message>
        <source>Steering is for models of one stack.</source>
        <translation>التوجيه لنماذج من مكدس واحد.</translation>
    </message>
    <message>
        <source>Steer by texts</source>
        <translation>توجيه بالنصوص</translation>
    </message>
    <message>
        <source>The mean stream of one set of texts less that of another, added at a layer (Turner et al. 2023; Rimsky et al. 2024)</source>
        <translation>متوسط التيار لمجموعة نصوص مطروحًا منه متوسط أخرى، يُضاف عند طبقة (Turner et al. 2023; Rimsky et al. 2024)</translation>
    </message>
    <message>
        <source>To&amp;wards these texts, one a line</source>
        <translation>نحو هذه الن&amp;صوص، نص في كل سطر</translation>
    </message>
    <message>
        <source>I love this. What a wonderful day.</source>
        <translation>أحب هذا. يا له من يوم رائع.</translation>
    </message>
    <message>
        <source>Awa&amp;y from these texts</source>
        <translation>بعيدًا عن ه&amp;ذه النصوص</translation>
    </message>
    <message>
        <source>I hate this. What a terrible day.</source>
        <translation>أكره هذا. يا له من يوم سيئ.</translation>
    </message>
    <message>
        <source>The layer that reads the changed stream</source>
        <translation>الطبقة التي تقرأ التيار المغيَّر</translation>
    </message>
    <message>
        <source>&amp;Layer</source>
        <translation>ال&amp;طبقة</translation>
    </message>
    <message>
        <source>The last of each text</source>
        <translation>الأخير من كل نص</translation>
    </message>
    <message>
        <source>The mean of all</source>
        <translation>متوسط الكل</translation>
    </message>
    <message>
        <source>&amp;Tokens</source>
        <translation>ال&amp;رموز</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>تص&amp;فح…</translation>
    </message>
    <message>
        <source>Sa&amp;ve as</source>
        <translation>حف&amp;ظ باسم</translation>
    </message>
    <message>
        <source>Progress of the texts</source>
        <translation>تقدم النصوص</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>إ&amp;ضافة</translation>
    </message>
    <message>
        <source>Save steering vector</source>
        <translation>حفظ متجه التوجيه</translation>
    </message>
    <message>
        <source>Steering vectors (*.safetensors)</source>
        <translation>متجهات التوجيه (*.safetensors)</translation>
    </message>
    <message>
        <source>Type at least one text in each field.</source>
        <translation>اكتب نصًا واحدًا على الأقل في كل حقل.</translation>
    </message>
    <message>
        <source>Name a file to save the vector in.</source>
        <translation>سمِّ ملفًا لحفظ المتجه فيه.</translation>
    </message>
</context>
<context>
    <name>headlight::SurpriseTint</name>
    <message>
        <source>Surprisal of each token, −ln p given all other tokens. Right end: a uniform guess.</source>
        <translation>مفاجأة كل رمز، ‎−ln p بمعرفة كل ما عداه. الطرف الأيمن: تخمين أعمى.</translation>
    </message>
    <message>
        <source>Surprisal of each token, −ln p given the previous ones. Right end: a uniform guess.</source>
        <translation>مفاجأة كل رمز، ‎−ln p بمعرفة ما قبله. الطرف الأيمن: تخمين أعمى.</translation>
    </message>
    <message>
        <source>surprisal %1 nats, p %2</source>
        <translation>المفاجأة %1 nats، p %2</translation>
    </message>
    <message>
        <source>C&amp;olour by surprisal</source>
        <translation>تلوين الرموز &amp;حسب المفاجأة</translation>
    </message>
    <message>
        <source>How unexpected each token is to the model</source>
        <translation>كم كان كل رمز غير متوقَّع في نظر النموذج</translation>
    </message>
</context>
<context>
    <name>headlight::TextBar</name>
    <message>
        <source>Compare</source>
        <translation>مقارنة</translation>
    </message>
    <message>
        <source>Compare with a second text (starts as a copy)</source>
        <translation>المقارنة بنص آخر: يبدأ نسخة لتُغيَّر</translation>
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
        <translation>أرقام الرموز</translation>
    </message>
    <message>
        <source>Type token ids: 101 2023 102</source>
        <translation>اكتب أرقام الرموز: 101 2023 102</translation>
    </message>
    <message>
        <source>Go to &amp;text</source>
        <translation>الن&amp;ص</translation>
    </message>
    <message>
        <source>Co&amp;mpare texts</source>
        <translation>المقارنة بنص &amp;آخر</translation>
    </message>
    <message>
        <source>Second text</source>
        <translation>نص ثانٍ</translation>
    </message>
    <message>
        <source>A pair in one input: the model reads both texts together</source>
        <translation>زوج في مدخل واحد: يقرأ النموذج النصين معًا</translation>
    </message>
    <message>
        <source>Generated: %1</source>
        <translation>مولَّد: %1</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>محادثة</translation>
    </message>
    <message>
        <source>Conv&amp;ersation</source>
        <translation>محا&amp;دثة</translation>
    </message>
    <message>
        <source>Write in turns: the model&apos;s chat template makes a text of them; again for a plain text</source>
        <translation>الكتابة بالأدوار التي يصنع منها قالب المحادثة نص النموذج؛ مرة أخرى لنص عادي</translation>
    </message>
    <message>
        <source>%1 has no chat template, so it reads plain text only.</source>
        <translation>ليس لدى %1 قالب محادثة، لذا يقرأ نصًا عاديًا فقط.</translation>
    </message>
</context>
<context>
    <name>headlight::TextFileDialog</name>
    <message>
        <source>Read a part of %1</source>
        <translation>قراءة جزء من %1</translation>
    </message>
    <message>
        <source>Where the part begins</source>
        <translation>أين يبدأ الجزء</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 من %2</translation>
    </message>
    <message>
        <source>The part</source>
        <translation>الجزء</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>قراءة</translation>
    </message>
    <message>
        <source>Begins at</source>
        <translation>يبدأ عند</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>الطول</translation>
    </message>
    <message>
        <source>Counting tokens…</source>
        <translation>عدّ الرموز…</translation>
    </message>
    <message>
        <source>%1 tokens; needs %2 in a scratch file</source>
        <translation>%1 رمزا؛ تأخذ القراءة %2 في ملف مؤقت</translation>
    </message>
    <message>
        <source>%1 tokens; needs %2 of memory</source>
        <translation>%1 رمزا؛ يحتاج إلى %2 من الذاكرة</translation>
    </message>
    <message>
        <source> tokens</source>
        <translation> رمزًا</translation>
    </message>
    <message>
        <source>&amp;Whole file</source>
        <translation>الملف &amp;كاملًا</translation>
    </message>
    <message>
        <source>The file has %1; at most %2 are read as one text.</source>
        <translation>حجم الملف %1؛ يُقرأ %2 على الأكثر كنص واحد.</translation>
    </message>
    <message>
        <source>The file has no %1 tokens from there on.</source>
        <translation>لا يحتوي الملف على %1 رمزًا من هناك فصاعدًا.</translation>
    </message>
</context>
<context>
    <name>headlight::TextLine</name>
    <message>
        <source>Text to compare with</source>
        <translation>نص للمقارنة</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>النص</translation>
    </message>
    <message>
        <source>Type the text to compare with</source>
        <translation>اكتب النص للمقارنة</translation>
    </message>
    <message>
        <source>Type a sentence</source>
        <translation>اكتب جملة</translation>
    </message>
    <message>
        <source>Second text to compare with</source>
        <translation>النص الثاني للمقارنة</translation>
    </message>
    <message>
        <source>Text pair</source>
        <translation>النص الثاني</translation>
    </message>
</context>
<context>
    <name>headlight::TokenStrip</name>
    <message>
        <source>Tokens</source>
        <translation>الرموز</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>جعلها مقطعا</translation>
    </message>
    <message>
        <source>Token %1: %2 · id %3</source>
        <translation>الرمز %1: %2 · المعرّف %3</translation>
    </message>
    <message>
        <source>Token %1 of %2: %3</source>
        <translation>الرمز %1 من %2: %3</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 رمزا</translation>
    </message>
    <message>
        <source>T&amp;okens</source>
        <translation>الرم&amp;وز</translation>
    </message>
    <message>
        <source>Go to tokens: arrows move, Return pins, Esc unpins</source>
        <translation>إلى الرموز: الأسهم للتنقل، Enter للتثبيت، Escape للإفلات</translation>
    </message>
    <message>
        <source>Merge as s&amp;pan</source>
        <translation>جعل الرموز المحددة &amp;مقطعا</translation>
    </message>
    <message>
        <source>Show selected tokens as one</source>
        <translation>إظهار الرموز المحددة رمزا واحدا في اللوحة الحالية</translation>
    </message>
    <message>
        <source>Sho&amp;w spaces in tokens</source>
        <translation>إظهار المسافات &amp;في الرموز</translation>
    </message>
    <message>
        <source>generated by the model</source>
        <translation>ولّده النموذج</translation>
    </message>
    <message>
        <source>Picture %1: %2 tokens. Click to fold them.</source>
        <translation>الصورة %1: %2 رموز. انقر لطيّها.</translation>
    </message>
    <message>
        <source>Picture %1: %2 tokens. Click to see each.</source>
        <translation>الصورة %1: %2 رموز. انقر لرؤية كل منها.</translation>
    </message>
    <message>
        <source>Picture %1: %2 tokens. Return opens it.</source>
        <translation>الصورة %1: %2 رموز. مفتاح الإدخال يفتحها.</translation>
    </message>
</context>
<context>
    <name>headlight::TourWindow</name>
    <message>
        <source>Five things heads do</source>
        <translation>خمسة أشياء تفعلها الرؤوس</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>الساب&amp;ق</translation>
    </message>
    <message>
        <source>Ne&amp;xt</source>
        <translation>&amp;التالي</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Your turn</source>
        <translation>والآن جملتك أنت</translation>
    </message>
    <message>
        <source>Type a text at the top of the window. Every panel updates as you type. Choose heads on the left; press F9 to see step by step how one works.</source>
        <translation>اكتب نصا في أعلى النافذة. تتحدث كل اللوحات أثناء الكتابة. اختر رؤوسا من قائمة الرؤوس؛ واضغط F9 لترى خطوة خطوة كيف يعمل أحدها.</translation>
    </message>
    <message>
        <source>%1 of %2 · %3, layer %4, head %5</source>
        <translation>%1 من %2 · %3، الطبقة %4، الرأس %5</translation>
    </message>
</context>
<context>
    <name>headlight::TurnRow</name>
    <message>
        <source>Move turn up</source>
        <translation>نقل الدور إلى أعلى</translation>
    </message>
    <message>
        <source>Move turn down</source>
        <translation>نقل الدور إلى أسفل</translation>
    </message>
    <message>
        <source>Remove turn</source>
        <translation>إزالة الدور</translation>
    </message>
    <message>
        <source>Role of turn %1</source>
        <translation>صاحب الدور %1</translation>
    </message>
    <message>
        <source>Who speaks</source>
        <translation>من يتكلم</translation>
    </message>
    <message>
        <source>Turn %1, %2</source>
        <translation>الدور %1، %2</translation>
    </message>
    <message>
        <source>What %1 says</source>
        <translation>ما يقوله %1</translation>
    </message>
    <message>
        <source>This turn has parts other than text. It stays as it is.</source>
        <translation>في هذا الدور أجزاء ليست نصًا. يبقى كما هو.</translation>
    </message>
    <message>
        <source>This turn has more than its text, such as calls of tools. That stays as it is.</source>
        <translation>في هذا الدور ما هو أكثر من نصه، مثل استدعاء الأدوات. يبقى ذلك كما هو.</translation>
    </message>
</context>
<context>
    <name>headlight::WalkWindow</name>
    <message>
        <source>Walkthrough</source>
        <translation>جولة</translation>
    </message>
    <message>
        <source>Picture of the step</source>
        <translation>صورة الخطوة</translation>
    </message>
    <message>
        <source>&amp;Token</source>
        <translation>ال&amp;رمز</translation>
    </message>
    <message>
        <source>&amp;Layer</source>
        <translation>ال&amp;طبقة</translation>
    </message>
    <message>
        <source>&amp;Head</source>
        <translation>الر&amp;أس</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>ملء الشاشة</translation>
    </message>
    <message>
        <source>Fill the screen for presenting (F11)</source>
        <translation>ملء الشاشة للتقديم (F11)</translation>
    </message>
    <message>
        <source>Show the &amp;numbers</source>
        <translation>إ&amp;ظهار الأعداد</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;السابق</translation>
    </message>
    <message>
        <source>Ne&amp;xt</source>
        <translation>ال&amp;تالي</translation>
    </message>
    <message>
        <source>&amp;Export step…</source>
        <translation>تص&amp;دير الخطوة…</translation>
    </message>
    <message>
        <source>Export all as &amp;slides…</source>
        <translation>تصدير الكل &amp;شرائح…</translation>
    </message>
    <message>
        <source>Step %1: %2</source>
        <translation>الخطوة %1: %2</translation>
    </message>
    <message>
        <source>Export all steps</source>
        <translation>تصدير كل الخطوات</translation>
    </message>
    <message>
        <source>Slides (*.pptx);;PDF (*.pdf);;Web page (*.html)</source>
        <translation>شرائح (*.pptx);;PDF (*.pdf);;صفحة ويب (*.html)</translation>
    </message>
    <message>
        <source>Present…</source>
        <translation>عرض…</translation>
    </message>
    <message>
        <source>The steps on one screen, notes and the next step on the other (F5)</source>
        <translation>الخطوات على شاشة، والملاحظات والخطوة التالية على الأخرى (F5)</translation>
    </message>
</context>
<context>
    <name>headlight::WelcomeTour</name>
    <message>
        <source>&amp;Skip</source>
        <translation>ت&amp;خطٍّ</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>ال&amp;سابق</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 من %2</translation>
    </message>
    <message>
        <source>&amp;Done</source>
        <translation>ت&amp;م</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>ا&amp;لتالي</translation>
    </message>
</context>
<context>
    <name>headlight::WindowLayout</name>
    <message>
        <source>All &amp;heads</source>
        <translation>&amp;كل الرؤوس</translation>
    </message>
    <message>
        <source>Show or hide the maps of all heads</source>
        <translation>إظهار خرائط كل الرؤوس أو إخفاؤها</translation>
    </message>
    <message>
        <source>S&amp;ide panel</source>
        <translation>اللوحة الجا&amp;نبية</translation>
    </message>
    <message>
        <source>Show or hide the side panel</source>
        <translation>إظهار اللوحة الجانبية أو إخفاؤها</translation>
    </message>
    <message>
        <source>Full &amp;screen</source>
        <translation>ملء ال&amp;شاشة</translation>
    </message>
    <message>
        <source>Reset layou&amp;t</source>
        <translation>إعادة ضبط الت&amp;خطيط</translation>
    </message>
    <message>
        <source>Window parts as on a first start</source>
        <translation>أجزاء النافذة كما في أول تشغيل</translation>
    </message>
    <message>
        <source>Heads in a window of their own</source>
        <translation>الرؤوس في نافذة خاصة</translation>
    </message>
    <message>
        <source>For a second screen; closing it brings them back</source>
        <translation>لشاشة ثانية؛ إغلاقها يعيدها</translation>
    </message>
    <message>
        <source>Side panel in its own window</source>
        <translation>اللوحة الجانبية في نافذة خاصة</translation>
    </message>
    <message>
        <source>For a second screen; closing it brings it back</source>
        <translation>لشاشة ثانية؛ إغلاقها يعيدها</translation>
    </message>
    <message>
        <source>&amp;Save layout…</source>
        <translation>&amp;حفظ التخطيط…</translation>
    </message>
    <message>
        <source>Keep the parts of the window under a name</source>
        <translation>الاحتفاظ بأجزاء النافذة باسم</translation>
    </message>
    <message>
        <source>Save layout</source>
        <translation>حفظ التخطيط</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
</context>
<context>
    <name>headlight::Words</name>
    <message>
        <source>Ablation map</source>
        <translation>خريطة الاستئصال</translation>
    </message>
    <message>
        <source>Loss without each head</source>
        <translation>ما تخسره الإجابة من دون كل رأس</translation>
    </message>
    <message>
        <source>Loss of “%1” without each head</source>
        <translation>ما يخسره «%1» من دون كل رأس</translation>
    </message>
    <message>
        <source>Shift of the prediction without each head</source>
        <translation>كم تتحرك الإجابات كلها من دون كل رأس</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>«%1»</translation>
    </message>
    <message>
        <source>zero ablation</source>
        <translation>لا شيء بدل خرج الرأس</translation>
    </message>
    <message>
        <source>mean ablation over the text</source>
        <translation>متوسطه على النص بدل خرج الرأس</translation>
    </message>
    <message>
        <source>mean ablation over another text</source>
        <translation>متوسطه على نص آخر بدل خرج الرأس</translation>
    </message>
    <message>
        <source>The probe finds no induction head.</source>
        <translation>لم يجد الاختبار أي رأس استقراء.</translation>
    </message>
    <message>
        <source>Outlined: probed induction heads with their rank of %1 by loss: %2</source>
        <translation>المؤطَّر: رؤوس الاستقراء في الاختبار ومرتبتها بين %1 حسب الخسارة: %2</translation>
    </message>
    <message>
        <source> and %1 more</source>
        <translation> و%1 غيرها</translation>
    </message>
    <message>
        <source>the prediction</source>
        <translation>التنبؤ</translation>
    </message>
    <message>
        <source>Change in ln p of %1 (%2 with all heads). Negative: the head helps.</source>
        <translation>تغير ln p، الإجابة: %1 (‏%2 مع كل الرؤوس)؛ دون 0 يساعدها الرأس.</translation>
    </message>
    <message>
        <source>KL divergence of the predictions with and without the head.</source>
        <translation>تباعد KL لكل الإجابات مع الرأس عنها من دونه.</translation>
    </message>
    <message>
        <source>Colours: square-root scale.</source>
        <translation>الألوان: الجذر التربيعي للعدد.</translation>
    </message>
    <message>
        <source>Colours: logarithmic scale.</source>
        <translation>الألوان: لوغاريتم العدد.</translation>
    </message>
    <message>
        <source>Colours: linear scale.</source>
        <translation>الألوان: بالتناسب مع العدد.</translation>
    </message>
    <message>
        <source>Layer %1, head %2</source>
        <translation>الطبقة %1، الرأس %2</translation>
    </message>
    <message>
        <source>%1: Δ ln p %2 nats, %3 → %4; KL %5 nats</source>
        <translation>%1: ‏Δ ln p %2 nats، من %3 إلى %4؛ KL %5 nats</translation>
    </message>
    <message>
        <source>An ablation map without heads.</source>
        <translation>خريطة استئصال بلا رؤوس.</translation>
    </message>
    <message>
        <source>%1 %2 nats</source>
        <translation>%1 %2 nats</translation>
    </message>
    <message>
        <source>One cell per head: %1. The prediction drops most without %2. %3</source>
        <translation>خلية لكل رأس: %1. ينخفض التنبؤ أكثر من دون %2. %3</translation>
    </message>
    <message>
        <source>attention, full</source>
        <translation>الانتباه، كامل</translation>
    </message>
    <message>
        <source>attention, windowed</source>
        <translation>الانتباه، بنافذة</translation>
    </message>
    <message>
        <source>projections</source>
        <translation>الإسقاطات</translation>
    </message>
    <message>
        <source>feed-forward</source>
        <translation>التغذية الأمامية</translation>
    </message>
    <message>
        <source>output</source>
        <translation>الخرج</translation>
    </message>
    <message>
        <source>attention, streamed</source>
        <translation>الانتباه، متدفق</translation>
    </message>
    <message>
        <source>keys and values</source>
        <translation>المفاتيح والقيم</translation>
    </message>
    <message>
        <source>weights</source>
        <translation>الأوزان</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 م.ث</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 ث</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 د</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 س</translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation>%1 يوما</translation>
    </message>
    <message>
        <source>Cost of %1 by text length</source>
        <translation>كلفة %1 بحسب طول النص</translation>
    </message>
    <message>
        <source>tokens of the text</source>
        <translation>رموز النص</translation>
    </message>
    <message>
        <source>Multiply-adds of one run</source>
        <translation>عمليات الضرب والجمع في تشغيل واحد</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>الذاكرة</translation>
    </message>
    <message>
        <source>Marked: the open text, %1 tokens, %2 multiply-adds.</source>
        <translation>المعلَّم: النص المفتوح، %1 رمزا، %2 عملية ضرب وجمع.</translation>
    </message>
    <message>
        <source> Measured %1: %2 per second; at that speed a million tokens would take %3.</source>
        <translation> المقيس %1: ‏%2 في الثانية؛ مليون رمز يستغرق %3 بهذه السرعة.</translation>
    </message>
    <message>
        <source>Full: all weights computed and stored. Windowed: a query sees the %1 previous keys. Streamed: all computed, none stored (Headlight).</source>
        <translation>كامل: يُحسب كل وزن ويُحفظ. بنافذة: يرى الاستعلام %1 من المفاتيح قبله. متدفق: تُحسب كلها ولا يُحفظ شيء، كما في هذا البرنامج.</translation>
    </message>
    <message>
        <source>A chart of costs without a model.</source>
        <translation>رسم كلفة بلا نموذج.</translation>
    </message>
    <message>
        <source>Two charts with logarithmic axes. </source>
        <translation>رسمان بمحاور لوغاريتمية. </translation>
    </message>
    <message>
        <source> At a million tokens: attention in full %1 multiply-adds and %2, streamed %3.</source>
        <translation> عند مليون رمز: الانتباه الكامل %1 عملية ضرب وجمع و%2، والمتدفق %3.</translation>
    </message>
    <message>
        <source>layer</source>
        <translation>الطبقة</translation>
    </message>
    <message>
        <source>%1 heads have no value.</source>
        <translation>%1 من الرؤوس بلا قيمة.</translation>
    </message>
    <message>
        <source>A chart of heads without numbers.</source>
        <translation>رسم رؤوس بلا أرقام.</translation>
    </message>
    <message>
        <source>: no head has a value.</source>
        <translation>: لا رأس له قيمة.</translation>
    </message>
    <message>
        <source>%1 of %2 heads by layer; the highest is %3, head %4.</source>
        <translation>%1 لعدد %2 من الرؤوس بحسب الطبقة؛ الأعلى %3، الرأس %4.</translation>
    </message>
    <message>
        <source>Compare methods</source>
        <translation>الطرائق جنبا إلى جنب</translation>
    </message>
    <message>
        <source>What “%1” attends to, by method</source>
        <translation>ما ينظر إليه «%1» بحسب الطريقة</translation>
    </message>
    <message>
        <source>The methods disagree: %1 and the weights rank the tokens differently (ρ = %2)</source>
        <translation>الطرائق مختلفة: ترتيب الرموز حسب «%1» يخالف ترتيبها حسب الأوزان (ρ = %2)</translation>
    </message>
    <message>
        <source>, “%1” first by the weights, “%2” by %3</source>
        <translation>، «%1» أولا حسب الأوزان، و«%2» حسب %3</translation>
    </message>
    <message>
        <source>. Do not read the weights alone as an explanation.</source>
        <translation>. لا تأخذ الأوزان وحدها تفسيرا.</translation>
    </message>
    <message>
        <source>changed: </source>
        <translation>مغيَّر: </translation>
    </message>
    <message>
        <source>Layer %1, all heads together</source>
        <translation>الطبقة %1، كل الرؤوس معا</translation>
    </message>
    <message>
        <source>attention weights, mean</source>
        <translation>أوزان الانتباه، المتوسط</translation>
    </message>
    <message>
        <source>ρ: Spearman’s rank correlation with the weights above in the same scope. Each row has its own scale; its largest bar has the full colour.</source>
        <translation>ρ: ارتباط الرتب لسبيرمان مع الأوزان أعلاه في النطاق نفسه. لكل صف مقياسه، ولأكبر أعمدته اللون الكامل.</translation>
    </message>
    <message>
        <source>Grey: the first or special tokens; their bars are cut where they leave no room for the others.</source>
        <translation>الرمادي: الرمز الأول أو الرموز المضافة؛ تُقطع أعمدتها حيث لا تترك مكانا لغيرها.</translation>
    </message>
    <message>
        <source>Hollow bars are below 0.</source>
        <translation>الأعمدة المفرغة دون 0.</translation>
    </message>
    <message>
        <source>No %1: %2.</source>
        <translation>ينقص %1: %2.</translation>
    </message>
    <message>
        <source>%1: “%2” %3</source>
        <translation>%1: «%2» %3</translation>
    </message>
    <message>
        <source>Compare methods, without a token.</source>
        <translation>الطرائق جنبا إلى جنب، بلا رمز.</translation>
    </message>
    <message>
        <source>: a row of bars for each of %1 methods.</source>
        <translation>: صف أعمدة لكل من %1 طرائق.</translation>
    </message>
    <message>
        <source> Rank correlation with the weights: %1.</source>
        <translation> ارتباط الرتب مع الأوزان: %1.</translation>
    </message>
    <message>
        <source>Heads that attend to noise</source>
        <translation>أي الرؤوس يجذبها الضجيج</translation>
    </message>
    <message>
        <source>%1 of %2 heads attend to the noise above chance (mark) by more than one standard deviation over seeds (whisker).</source>
        <translation>%1 من %2 رؤوس تعطي الضجيج أكثر مما تعطيه أوزان متساوية (العلامة)، بأكثر من انحراف معياري واحد على البذور (الشارب).</translation>
    </message>
    <message>
        <source>Prediction shift: KL %1 nats; ln p of the top prediction %2.</source>
        <translation>يتحرك التنبؤ %1 nats (تباعد KL)، وln p للإجابة الأرجح %2.</translation>
    </message>
    <message>
        <source>A chart of noise without heads.</source>
        <translation>رسم ضجيج بلا رؤوس.</translation>
    </message>
    <message>
        <source>%1 %2 (chance %3)</source>
        <translation>%1 %2 (المصادفة %3)</translation>
    </message>
    <message>
        <source>Bars of how much attention each head gives to %1. Most above chance: %2.</source>
        <translation>أعمدة بما يعطيه كل رأس من انتباه: %1. الأعلى فوق المصادفة: %2.</translation>
    </message>
    <message>
        <source>%1: %2 ± %3 on the noise, chance %4</source>
        <translation>%1: ‏%2 ± %3 على الضجيج، المصادفة %4</translation>
    </message>
    <message>
        <source> Callout: </source>
        <translation> تنويه: </translation>
    </message>
    <message>
        <source>Attention in %1</source>
        <translation>الانتباه في %1</translation>
    </message>
    <message>
        <source>Point at the figure, or use the arrow keys, to read its values.</source>
        <translation>أشر إلى الشكل أو استعمل الأسهم لقراءة قيمه.</translation>
    </message>
    <message>
        <source>Arrows point to the token that is attended to.</source>
        <translation>تشير الأسهم إلى الرمز الذي يُنتبه إليه.</translation>
    </message>
    <message>
        <source>the first token</source>
        <translation>الرمز الأول</translation>
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
        <translation>%1 على %2</translation>
    </message>
    <message>
        <source>Arcs without tokens.</source>
        <translation>أقواس بلا رموز.</translation>
    </message>
    <message>
        <source>Arcs over the text from each token to the tokens that it attends to, </source>
        <translation>أقواس فوق النص من كل رمز إلى الرموز التي ينتبه إليها، </translation>
    </message>
    <message>
        <source>All heads</source>
        <translation>كل الرؤوس</translation>
    </message>
    <message>
        <source>%1 layers × %2 heads</source>
        <translation>%1 طبقات × %2 رؤوس</translation>
    </message>
    <message>
        <source>A line joins %1 heads that share keys and values.</source>
        <translation>يصل خط %1 رؤوس تتشارك المفاتيح والقيم.</translation>
    </message>
    <message>
        <source>Underlined layers see only a window of the text.</source>
        <translation>الطبقات المسطَّرة ترى نافذة من النص فقط.</translation>
    </message>
    <message>
        <source>Rows of a map are queries, columns keys.</source>
        <translation>صفوف الخريطة استعلامات وأعمدتها مفاتيح.</translation>
    </message>
    <message>
        <source>Atlas without tokens.</source>
        <translation>أطلس بلا رموز.</translation>
    </message>
    <message>
        <source>Small attention maps of all %1 heads in each of %2 layers</source>
        <translation>خرائط انتباه صغيرة لكل الرؤوس %1 في كل من %2 طبقات</translation>
    </message>
    <message>
        <source>Layer %1, %2</source>
        <translation>الطبقة %1، %2</translation>
    </message>
    <message>
        <source>head %1</source>
        <translation>الرأس %1</translation>
    </message>
    <message>
        <source>special tokens</source>
        <translation>الرموز الخاصة</translation>
    </message>
    <message>
        <source>first token</source>
        <translation>الأول</translation>
    </message>
    <message>
        <source>one token</source>
        <translation>رمز واحد</translation>
    </message>
    <message>
        <source>Square-root colour scale</source>
        <translation>مقياس لون بالجذر التربيعي</translation>
    </message>
    <message>
        <source>Logarithmic colour scale</source>
        <translation>مقياس لون لوغاريتمي</translation>
    </message>
    <message>
        <source>Linear colour scale</source>
        <translation>مقياس لون خطي</translation>
    </message>
    <message>
        <source>, from −100% to +100%.</source>
        <translation>، من ‎−100% إلى ‎+100%.</translation>
    </message>
    <message>
        <source>, symmetric about 0, up to the largest difference.</source>
        <translation>، متماثل حول 0، حتى أكبر فرق.</translation>
    </message>
    <message>
        <source>, the same for every head.</source>
        <translation>، نفسه لكل رأس.</translation>
    </message>
    <message>
        <source>No tokens to show</source>
        <translation>لا رموز لإظهارها</translation>
    </message>
    <message>
        <source>words</source>
        <translation>كلمات</translation>
    </message>
    <message>
        <source>sentences</source>
        <translation>جمل</translation>
    </message>
    <message>
        <source>sections</source>
        <translation>أقسام</translation>
    </message>
    <message>
        <source>: what “%1” attends to</source>
        <translation>: ما ينتبه إليه «%1»</translation>
    </message>
    <message>
        <source>: what attends to “%1”</source>
        <translation>: ما ينتبه إلى «%1»</translation>
    </message>
    <message>
        <source>Tint: how much of the framed token’s attention a token gets.</source>
        <translation>التلوين: كم ينال الرمز من انتباه الرمز المؤطَّر.</translation>
    </message>
    <message>
        <source>Tint: how much of its attention a token gives to the framed one.</source>
        <translation>التلوين: كم يعطي الرمز من انتباهه للرمز المؤطَّر.</translation>
    </message>
    <message>
        <source>on %1</source>
        <translation>على %1</translation>
    </message>
    <message>
        <source>First token: hatched, with its own bar.</source>
        <translation>الرمز الأول مظلَّل بخطوط، وله عمود خاص.</translation>
    </message>
    <message>
        <source>Special tokens: hatched, with their own bar.</source>
        <translation>الرموز الخاصة مظلَّلة بخطوط، ولها عمود خاص.</translation>
    </message>
    <message>
        <source>“%1” attends to “%2”: %3</source>
        <translation>«%1» ينتبه إلى «%2»: %3</translation>
    </message>
    <message>
        <source>Coloured text without tokens.</source>
        <translation>نص ملوَّن بلا رموز.</translation>
    </message>
    <message>
        <source> Strongest: </source>
        <translation> الأقوى: </translation>
    </message>
    <message>
        <source> %1 on %2, shown separately.</source>
        <translation> %1 على %2، معروض منفصلا.</translation>
    </message>
    <message>
        <source>Tokens %1 to %2 of %3 are shown.</source>
        <translation>تُعرض الرموز من %1 إلى %2 من أصل %3.</translation>
    </message>
    <message>
        <source>nats</source>
        <translation>nats</translation>
    </message>
    <message>
        <source>weight</source>
        <translation>الوزن</translation>
    </message>
    <message>
        <source>every</source>
        <translation>الكل</translation>
    </message>
    <message>
        <source>every other</source>
        <translation>واحد من كل 2</translation>
    </message>
    <message>
        <source>every %1</source>
        <comment>place in an order</comment>
        <translation>واحد من كل %1</translation>
    </message>
    <message>
        <source>Labels: %1 token.</source>
        <translation>الرموز المسمّاة: %1.</translation>
    </message>
    <message>
        <source>Labels: %1 query and %2 key.</source>
        <translation>المسمّى من الاستعلامات: %1، ومن المفاتيح: %2.</translation>
    </message>
    <message>
        <source>Token flow</source>
        <translation>تدفق الرموز</translation>
    </message>
    <message>
        <source>rollout</source>
        <translation>rollout</translation>
    </message>
    <message>
        <source>mean of the heads</source>
        <translation>متوسط الرؤوس</translation>
    </message>
    <message>
        <source>head %1 of each layer</source>
        <translation>الرأس %1 من كل طبقة</translation>
    </message>
    <message>
        <source>in the input</source>
        <translation>في الدخل</translation>
    </message>
    <message>
        <source>after layer %1</source>
        <translation>بعد الطبقة %1</translation>
    </message>
    <message>
        <source>Flow into “%1” %2, %3</source>
        <translation>التدفق إلى «%1» %2، %3</translation>
    </message>
    <message>
        <source>Input at the bottom, each layer above.</source>
        <translation>الدخل في الأسفل، وكل طبقة فوقه.</translation>
    </message>
    <message>
        <source>Half of each step is the token itself (residual stream).</source>
        <translation>نصف كل خطوة هو الرمز نفسه (المجرى المتبقي).</translation>
    </message>
    <message>
        <source>Strongest %1 links per layer; %2 weaker links hidden.</source>
        <translation>أقوى %1 روابط في الطبقة؛ وحُذف %2 أضعف.</translation>
    </message>
    <message>
        <source>Links below %1 hidden.</source>
        <translation>الروابط دون %1 مخفية.</translation>
    </message>
    <message>
        <source>Token flow needs self-attention</source>
        <translation>يحتاج تدفق الرموز إلى الرموز نفسها استعلامات ومفاتيح</translation>
    </message>
    <message>
        <source>Token flow needs every layer; the file contains only some</source>
        <translation>يحتاج تدفق الرموز إلى كل الطبقات، والملف لا يحتوي إلا على بعضها</translation>
    </message>
    <message>
        <source>%1 of “%2” %3</source>
        <translation>%1 من «%2» %3</translation>
    </message>
    <message>
        <source>“%1” (%2) %3</source>
        <translation>«%1» (%2) %3</translation>
    </message>
    <message>
        <source>takes from </source>
        <translation>يأخذ من </translation>
    </message>
    <message>
        <source>Token flow without tokens.</source>
        <translation>تدفق رموز بلا رموز.</translation>
    </message>
    <message>
        <source> Largest shares of the input: </source>
        <translation> أكبر حصص الدخل: </translation>
    </message>
    <message>
        <source>input</source>
        <translation>الدخل</translation>
    </message>
    <message>
        <source>layer %1</source>
        <translation>الطبقة %1</translation>
    </message>
    <message>
        <source>%1 heads</source>
        <translation>%1 رؤوس</translation>
    </message>
    <message>
        <source>Heads </source>
        <translation>الرؤوس </translation>
    </message>
    <message>
        <source>Strongest %1 links; %2 weaker links hidden.</source>
        <translation>أقوى %1 رابطا؛ وأُخفي %2 أضعف منها.</translation>
    </message>
    <message>
        <source>Line strength: %1, %2.</source>
        <translation>قوة الخط: %1، %2.</translation>
    </message>
    <message>
        <source>the same for every head</source>
        <translation>نفسها لكل رأس</translation>
    </message>
    <message>
        <source>up to the largest one drawn</source>
        <translation>حتى أكبر ما رُسم</translation>
    </message>
    <message>
        <source>“%1” to “%2” %3</source>
        <translation>من «%1» إلى «%2» %3</translation>
    </message>
    <message>
        <source>Strongest: </source>
        <translation>الأقوى: </translation>
    </message>
    <message>
        <source>Hatched: tokens that only A (+) or only B (−) has.</source>
        <translation>المظلَّل: رموز في A وحده (+) أو في B وحده (−).</translation>
    </message>
    <message>
        <source>Each pixel shows the largest of %1 × %2 differences.</source>
        <translation>كل نقطة هي أكبر %1 × %2 فرقا.</translation>
    </message>
    <message>
        <source>Each pixel shows the largest of up to %1 × %2 differences.</source>
        <translation>كل نقطة هي أكبر ما لا يزيد على %1 × %2 فرقا.</translation>
    </message>
    <message>
        <source>Numbers are percentages.</source>
        <translation>الأعداد نسب مئوية.</translation>
    </message>
    <message>
        <source>Heatmap without tokens.</source>
        <translation>خريطة حرارية بلا رموز.</translation>
    </message>
    <message>
        <source>layer %1, %2</source>
        <translation>الطبقة %1، %2</translation>
    </message>
    <message>
        <source>some tokens</source>
        <translation>بعض الرموز</translation>
    </message>
    <message>
        <source>tokens</source>
        <translation>الرموز</translation>
    </message>
    <message>
        <source>Labels: %1 of queries, %2 of keys.</source>
        <translation>التسميات: للاستعلامات %1، وللمفاتيح %2.</translation>
    </message>
    <message>
        <source>Labels: some of the %1.</source>
        <translation>التسميات: بعضها (%1).</translation>
    </message>
    <message>
        <source>Labels: %1.</source>
        <translation>التسميات: %1.</translation>
    </message>
    <message>
        <source>: no link is strong enough to be drawn</source>
        <translation>: لا رابط قوي بما يكفي ليُرسم</translation>
    </message>
    <message>
        <source> attends to </source>
        <translation> ينتبه إلى </translation>
    </message>
    <message>
        <source> is attended to by </source>
        <translation> ينتبه إليه </translation>
    </message>
    <message>
        <source>Links without tokens.</source>
        <translation>روابط بلا رموز.</translation>
    </message>
    <message>
        <source>Links from query tokens to the tokens they attend to, </source>
        <translation>روابط من رموز الاستعلام إلى الرموز التي تنتبه إليها، </translation>
    </message>
    <message>
        <source>query</source>
        <translation>الاستعلام</translation>
    </message>
    <message>
        <source>attends to</source>
        <translation>ينتبه إلى</translation>
    </message>
    <message>
        <source>head</source>
        <translation>الرأس</translation>
    </message>
    <message>
        <source>The bar for %1 has its own scale: full height = 100%.</source>
        <translation>لعمود %1 مقياس خاص: ارتفاعه الكامل 100%.</translation>
    </message>
    <message>
        <source>Row profile without tokens.</source>
        <translation>ملف صف بلا رموز.</translation>
    </message>
    <message>
        <source>Head similarity</source>
        <translation>تشابه الرؤوس</translation>
    </message>
    <message>
        <source>Head similarity, %1 layers × %2 heads</source>
        <translation>تشابه الرؤوس، %1 طبقات × %2 رؤوس</translation>
    </message>
    <message>
        <source>Near dots attend similarly: Jensen–Shannon distance on this text, laid out in two dimensions.</source>
        <translation>النقاط المتقاربة متشابهة الانتباه: مسافة Jensen–Shannon على هذا النص، مبسوطة في بعدين.</translation>
    </message>
    <message>
        <source>Layout distorts distances by %1 (stress). Directions have no meaning.</source>
        <translation>يغيّر المستوي المسافات إجمالا بمقدار %1 (الإجهاد)؛ ولا معنى للاتجاهات.</translation>
    </message>
    <message>
        <source>nearest: </source>
        <translation>الأقرب: </translation>
    </message>
    <message>
        <source>Head similarity without tokens.</source>
        <translation>تشابه رؤوس بلا رموز.</translation>
    </message>
    <message>
        <source>. Similar heads are near each other.</source>
        <translation>. الرؤوس المتشابهة الانتباه متقاربة.</translation>
    </message>
    <message>
        <source> The most similar are %1 and %2 (distance %3).</source>
        <translation> الأشبه هما %1 و%2 (المسافة %3).</translation>
    </message>
    <message>
        <source>One head unlabelled (no room).</source>
        <translation>رأس واحد بلا تسمية لضيق المكان.</translation>
    </message>
    <message>
        <source>%1 heads unlabelled (no room).</source>
        <translation>%1 من الرؤوس بلا تسمية لضيق المكان.</translation>
    </message>
    <message>
        <source>Each cell is a number: orange positive, blue negative; full colour at ±%1.</source>
        <translation>الخلية عدد: برتقالي فوق 0 وأزرق تحته؛ والأعمق عند ‎±%1.</translation>
    </message>
    <message>
        <source> The mix has its own scale, up to ±%1.</source>
        <translation> للمزيج مقياس خاص، حتى ‎±%1.</translation>
    </message>
    <message>
        <source>%1 of %2 tokens: those with the largest weights.</source>
        <translation>%1 من %2 رمزا: ذوات الأوزان الأكبر.</translation>
    </message>
    <message>
        <source>mix</source>
        <translation>المزيج</translation>
    </message>
    <message>
        <source>A walkthrough without a token.</source>
        <translation>جولة بلا رمز.</translation>
    </message>
    <message>
        <source>Step %1 of %2 of a walkthrough. %3. %4 (%5.)</source>
        <translation>الخطوة %1 من %2 في جولة. %3. %4 (%5.)</translation>
    </message>
    <message>
        <source>head %1 adds %2</source>
        <translation>يضيف الرأس %1 %2</translation>
    </message>
    <message>
        <source>“%1”: score %2, weight %3</source>
        <translation>«%1»: الدرجة %2، الوزن %3</translation>
    </message>
    <message>
        <source>“%1” is masked</source>
        <translation>«%1» محجوب</translation>
    </message>
    <message>
        <source>The text becomes tokens</source>
        <translation>يصير النص رموزا</translation>
    </message>
    <message>
        <source>The model reads the text as %1 tokens. We follow one of them, %2, through head %3 of layer %4. </source>
        <translation>يقرأ النموذج النص على أنه %1 من الرموز. نتابع أحدها، %2، عبر الرأس %3 من الطبقة %4. </translation>
    </message>
    <message>
        <source>It can see itself and earlier tokens, not the pale ones.</source>
        <translation>يجوز له أن ينظر إلى نفسه وما قبله، لا إلى الباهتة.</translation>
    </message>
    <message>
        <source>It can see all of them.</source>
        <translation>يستطيع رؤيتها كلها.</translation>
    </message>
    <message>
        <source>Token %1 of %2, counted from 0.</source>
        <translation>الرمز %1 من %2، عدّا من 0.</translation>
    </message>
    <message>
        <source>The query: what %1 looks for</source>
        <translation>الاستعلام: عمّ يبحث %1</translation>
    </message>
    <message>
        <source>%1 enters the layer as a vector. The head turns it into a shorter one, its query: %2 numbers that say what %1 looks for.</source>
        <translation>يدخل %1 إلى الطبقة على هيئة متجه. يصنع الرأس منه واحدا أقصر هو الاستعلام: %2 من الأعداد تقول عمّ يبحث %1.</translation>
    </message>
    <message>
        <source>q = W_Q x: %1 numbers, length ‖q‖ = %2</source>
        <translation>‎q = W_Q x: ‏%1 عددا، الطول ‎‖q‖ = %2</translation>
    </message>
    <message>
        <source>Keys: what every token offers</source>
        <translation>المفاتيح: ما يعرضه كل رمز</translation>
    </message>
    <message>
        <source>Every token also has a key: numbers that say what it offers. Where key and query have the same colour, they agree.</source>
        <translation>وبالطريقة نفسها لكل رمز مفتاح: قائمة أعداد تقول ما عنده. حيث تقع ألوان تحت اللون نفسه في الاستعلام يتفق الاثنان.</translation>
    </message>
    <message>
        <source>k = W_K x: as long as the query; ‖k‖ = %1 for %2</source>
        <translation>‎k = W_K x: بطول الاستعلام؛ ‎‖k‖ = %1 لـ %2</translation>
    </message>
    <message>
        <source>no. %1: %2</source>
        <translation>رقم %1: %2</translation>
    </message>
    <message>
        <source>q · k = %1 for %2; most of it from %3</source>
        <translation>‎q · k = %1 لـ %2؛ ومعظمه من %3</translation>
    </message>
    <message>
        <source>. After scaling, %1 of it is content and %2 position</source>
        <translation>. بعد التحجيم، %1 منه محتوى و%2 موضع</translation>
    </message>
    <message>
        <source>Scores: how well each key matches the query</source>
        <translation>الدرجات: كم يناسب كل مفتاح الاستعلام</translation>
    </message>
    <message>
        <source>Query and key are multiplied number by number and added up. The better the match, the higher the score: %1 matches best.</source>
        <translation>يُضرب الاستعلام في المفتاح عددا بعدد ثم تُجمع النواتج. كلما ناسب المفتاح أكثر ارتفعت درجته: والأنسب %1.</translation>
    </message>
    <message>
        <source>All scores are scaled down equally, so no single one takes everything.</source>
        <translation>تُصغَّر الدرجات كلها بالعامل نفسه كيلا تأخذ واحدة كل شيء.</translation>
    </message>
    <message>
        <source>Tokens the query cannot see are masked out.</source>
        <translation>تُستبعد الرموز التي لا يجوز للاستعلام رؤيتها.</translation>
    </message>
    <message>
        <source>score = %1 · (q · k)</source>
        <translation>الدرجة = %1 · (q · k)</translation>
    </message>
    <message>
        <source> + position bias</source>
        <translation> ‏+ ما تضيفه المسافة بينهما</translation>
    </message>
    <message>
        <source>Scores are scaled and masked</source>
        <translation>تُحجَّم الدرجات ويُخفى ما يأتي لاحقا</translation>
    </message>
    <message>
        <source>Scores are scaled</source>
        <translation>تُحجَّم الدرجات</translation>
    </message>
    <message>
        <source>Softmax turns scores into shares of 100%: the weights in the heatmap row of %1. %2 gets %3.</source>
        <translation>يحوّل softmax الدرجات إلى حصص من 100%: أوزان الانتباه كما هي في صف %1 في الخريطة الحرارية. ينال %2 ما قدره %3.</translation>
    </message>
    <message>
        <source>It is not a word: heads rest on it when nothing matches (a sink).</source>
        <translation>لا يمثل أي كلمة: تستقر عليه الرؤوس حين لا تجد ما تنظر إليه.</translation>
    </message>
    <message>
        <source>An intervention changed them.</source>
        <translation>غيّرها تدخُّل.</translation>
    </message>
    <message>
        <source>Softmax: scores become shares</source>
        <translation>‏softmax: تصير الدرجات حصصا</translation>
    </message>
    <message>
        <source>weight = e^score ÷ Σ e^score; ln Σ e^score = %1, Σ weights = %2</source>
        <translation>الوزن = ‎e^s ÷ Σ e^s؛ ‎ln Σ e^s = %1، مجموع الأوزان = %2</translation>
    </message>
    <message>
        <source>Values are mixed by weight</source>
        <translation>تُمزج القيم بحسب الوزن</translation>
    </message>
    <message>
        <source>Each token passes on its value. The head mixes all values by weight; faint ones barely count. The mix is what the head found for %1.</source>
        <translation>ما يسلّمه الرمز هو القيم التي له. يمزج الرأس قيم الرموز كلها، كلا بقدر وزنه (والباهتة لا تكاد تُحسب). المزيج هو ما وجده الرأس لـ %1.</translation>
    </message>
    <message>
        <source>mix = Σ weight · value: %1 numbers, length %2</source>
        <translation>المزيج = مجموع الوزن · القيمة: %1 عددا، الطول %2</translation>
    </message>
    <message>
        <source>All %1 heads of the layer</source>
        <translation>كل رؤوس الطبقة: %1</translation>
    </message>
    <message>
        <source>Other heads ask other questions of the same text at the same time. Each row shows where one of them looks from %1.</source>
        <translation>تسأل رؤوس أخرى النص نفسه أسئلة أخرى في الوقت ذاته. يُظهر كل صف أين ينظر أحدها من %1.</translation>
    </message>
    <message>
        <source>Row = weights of one head, head %1 framed</source>
        <translation>الصف = أوزان رأس واحد، والرأس %1 مؤطَّر</translation>
    </message>
    <message>
        <source>What the heads add</source>
        <translation>ما يخرج من الطبقة</translation>
    </message>
    <message>
        <source>Each head adds its result to the vector of %1, and the model goes on from there. Longer bars add more: head %2 adds most.</source>
        <translation>يكتب كل رأس ما وجده في متجه %1، وتتابع الطبقة التالية من هناك. كلما طال العمود كتب أكثر: والأكثر الرأس %2.</translation>
    </message>
    <message>
        <source>‖W_O mix‖ of each head; ‖x‖ = %1 as it enters the layer; head %2 adds %3</source>
        <translation>‎‖W_O·m‖ لكل رأس؛ ‎‖x‖ = %1 عند دخول الطبقة؛ ويضيف الرأس %2 ما قدره %3</translation>
    </message>
    <message>
        <source>%1st</source>
        <translation>%1</translation>
    </message>
    <message>
        <source>%1nd</source>
        <translation>%1</translation>
    </message>
    <message>
        <source>%1rd</source>
        <translation>%1</translation>
    </message>
    <message>
        <source>%1th</source>
        <translation>%1</translation>
    </message>
    <message>
        <source>every head</source>
        <translation>كل الرؤوس</translation>
    </message>
    <message>
        <source>layers %1</source>
        <translation>الطبقات %1</translation>
    </message>
    <message>
        <source>heads %1</source>
        <translation>الرؤوس %1</translation>
    </message>
    <message>
        <source>, in %1</source>
        <translation>، فقط %1</translation>
    </message>
    <message>
        <source>every token</source>
        <translation>كل الرموز</translation>
    </message>
    <message>
        <source>token %1</source>
        <translation>الرمز %1</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>من %1 إلى %2</translation>
    </message>
    <message>
        <source>the last token</source>
        <translation>الرمز الأخير</translation>
    </message>
    <message>
        <source>punctuation</source>
        <translation>علامات الترقيم</translation>
    </message>
    <message>
        <source>the sink</source>
        <translation>المصب</translation>
    </message>
    <message>
        <source>Switch %1 off</source>
        <translation>إيقاف %1</translation>
    </message>
    <message>
        <source>Mean-ablate %1 over the text</source>
        <translation>%1: وضع متوسطه على النص</translation>
    </message>
    <message>
        <source>Mean-ablate %1 over %2</source>
        <translation>%1: وضع متوسطه على %2</translation>
    </message>
    <message>
        <source>Let %1 attend to nothing</source>
        <translation>جعل %1 لا ينتبه إلى شيء</translation>
    </message>
    <message>
        <source>Hide %1 from all</source>
        <translation>إخفاء %1 عن الكل</translation>
    </message>
    <message>
        <source>Hide %1 from %2</source>
        <translation>إخفاء %1 عن %2</translation>
    </message>
    <message>
        <source>Sharpen attention: temperature %1</source>
        <translation>شحذ الانتباه: درجة الحرارة %1</translation>
    </message>
    <message>
        <source>Flatten attention: temperature %1</source>
        <translation>تسطيح الانتباه: درجة الحرارة %1</translation>
    </message>
    <message>
        <source>Spread %1 evenly</source>
        <translation>%1: النظر إلى الكل بالتساوي</translation>
    </message>
    <message>
        <source>Cap %1 at %2</source>
        <translation>%1: على الأكثر %2</translation>
    </message>
    <message>
        <source>Emphasise %1, weight × %2</source>
        <translation>إبراز %1، الوزن × %2</translation>
    </message>
    <message>
        <source>Weaken %1, weight × %2</source>
        <translation>إضعاف %1، الوزن × %2</translation>
    </message>
    <message>
        <source>Drop %1 of the weights at random</source>
        <translation>إسقاط %1 من الأوزان عشوائيا</translation>
    </message>
    <message>
        <source>, %1 draws</source>
        <translation>، %1 سحوبات</translation>
    </message>
    <message>
        <source>Patch pattern of %1 from %2</source>
        <translation>%1: النظر كما في %2</translation>
    </message>
    <message>
        <source>Patch output of %1 from %2</source>
        <translation>%1: أخذ ما يقوله من %2</translation>
    </message>
    <message>
        <source>Zero ablation (Michel et al. 2019)</source>
        <translation>استئصال بالصفر (Michel et al. 2019)</translation>
    </message>
    <message>
        <source>Mean ablation over the text</source>
        <translation>استئصال بالمتوسط على النص</translation>
    </message>
    <message>
        <source>Mean ablation over another text (Wang et al. 2022)</source>
        <translation>استئصال بالمتوسط على نص آخر (Wang et al. 2022)</translation>
    </message>
    <message>
        <source>Attention knockout (Geva et al. 2023), rows renormalised</source>
        <translation>قطع الانتباه (Geva et al. 2023)، مع إعادة مجموع الصفوف إلى 1</translation>
    </message>
    <message>
        <source>Softmax temperature: softmax(scores / T)</source>
        <translation>درجة حرارة softmax: ‏softmax(الدرجات / T)</translation>
    </message>
    <message>
        <source>Uniform attention over the visible keys</source>
        <translation>انتباه منتظم على المفاتيح المرئية</translation>
    </message>
    <message>
        <source>Weight cap; the excess goes to other keys in proportion</source>
        <translation>حد للوزن؛ يذهب الزائد إلى بقية المفاتيح بالتناسب</translation>
    </message>
    <message>
        <source>Attention steering (PASTA, Zhang et al. 2023), rows renormalised</source>
        <translation>توجيه الانتباه (PASTA, Zhang et al. 2023)، مع إعادة تطبيع الصفوف</translation>
    </message>
    <message>
        <source>Key re-weighting, rows renormalised</source>
        <translation>إعادة وزن المفاتيح، مع إعادة تطبيع الصفوف</translation>
    </message>
    <message>
        <source>Attention dropout as in training (Vaswani et al. 2017)</source>
        <translation>إسقاط الانتباه كما في التدريب (Vaswani et al. 2017)</translation>
    </message>
    <message>
        <source>Attention pattern patching (Vig et al. 2020)</source>
        <translation>ترقيع نمط الانتباه (Vig et al. 2020)</translation>
    </message>
    <message>
        <source>Activation patching of the head&apos;s output (Vig et al. 2020)</source>
        <translation>ترقيع تنشيط خرج الرأس (Vig et al. 2020)</translation>
    </message>
    <message>
        <source>All panels</source>
        <translation>كل اللوحات</translation>
    </message>
    <message>
        <source>The whole workspace</source>
        <translation>مساحة العمل كلها</translation>
    </message>
    <message>
        <source>attention weights</source>
        <translation>أوزان الانتباه</translation>
    </message>
    <message>
        <source>value-weighted norm</source>
        <translation>معيار ما يصل</translation>
    </message>
    <message>
        <source>norm, whole layer</source>
        <translation>المعيار، كل الرؤوس معا</translation>
    </message>
    <message>
        <source>norm with residual</source>
        <translation>المعيار مع المتبقي</translation>
    </message>
    <message>
        <source>ALTI contributions</source>
        <translation>المساهمات</translation>
    </message>
    <message>
        <source>value zeroing</source>
        <translation>تصفير القيمة</translation>
    </message>
    <message>
        <source>effective attention</source>
        <translation>الانتباه الفعال</translation>
    </message>
    <message>
        <source>Attention weights after softmax.</source>
        <translation>أوزان softmax.</translation>
    </message>
    <message>
        <source>Norm of weight × transformed value, as a share of its row (Kobayashi et al. 2020).</source>
        <translation>طول المتجه الذي يأتي به الرمز، حصةً من صفه (Kobayashi et al. 2020).</translation>
    </message>
    <message>
        <source>Norm of the sum over the layer&apos;s heads (Kobayashi et al. 2020).</source>
        <translation>الشيء نفسه لكل رؤوس الطبقة معا (Kobayashi et al. 2020).</translation>
    </message>
    <message>
        <source>The same, with residual and layer norm (Kobayashi et al. 2021).</source>
        <translation>كل الرؤوس معا مع المتبقي والتسوية (Kobayashi et al. 2021).</translation>
    </message>
    <message>
        <source>How much a token&apos;s vector moves the layer towards its output (ALTI, Ferrando et al. 2022).</source>
        <translation>كم يقرّب الرمز خرج الطبقة مما هو عليه (Ferrando et al. 2022).</translation>
    </message>
    <message>
        <source>Cosine change of the layer&apos;s output when the token&apos;s value is zeroed, as a share of its row (Mohebbi et al. 2023).</source>
        <translation>كم يدور خرج الطبقة من دون قيمة الرمز، حصةً من صفه (Mohebbi et al. 2023).</translation>
    </message>
    <message>
        <source>Weights without the part that cannot affect the output (Brunner et al. 2020); negative values drawn as 0.</source>
        <translation>جزء الأوزان الذي يبلغ الخرج (Brunner et al. 2020)؛ وما دون 0 له لون 0.</translation>
    </message>
    <message>
        <source>Head means multiplied through all layers to the input (Abnar and Zuidema 2020).</source>
        <translation>متوسط الرؤوس متتبَّعا عبر كل الطبقات إلى الدخل (Abnar and Zuidema 2020).</translation>
    </message>
    <message>
        <source>1 span</source>
        <translation>مقطع واحد</translation>
    </message>
    <message>
        <source>%1 spans</source>
        <translation>%1 مقاطع</translation>
    </message>
    <message>
        <source>without special tokens</source>
        <translation>من دون الرموز الخاصة</translation>
    </message>
    <message>
        <source>without special tokens, rows not renormalised</source>
        <translation>من دون الرموز الخاصة، بلا إعادة تسوية الصفوف</translation>
    </message>
    <message>
        <source>without sink</source>
        <translation>من دون المصب</translation>
    </message>
    <message>
        <source>weights ≥ %1</source>
        <translation>أوزان ‎≥ %1</translation>
    </message>
    <message>
        <source>at least %1 tokens apart</source>
        <translation>بينهما %1 رمزا على الأقل</translation>
    </message>
    <message>
        <source>top %1</source>
        <translation>أكبر %1</translation>
    </message>
    <message>
        <source>parts of the row maximum</source>
        <translation>حصص من أكبر قيمة في الصف</translation>
    </message>
    <message>
        <source>transposed</source>
        <translation>منقول</translation>
    </message>
    <message>
        <source>mean of all heads</source>
        <translation>متوسط كل الرؤوس</translation>
    </message>
    <message>
        <source>maximum of all heads</source>
        <translation>أقصى قيمة من كل الرؤوس</translation>
    </message>
    <message>
        <source>Merges subwords: attention to a word is a sum, from it a mean.</source>
        <translation>قطع الكلمة كواحدة: الوزن إلى كلمة مجموع قطعها، ومن كلمة متوسطها.</translation>
    </message>
    <message>
        <source>Merges sentences: attention to a sentence is a sum, from it a mean.</source>
        <translation>يدمج الجمل: الانتباه إلى الجملة مجموع، ومنها متوسط.</translation>
    </message>
    <message>
        <source>Merges the tokens of a span: attention to it is a sum, from it a mean.</source>
        <translation>يدمج رموز المقطع: الانتباه إليه مجموع، ومنه متوسط.</translation>
    </message>
    <message>
        <source>Removes special tokens; rows renormalised.</source>
        <translation>من دون الرموز التي أضافها المجزِّئ؛ مجموع الصفوف 1 من جديد.</translation>
    </message>
    <message>
        <source>Removes special tokens; rows not renormalised.</source>
        <translation>من دون الرموز التي أضافها المجزِّئ؛ مجموع الصفوف أقل من 1.</translation>
    </message>
    <message>
        <source>Removes the sink (first or special tokens); rows renormalised.</source>
        <translation>من دون الرمز الأول أو الرموز الخاصة التي تأخذ كتلة بلا معنى؛ مجموع الصفوف 1 من جديد.</translation>
    </message>
    <message>
        <source>Weights below %1 are shown as 0.</source>
        <translation>الأوزان دون %1 تُعرض 0.</translation>
    </message>
    <message>
        <source>Weights between tokens less than %1 apart are shown as 0; long-range links remain.</source>
        <translation>الأوزان بين رموز تفصلها أقل من %1 تُعرض 0: ويبقى البعيد المدى.</translation>
    </message>
    <message>
        <source>The %1 largest weights of each query; the others are shown as 0.</source>
        <translation>أكبر %1 أوزان لكل استعلام؛ وتُعرض الأخرى 0.</translation>
    </message>
    <message>
        <source>Each row divided by its maximum; the values are no longer weights of the model.</source>
        <translation>كل صف مقسوم على أقصى قيمة فيه؛ لم تعد القيم أوزان النموذج.</translation>
    </message>
    <message>
        <source>Rows show what attends to a token; columns sum to 1.</source>
        <translation>يقول كل صف من ينتبه إلى رمز؛ ومجموع الأعمدة 1.</translation>
    </message>
    <message>
        <source>Mean over the layer&apos;s heads.</source>
        <translation>متوسط كل رؤوس الطبقة.</translation>
    </message>
    <message>
        <source>Maximum over the layer&apos;s heads; rows can sum to more than 1.</source>
        <translation>أكبر وزن لأي رأس في الطبقة؛ مجموع الصفوف أكثر من 1.</translation>
    </message>
    <message>
        <source>mean of %1 heads</source>
        <translation>متوسط %1 رؤوس</translation>
    </message>
    <message>
        <source>maximum of %1 heads</source>
        <translation>أقصى قيمة من %1 رؤوس</translation>
    </message>
    <message>
        <source>all heads</source>
        <translation>كل الرؤوس</translation>
    </message>
    <message>
        <source>%1:  only one side has this token</source>
        <translation>%1:  جانب واحد فقط فيه هذا الرمز</translation>
    </message>
    <message>
        <source>%1:  %2   ·   row sum %3</source>
        <translation>%1:  %2   ·   مجموع الصف %3</translation>
    </message>
    <message>
        <source>model 2</source>
        <translation>النموذج 2</translation>
    </message>
    <message>
        <source>text B</source>
        <translation>النص B</translation>
    </message>
    <message>
        <source>with changes</source>
        <translation>مع تغييرات</translation>
    </message>
    <message>
        <source>layer %1, head %2</source>
        <translation>الطبقة %1، الرأس %2</translation>
    </message>
    <message>
        <source>model %1</source>
        <translation>النموذج %1</translation>
    </message>
    <message>
        <source>text A</source>
        <translation>النص A</translation>
    </message>
    <message>
        <source>without changes</source>
        <translation>من دون تغييرات</translation>
    </message>
    <message>
        <source>Rings: the strongest source token of each row.</source>
        <translation>الحلقات: أقوى رمز مصدر في كل صف.</translation>
    </message>
    <message>
        <source>rows by predicted token</source>
        <translation>الصفوف حسب ما تكتبه</translation>
    </message>
    <message>
        <source>Labels each row with the token it predicted: where the model attended to generate it.</source>
        <translation>كل صف تحت الرمز الذي يقوله تاليا: أين نظر النموذج حين كتب ذلك الرمز.</translation>
    </message>
    <message>
        <source>Predicted next</source>
        <translation>الرمز التالي</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>الفئات</translation>
    </message>
    <message>
        <source>Prediction for “%1” (token %2)</source>
        <translation>بدل «%1» (الرمز %2)</translation>
    </message>
    <message>
        <source>Class of “%1” (token %2)</source>
        <translation>فئة «%1» (الرمز %2)</translation>
    </message>
    <message>
        <source>%1: hatched, with its own bar.</source>
        <translation>%1 مظلل بخطوط وله شريط خاص.</translation>
    </message>
    <message>
        <source>No image: this model read a text</source>
        <translation>لا صورة: هذا النموذج قرأ نصا</translation>
    </message>
    <message>
        <source>No image for the overlay.</source>
        <translation>لا صورة للتراكب.</translation>
    </message>
    <message>
        <source>The image with the attention of one token laid over its %1 patches. </source>
        <translation>الصورة وفوق رقعها الـ %1 انتباه رمز واحد. </translation>
    </message>
    <message>
        <source>Cover %1 with the image&apos;s mean colour</source>
        <translation>غطّ %1 بمتوسط لون الصورة</translation>
    </message>
    <message>
        <source>Cover %1 with grey</source>
        <translation>غطّ %1 بالرمادي</translation>
    </message>
    <message>
        <source>Occlusion of image patches (Zeiler and Fergus 2014)</source>
        <translation>حجب رقع الصورة (Zeiler وFergus 2014)</translation>
    </message>
    <message>
        <source>%1: expected a figure exported by Headlight, found no session in it</source>
        <translation>%1: يُتوقع شكل صدّره Headlight، ولم توجد فيه جلسة</translation>
    </message>
    <message>
        <source>%1: file not found</source>
        <translation>%1: الملف غير موجود</translation>
    </message>
    <message>
        <source>token flow: expected as many queries as keys, found %1 and %2</source>
        <translation>تدفق الرموز: يُتوقع أن يساوي عدد الاستعلامات عدد المفاتيح، ووُجد %1 و%2</translation>
    </message>
    <message>
        <source>image &apos;%1&apos;: file not found</source>
        <translation>الصورة «%1»: الملف غير موجود</translation>
    </message>
    <message>
        <source>image &apos;%1&apos;: expected at most %2 pixels per side, found %3 x %4</source>
        <translation>الصورة «%1»: يُتوقع %2 بكسل للضلع على الأكثر، ووُجد %3 x %4</translation>
    </message>
    <message>
        <source>image &apos;%1&apos;: expected a picture, found %2</source>
        <translation>الصورة «%1»: يُتوقع صورة، ووُجد %2</translation>
    </message>
    <message>
        <source>walkthrough: expected the run of a model, found attention without queries and keys</source>
        <translation>الجولة: يُتوقع تشغيل نموذج، ووُجد انتباه بلا استعلامات ومفاتيح</translation>
    </message>
    <message>
        <source>%1 contains only attention; there is no model to change.</source>
        <translation>لا يحوي %1 إلا الانتباه: لا نموذج لتغييره.</translation>
    </message>
    <message>
        <source>none: this model reads images</source>
        <translation>لا شيء: يقرأ هذا النموذج الصور</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 رمزا</translation>
    </message>
    <message>
        <source>none: token ids only</source>
        <translation>لا شيء: أرقام الرموز فقط</translation>
    </message>
    <message>
        <source>Stopped after %1 tokens; the model would continue.</source>
        <translation>توقف بعد %1 رمزًا؛ وكان النموذج سيواصل.</translation>
    </message>
    <message>
        <source>it needs a run of a model; the file contains only weights.</source>
        <translation>يحتاج إلى تشغيل نموذج؛ ولا يحوي الملف إلا أوزانا.</translation>
    </message>
    <message>
        <source>The text has %1 tokens; the model was trained on up to %2. Results beyond that are unreliable.</source>
        <translation>في النص %1 رمزًا، ودُرِّب النموذج على ما يصل إلى %2: ما يفعله بعدها غير موثوق.</translation>
    </message>
    <message>
        <source>session: model “%1” not found</source>
        <translation>الجلسة: النموذج «%1» غير موجود</translation>
    </message>
    <message>
        <source>The model &apos;%1&apos; has no tokenizer; use token ids.</source>
        <translation>ليس للنموذج «%1» مُرمِّز؛ استعمل أرقام الرموز.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; has learned positions for %2 tokens and cannot read more.</source>
        <translation>لدى «%1» مواضع متعلَّمة لعدد %2 من الرموز ولا يستطيع قراءة المزيد.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; was trained on up to %2 tokens. Results beyond that are unreliable.</source>
        <translation>دُرِّب «%1» على ما يصل إلى %2 رمزًا: ما يفعله بعدها غير موثوق.</translation>
    </message>
    <message>
        <source>%1: expected a session of at most %2 MiB, found %3 bytes</source>
        <translation>%1: يُتوقع ألا تتجاوز الجلسة %2 م.بايت، ووُجد %3 بايت</translation>
    </message>
    <message>
        <source>%1: expected a session of version %2 or older, found version %3 of a newer Headlight</source>
        <translation>%1: يُتوقع أن تكون الجلسة من الإصدار %2 أو أقدم، ووُجد الإصدار %3: كتبها Headlight أحدث</translation>
    </message>
    <message>
        <source>Token ids: expected whole numbers such as 101 2023 102, found “%1”.</source>
        <translation>أرقام الرموز: يُتوقع أعداد صحيحة مثل 101 2023 102، ووُجد «%1».</translation>
    </message>
    <message>
        <source>A workspace has at most %1 panels.</source>
        <translation>لمساحة العمل %1 لوحة على الأكثر.</translation>
    </message>
    <message>
        <source>A model has at most %1 changes.</source>
        <translation>للنموذج %1 تغيير على الأكثر.</translation>
    </message>
    <message>
        <source>A deck has at most %1 slides.</source>
        <translation>للعرض %1 صفحة على الأكثر.</translation>
    </message>
    <message>
        <source>A panel has at most %1 lenses.</source>
        <translation>للوحة %1 عدسة على الأكثر.</translation>
    </message>
    <message>
        <source>A panel shows at most %1 heads.</source>
        <translation>تعرض اللوحة %1 رأس على الأكثر.</translation>
    </message>
    <message>
        <source>A lens has at most %1 spans.</source>
        <translation>للعدسة %1 مقطع على الأكثر.</translation>
    </message>
    <message>
        <source>No single head makes a difference.</source>
        <translation>لا رأس وحده يُحدث فرقا.</translation>
    </message>
    <message>
        <source>Numbers of %1</source>
        <translation>الأعداد: %1</translation>
    </message>
    <message>
        <source>key</source>
        <translation>المفتاح</translation>
    </message>
    <message>
        <source>%1: %2 ↓, %3 →</source>
        <comment>what a table holds, its rows, its columns</comment>
        <translation>%1: %2 ↓، %3 →</translation>
    </message>
    <message>
        <source>Arrows point from the query to the key.</source>
        <translation>تتجه الأسهم من الاستعلام إلى المفتاح.</translation>
    </message>
    <message>
        <source>Crossed out: heads that are switched off.</source>
        <translation>المشطوب: رؤوس موقَفة.</translation>
    </message>
    <message>
        <source>With a corner: heads that are changed.</source>
        <translation>ذات الزاوية: رؤوس مغيَّرة.</translation>
    </message>
    <message>
        <source>Rows of a map are keys, columns queries.</source>
        <translation>صفوف الخريطة مفاتيح وأعمدتها استعلامات.</translation>
    </message>
    <message>
        <source>, for each head up to its own maximum (100% of the bar).</source>
        <translation>، لكل رأس حتى أقصى قيمه (100% من الشريط).</translation>
    </message>
    <message>
        <source>Each pixel shows the largest of up to %1 × %1 cells.</source>
        <translation>تعرض كل بكسل أكبر قيمة من %1 × %1 خلية على الأكثر.</translation>
    </message>
    <message>
        <source>, up to the maximum of the head.</source>
        <translation>، حتى أقصى قيمة في الرأس.</translation>
    </message>
    <message>
        <source>One cell has no value.</source>
        <translation>خلية واحدة بلا قيمة.</translation>
    </message>
    <message>
        <source>%1 cells have no value.</source>
        <translation>%1 خلية بلا قيمة.</translation>
    </message>
    <message>
        <source>: “%1” as query</source>
        <translation>: «%1» استعلاما</translation>
    </message>
    <message>
        <source>: “%1” as key</source>
        <translation>: «%1» مفتاحا</translation>
    </message>
    <message>
        <source>no value</source>
        <translation>لا عدد</translation>
    </message>
    <message>
        <source>attended to by</source>
        <translation>ينتبه إليه</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <comment>side of a difference, what it is, its number</comment>
        <translation>%1، %2: %3</translation>
    </message>
    <message>
        <source>Tint: %1 with the framed token as query.</source>
        <translation>التلوين: %1 والرمز المؤطَّر استعلام.</translation>
    </message>
    <message>
        <source>Tint: %1 with the framed token as key.</source>
        <translation>التلوين: %1 والرمز المؤطَّر مفتاح.</translation>
    </message>
    <message>
        <source>, up to the largest number shown.</source>
        <translation>، حتى أكبر عدد معروض.</translation>
    </message>
    <message>
        <source>The text with its tokens tinted by %1. </source>
        <translation>النص ورموزه ملوّنة حسب %1. </translation>
    </message>
    <message>
        <source>share, and %1 of other links</source>
        <translation>الحصة، و%1 لروابط أخرى</translation>
    </message>
    <message>
        <source>Coloured: share of the selected token along a path. Grey: other links.</source>
        <translation>بالألوان: حصة الرمز المحدد على طول مسار. بالرمادي: روابط أخرى.</translation>
    </message>
    <message>
        <source>Token flow follows what queries attend to; it cannot be transposed</source>
        <translation>يتبع تدفق الرموز ما تنتبه إليه الاستعلامات: بلا منقول</translation>
    </message>
    <message>
        <source>the square root of the number</source>
        <translation>الجذر التربيعي للعدد</translation>
    </message>
    <message>
        <source>the logarithm of the number</source>
        <translation>لوغاريتم العدد</translation>
    </message>
    <message>
        <source>the number</source>
        <translation>العدد</translation>
    </message>
    <message>
        <source>%1–%2 of %3</source>
        <translation>%1–%2 من %3</translation>
    </message>
    <message>
        <source>Part of the map: rows %1, columns %2.</source>
        <translation>جزء من الخريطة: الصفوف %1، الأعمدة %2.</translation>
    </message>
    <message>
        <source>No difference beyond rounding (%1).</source>
        <translation>لا فرق يتجاوز التقريب (%1).</translation>
    </message>
    <message>
        <source>Each pixel shows the largest of %1 × %2 cells.</source>
        <translation>تعرض كل بكسل أكبر قيمة من %1 × %2 خلية.</translation>
    </message>
    <message>
        <source>Each pixel shows the largest of up to %1 × %2 cells.</source>
        <translation>تعرض كل بكسل أكبر قيمة من %1 × %2 خلية على الأكثر.</translation>
    </message>
    <message>
        <source>No difference</source>
        <translation>لا فرق</translation>
    </message>
    <message>
        <source>Links from tokens to the query tokens that attend to them, </source>
        <translation>روابط من رموز إلى رموز الاستعلام التي تنتبه إليها، </translation>
    </message>
    <message>
        <source>Bars: %1, up to %2 at the upper edge.</source>
        <translation>الأعمدة: %1، حتى %2 عند الحافة العليا.</translation>
    </message>
    <message>
        <source>Muted: words that cannot see the token.</source>
        <translation>باهتة: كلمات لا تستطيع رؤية الرمز.</translation>
    </message>
    <message>
        <source>Muted: words that the token cannot see.</source>
        <translation>باهتة: كلمات لا يستطيع الرمز رؤيتها.</translation>
    </message>
    <message>
        <source>Bar chart, %1. </source>
        <translation>مخطط أعمدة، %1. </translation>
    </message>
    <message>
        <source>Near dots are attended to similarly: Jensen–Shannon distance on this text, laid out in two dimensions.</source>
        <translation>النقاط المتقاربة يُنتبه إليها على نحو متشابه: مسافة Jensen–Shannon على هذا النص، مبسوطة في بعدين.</translation>
    </message>
    <message>
        <source>. Heads that are attended to similarly are near each other.</source>
        <translation>. الرؤوس التي يُنتبه فيها إلى الرموز على نحو متشابه متقاربة.</translation>
    </message>
    <message>
        <source>share of norm</source>
        <translation>حصة المعيار</translation>
    </message>
    <message>
        <source>contribution</source>
        <translation>المساهمة</translation>
    </message>
    <message>
        <source>share of change</source>
        <translation>حصة التغيّر</translation>
    </message>
    <message>
        <source>effective weight</source>
        <translation>الوزن الفعال</translation>
    </message>
    <message>
        <source>part of row maximum</source>
        <translation>جزء من أكبر الصف</translation>
    </message>
    <message>
        <source>mean weight</source>
        <translation>متوسط الوزن</translation>
    </message>
    <message>
        <source>largest weight</source>
        <translation>أكبر وزن</translation>
    </message>
    <message>
        <source>%1:  no value</source>
        <translation>%1:  لا عدد</translation>
    </message>
    <message>
        <source>↑ %1 on %2, full = 100%</source>
        <translation>↑ %1 على %2، ممتلئ = 100%</translation>
    </message>
    <message>
        <source>Strip below: mean %1 on %2 (full = 100%), not on the colour scale.</source>
        <translation>الشريط السفلي: متوسط %1 على %2 (ممتلئ = 100%)، خارج مقياس الألوان.</translation>
    </message>
    <message>
        <source>Links to %1 hidden; bars: their mean %2, full = 100%.</source>
        <translation>الروابط إلى %1 مخفية؛ الأشرطة: متوسط %2 لها، ممتلئ = 100%.</translation>
    </message>
    <message>
        <source>Bars and hatching: %1 on %2, not on the colour scale.</source>
        <translation>الأشرطة والتظليل: %1 على %2، خارج مقياس الألوان.</translation>
    </message>
    <message>
        <source>Heatmap of %1, %2</source>
        <translation>خريطة حرارية: %1، %2</translation>
    </message>
    <message>
        <source> The part on %1 is shown separately.</source>
        <translation> ما على %1 معروض على حدة.</translation>
    </message>
    <message>
        <source>Bars: %1 on %2, full = 100%.</source>
        <translation>الأشرطة: %1 على %2، ممتلئ = 100%.</translation>
    </message>
    <message>
        <source>Ablate %1</source>
        <translation>استئصال %1</translation>
    </message>
    <message>
        <source>Remove change: %1</source>
        <translation>حذف التغيير: %1</translation>
    </message>
    <message>
        <source>Switch change on: %1</source>
        <translation>تشغيل التغيير: %1</translation>
    </message>
    <message>
        <source>Switch change off: %1</source>
        <translation>إيقاف التغيير: %1</translation>
    </message>
    <message>
        <source>Edit changes</source>
        <translation>تحرير التغييرات</translation>
    </message>
    <message>
        <source>Add lens: %1</source>
        <translation>إضافة عدسة: %1</translation>
    </message>
    <message>
        <source>Remove lens: %1</source>
        <translation>حذف عدسة: %1</translation>
    </message>
    <message>
        <source>Change lenses</source>
        <translation>تغيير العدسات</translation>
    </message>
    <message>
        <source>Show panel as: %1</source>
        <translation>عرض اللوحة بصورة: %1</translation>
    </message>
    <message>
        <source>Change method: %1</source>
        <translation>تغيير الطريقة: %1</translation>
    </message>
    <message>
        <source>Show difference</source>
        <translation>عرض الفرق</translation>
    </message>
    <message>
        <source>End difference</source>
        <translation>إنهاء الفرق</translation>
    </message>
    <message>
        <source>Choose heads of panel</source>
        <translation>اختيار رؤوس اللوحة</translation>
    </message>
    <message>
        <source>Pin head %1 in panel</source>
        <translation>تثبيت الرأس %1 في اللوحة</translation>
    </message>
    <message>
        <source>Unpin head of panel</source>
        <translation>إلغاء تثبيت رأس اللوحة</translation>
    </message>
    <message>
        <source>Change colour scale</source>
        <translation>تغيير مقياس الألوان</translation>
    </message>
    <message>
        <source>Change threshold</source>
        <translation>تغيير العتبة</translation>
    </message>
    <message>
        <source>Change panel</source>
        <translation>تغيير اللوحة</translation>
    </message>
    <message>
        <source>Add panel</source>
        <translation>إضافة لوحة</translation>
    </message>
    <message>
        <source>Add panels</source>
        <translation>إضافة لوحات</translation>
    </message>
    <message>
        <source>Close panel</source>
        <translation>إغلاق اللوحة</translation>
    </message>
    <message>
        <source>Move panel</source>
        <translation>نقل اللوحة</translation>
    </message>
    <message>
        <source>Change panels</source>
        <translation>تغيير اللوحات</translation>
    </message>
    <message>
        <source>Add slide</source>
        <translation>إضافة شريحة</translation>
    </message>
    <message>
        <source>Remove slide</source>
        <translation>حذف شريحة</translation>
    </message>
    <message>
        <source>Edit slide</source>
        <translation>تحرير شريحة</translation>
    </message>
    <message>
        <source>Move slide</source>
        <translation>نقل شريحة</translation>
    </message>
    <message>
        <source>Open model %1</source>
        <translation>فتح النموذج %1</translation>
    </message>
    <message>
        <source>Compare with model %1</source>
        <translation>المقارنة بالنموذج %1</translation>
    </message>
    <message>
        <source>Stop comparing models</source>
        <translation>إنهاء مقارنة النماذج</translation>
    </message>
    <message>
        <source>Open image</source>
        <translation>فتح صورة</translation>
    </message>
    <message>
        <source>Compare texts</source>
        <translation>مقارنة النصوص</translation>
    </message>
    <message>
        <source>Stop comparing texts</source>
        <translation>إنهاء مقارنة النصوص</translation>
    </message>
    <message>
        <source>Edit text</source>
        <translation>تحرير النص</translation>
    </message>
    <message>
        <source>Edit text B</source>
        <translation>تحرير النص B</translation>
    </message>
    <message>
        <source>Continue text</source>
        <translation>متابعة الكتابة</translation>
    </message>
    <message>
        <source>Show model with changes</source>
        <translation>عرض النموذج مع التغييرات</translation>
    </message>
    <message>
        <source>Show model without changes</source>
        <translation>عرض النموذج دون التغييرات</translation>
    </message>
    <message>
        <source>Maximise panel</source>
        <translation>تكبير اللوحة</translation>
    </message>
    <message>
        <source>Restore panels</source>
        <translation>استعادة اللوحات</translation>
    </message>
    <message>
        <source>Sort heads</source>
        <translation>ترتيب الرؤوس</translation>
    </message>
    <message>
        <source>Filter heads</source>
        <translation>ترشيح الرؤوس</translation>
    </message>
    <message>
        <source>Select head %1</source>
        <translation>اختيار الرأس %1</translation>
    </message>
    <message>
        <source>Pin token</source>
        <translation>تثبيت الرمز</translation>
    </message>
    <message>
        <source>Unpin token</source>
        <translation>إلغاء تثبيت الرمز</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>تكبير أو تصغير</translation>
    </message>
    <message>
        <source>Which heads &amp;matter…</source>
        <translation>&amp;أي الرؤوس مهم…</translation>
    </message>
    <message>
        <source>Compare met&amp;hods…</source>
        <translation>الطرائق جنبا &amp;إلى جنب…</translation>
    </message>
    <message>
        <source>Head &amp;table…</source>
        <translation>الرؤوس &amp;بالأرقام…</translation>
    </message>
    <message>
        <source>&amp;Noise test…</source>
        <translation>&amp;ضجيج في النص…</translation>
    </message>
    <message>
        <source>&amp;Cost…</source>
        <translation>ا&amp;لكلفة…</translation>
    </message>
    <message>
        <source>Dec&amp;k…</source>
        <translation>ال&amp;عرض…</translation>
    </message>
    <message>
        <source>&amp;Walk through this head…</source>
        <translation>&amp;جولة في هذا الرأس…</translation>
    </message>
    <message>
        <source>&amp;Five things heads do…</source>
        <translation>خمسة أشياء تفعلها ال&amp;رؤوس…</translation>
    </message>
    <message>
        <source>&amp;Guide</source>
        <translation>&amp;الدليل</translation>
    </message>
    <message>
        <source>Panel</source>
        <translation>لوحة</translation>
    </message>
    <message>
        <source>Show as %1</source>
        <translation>عرض على شكل %1</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>الرأس</translation>
    </message>
    <message>
        <source>Layer %1 · Head %2</source>
        <translation>الطبقة %1 · الرأس %2</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>رمز</translation>
    </message>
    <message>
        <source>%1, token %2</source>
        <translation>%1، الرمز %2</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>النموذج</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>مثال</translation>
    </message>
    <message>
        <source>Guide</source>
        <translation>الدليل</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>تغيير</translation>
    </message>
    <message>
        <source>Decoder: within the target</source>
        <translation>المفكِّك: داخل الهدف</translation>
    </message>
    <message>
        <source>Cross-attention: from target to source</source>
        <translation>الانتباه المتقاطع: من الهدف إلى المصدر</translation>
    </message>
    <message>
        <source>Encoder: within the source</source>
        <translation>المرمِّز: داخل المصدر</translation>
    </message>
    <message>
        <source>decoder</source>
        <translation>المفكِّك</translation>
    </message>
    <message>
        <source>cross</source>
        <translation>متقاطع</translation>
    </message>
    <message>
        <source>encoder</source>
        <translation>المرمِّز</translation>
    </message>
    <message>
        <source>masked</source>
        <translation>غير مرئي</translation>
    </message>
    <message>
        <source>masked for this query</source>
        <translation>غير مرئي لهذا الاستعلام</translation>
    </message>
    <message>
        <source>Labels: the strongest and some other tokens.</source>
        <translation>الرموز المسمّاة: الأقوى وبعض الرموز الأخرى.</translation>
    </message>
    <message>
        <source>Dots that would cover one another are moved apart.</source>
        <translation>النقاط التي قد يحجب بعضها بعضًا مُباعَدة.</translation>
    </message>
    <message>
        <source>&amp;Score of a cell…</source>
        <translation>&amp;درجة خلية…</translation>
    </message>
    <message>
        <source>E&amp;xperts…</source>
        <translation>ال&amp;خبراء…</translation>
    </message>
    <message>
        <source>Experts</source>
        <translation>الخبراء</translation>
    </message>
    <message>
        <source>Expert load: tokens per expert</source>
        <translation>حمل الخبراء: الرموز لكل خبير</translation>
    </message>
    <message>
        <source>Experts by layer and token, expert %1.%2</source>
        <translation>الخبراء حسب الطبقة والرمز، الخبير %1.%2</translation>
    </message>
    <message>
        <source>Experts by layer and token</source>
        <translation>الخبراء حسب الطبقة والرمز</translation>
    </message>
    <message>
        <source>Tokens of expert %1.%2</source>
        <translation>رموز الخبير %1.%2</translation>
    </message>
    <message>
        <source>First expert of each token, layer %1</source>
        <translation>الخبير الأول لكل رمز، الطبقة %1</translation>
    </message>
    <message>
        <source>Colour and number: expert. Height: its weight; a whole cell is %1. Best expert at the top.</source>
        <translation>اللون والرقم: الخبير. الارتفاع: وزنه؛ الخلية الكاملة %1. أفضل خبير في الأعلى.</translation>
    </message>
    <message>
        <source>Bar: tokens that chose the expert, up to %1. Line: even load.</source>
        <translation>العمود: الرموز التي اختارت الخبير، حتى %1. الخط: حمل متساوٍ.</translation>
    </message>
    <message>
        <source>Coloured: tokens that chose the expert, with its weight.</source>
        <translation>الملوّن: الرموز التي اختارت الخبير، مع وزنه.</translation>
    </message>
    <message>
        <source>Colour and number: expert with the largest weight.</source>
        <translation>اللون والرقم: الخبير ذو الوزن الأكبر.</translation>
    </message>
    <message>
        <source>“%1”, layer %2: %3</source>
        <translation>«%1»، الطبقة %2: %3</translation>
    </message>
    <message>
        <source>no expert</source>
        <translation>لا خبير</translation>
    </message>
    <message>
        <source>Expert %1.%2: %3 of %4 tokens, %5 of all choices</source>
        <translation>الخبير %1.%2: %3 من %4 رمز، %5 من كل الاختيارات</translation>
    </message>
    <message>
        <source>“%1”, layer %2: expert %3, weight %4</source>
        <translation>«%1»، الطبقة %2: الخبير %3، الوزن %4</translation>
    </message>
    <message>
        <source>Experts, without a text.</source>
        <translation>الخبراء، دون نص.</translation>
    </message>
    <message>
        <source>layer %1: expert %2 for %3 tokens</source>
        <translation>الطبقة %1: الخبير %2 لعدد %3 من الرموز</translation>
    </message>
    <message>
        <source>. Most used: %1.</source>
        <translation>. الأكثر استخدامًا: %1.</translation>
    </message>
    <message>
        <source>content</source>
        <translation>المحتوى</translation>
    </message>
    <message>
        <source>Numbers that do not turn</source>
        <translation>الأعداد التي لا تدور</translation>
    </message>
    <message>
        <source>Wavelength %1 tokens</source>
        <translation>طول الموجة %1 رمز</translation>
    </message>
    <message>
        <source>added</source>
        <translation>المضاف</translation>
    </message>
    <message>
        <source>Position terms and soft cap</source>
        <translation>حدود الموضع والسقف الناعم</translation>
    </message>
    <message>
        <source>Score of a cell</source>
        <translation>درجة خلية</translation>
    </message>
    <message>
        <source>Why “%1” attends to “%2”: %3</source>
        <translation>لماذا ينتبه «%1» إلى «%2»: %3</translation>
    </message>
    <message>
        <source>Score %1 = content %2 + rotary %3%4; weight %5.</source>
        <translation>الدرجة %1 = المحتوى %2 + الدوران %3%4؛ الوزن %5.</translation>
    </message>
    <message>
        <source> + added %1</source>
        <translation> + المضاف %1</translation>
    </message>
    <message>
        <source>Masked: the query does not see this key.</source>
        <translation>محجوب: لا يرى الاستعلام هذا المفتاح.</translation>
    </message>
    <message>
        <source>Bars by wavelength: tokens of a whole turn. Lines: the same with both tokens at one place.</source>
        <translation>أعمدة حسب طول الموجة: رموز دورة كاملة. الخطوط: القيمة نفسها والرمزان في موضع واحد.</translation>
    </message>
    <message>
        <source>Without rotary positions there is one part.</source>
        <translation>دون مواضع دوّارة يوجد جزء واحد.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>, at the same place %1</source>
        <translation>، وفي الموضع نفسه %1</translation>
    </message>
    <message>
        <source>Score of a cell, without a cell.</source>
        <translation>درجة خلية، دون خلية.</translation>
    </message>
    <message>
        <source>. Content %1, rotary %2, score %3.</source>
        <translation>. المحتوى %1، الدوران %2، الدرجة %3.</translation>
    </message>
    <message>
        <source>no token</source>
        <translation>لا رمز</translation>
    </message>
    <message>
        <source>%1, no token</source>
        <translation>%1، لا رمز</translation>
    </message>
    <message>
        <source>Outlined bars: the share of no token (learned sink), which the row&apos;s weights lack to 100%.</source>
        <translation>الأعمدة المحددة: حصة «لا رمز» (المصرف المتعلَّم)، وهي ما ينقص أوزان الصف عن 100٪.</translation>
    </message>
    <message>
        <source>no token %1</source>
        <translation>لا رمز %1</translation>
    </message>
    <message>
        <source>%1   ·   no token %2</source>
        <translation>%1   ·   لا رمز %2</translation>
    </message>
    <message>
        <source>every expert</source>
        <translation>كل الخبراء</translation>
    </message>
    <message>
        <source>expert %1</source>
        <translation>الخبير %1</translation>
    </message>
    <message>
        <source>experts %1</source>
        <translation>الخبراء %1</translation>
    </message>
    <message>
        <source>Force %1</source>
        <translation>فرض %1</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation>%1 عند %2</translation>
    </message>
    <message>
        <source>Router logit at −∞: another expert takes its place</source>
        <translation>لوجيت الموجّه عند −∞: يحل خبير آخر محله</translation>
    </message>
    <message>
        <source>First choice of the router, with the weight of its own logit</source>
        <translation>الاختيار الأول للموجّه، بوزن لوجيته نفسه</translation>
    </message>
    <message>
        <source>C&amp;ontacts…</source>
        <translation>ال&amp;تماسات…</translation>
    </message>
    <message>
        <source>contact probability</source>
        <translation>احتمال التماس</translation>
    </message>
    <message>
        <source>Predicted contacts, %1</source>
        <translation>التماسات المتوقعة، %1</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>التماسات</translation>
    </message>
    <message>
        <source>Logit &amp;lens…</source>
        <translation>&amp;عدسة اللوجيت…</translation>
    </message>
    <message>
        <source>Logit lens</source>
        <translation>عدسة اللوجيت</translation>
    </message>
    <message>
        <source>Logit lens: what the model would predict after each layer</source>
        <translation>عدسة اللوجيت: ما يتنبأ به النموذج بعد كل طبقة</translation>
    </message>
    <message>
        <source>Before the first layer</source>
        <translation>قبل الطبقة الأولى</translation>
    </message>
    <message>
        <source>After layer %1</source>
        <translation>بعد الطبقة %1</translation>
    </message>
    <message>
        <source>probability</source>
        <translation>الاحتمال</translation>
    </message>
    <message>
        <source>logit</source>
        <translation>اللوجيت</translation>
    </message>
    <message>
        <source>Each cell: the most likely token at this place if the output head read the hidden state of that layer; colour: its probability.</source>
        <translation>كل خلية: الرمز الأرجح في هذا الموضع لو قرأ رأس الإخراج الحالة الخفية لتلك الطبقة؛ اللون: احتماله.</translation>
    </message>
    <message>
        <source>Each cell: the most likely next token if the output head read the hidden state of that layer; colour: its probability.</source>
        <translation>كل خلية: الرمز التالي الأرجح لو قرأ رأس الإخراج الحالة الخفية لتلك الطبقة؛ اللون: احتماله.</translation>
    </message>
    <message>
        <source>Tokens %1 to %2 of %3.</source>
        <translation>الرموز %1 إلى %2 من %3.</translation>
    </message>
    <message>
        <source>No room for words: point at a cell.</source>
        <translation>لا متسع للكلمات: أشر إلى خلية.</translation>
    </message>
    <message>
        <source>input</source>
        <comment>hidden state before the first layer</comment>
        <translation>الدخل</translation>
    </message>
    <message>
        <source>%1 at “%2”</source>
        <translation>%1 عند «%2»</translation>
    </message>
    <message>
        <source>What each head adds to the logit at “%1”</source>
        <translation>ما يضيفه كل رأس إلى اللوجيت عند «%1»</translation>
    </message>
    <message>
        <source>What each head adds to the logit of “%1” (%2)</source>
        <translation>ما يضيفه كل رأس إلى لوجيت «%1» (%2)</translation>
    </message>
    <message>
        <source>%1, token %2 “%3”: “%4” %5</source>
        <translation>%1، الرمز %2 «%3»: «%4» %5</translation>
    </message>
    <message>
        <source>“%1”: %2</source>
        <translation>«%1»: %2</translation>
    </message>
    <message>
        <source>%1: logit %2</source>
        <translation>%1: لوجيت %2</translation>
    </message>
    <message>
        <source>A logit lens without a text.</source>
        <translation>عدسة لوجيت بلا نص.</translation>
    </message>
    <message>
        <source>%1 “%2” %3</source>
        <translation>%1 «%2» %3</translation>
    </message>
    <message>
        <source>A grid of %1 hidden states by %2 tokens. At token %3 “%4”: %5.</source>
        <translation>شبكة من %1 حالة خفية في %2 رمزًا. عند الرمز %3 «%4»: %5.</translation>
    </message>
    <message>
        <source> The head that adds most to the logit is %1 (%2).</source>
        <translation> الرأس الأكثر إضافة إلى اللوجيت هو %1 (%2).</translation>
    </message>
    <message>
        <source>needs %1, this computer has %2</source>
        <translation>يحتاج %1، ولدى هذا الحاسوب %2</translation>
    </message>
    <message>
        <source>needs %1 of %2 free</source>
        <translation>يحتاج %1 من %2 متاحة</translation>
    </message>
    <message>
        <source>%1, fits</source>
        <translation>%1، يتسع</translation>
    </message>
    <message>
        <source>Sc&amp;atter of heads…</source>
        <translation>&amp;مخطط انتشار الرؤوس…</translation>
    </message>
    <message>
        <source>%1 against %2</source>
        <translation>%1 مقابل %2</translation>
    </message>
    <message>
        <source>Named: heads that lie furthest from the others.</source>
        <translation>المسمّاة: الرؤوس الأبعد عن غيرها.</translation>
    </message>
    <message>
        <source>%1 (%2): %3 %4, %5 %6</source>
        <translation>%1 (%2): %3 %4، %5 %6</translation>
    </message>
    <message>
        <source>%1 of %2 heads. Highest %3: %4, head %5. Highest %6: %7, head %8.</source>
        <translation>%1 لـ %2 رأس. أعلى %3: %4، الرأس %5. أعلى %6: %7، الرأس %8.</translation>
    </message>
    <message>
        <source>Heads</source>
        <translation>الرؤوس</translation>
    </message>
    <message>
        <source>Sort heads by %1</source>
        <translation>رتّب الرؤوس حسب %1</translation>
    </message>
    <message>
        <source>Sort heads by layer and head</source>
        <translation>رتّب الرؤوس حسب الطبقة والرأس</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>المظهر</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>ال&amp;لغة</translation>
    </message>
    <message>
        <source>Another language shows after a restart.</source>
        <translation>تظهر اللغة الأخرى بعد إعادة التشغيل.</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>ال&amp;سمة</translation>
    </message>
    <message>
        <source>colours dark light high contrast</source>
        <translation>ألوان داكن فاتح تباين عالٍ</translation>
    </message>
    <message>
        <source>Text &amp;size</source>
        <translation>&amp;حجم النص</translation>
    </message>
    <message>
        <source>Of menus, panes and figures on the screen.</source>
        <translation>للقوائم والأجزاء والأشكال على الشاشة.</translation>
    </message>
    <message>
        <source>font larger smaller zoom</source>
        <translation>خط أكبر أصغر تكبير</translation>
    </message>
    <message>
        <source>Reduce &amp;motion</source>
        <translation>تقليل ال&amp;حركة</translation>
    </message>
    <message>
        <source>animation</source>
        <translation>رسوم متحركة</translation>
    </message>
    <message>
        <source>Panels</source>
        <translation>اللوحات</translation>
    </message>
    <message>
        <source>&amp;Colour scale</source>
        <translation>مقياس ال&amp;ألوان</translation>
    </message>
    <message>
        <source>Of the panels that are open and of new sessions.</source>
        <translation>للوحات المفتوحة والجلسات الجديدة.</translation>
    </message>
    <message>
        <source>linear logarithmic</source>
        <translation>خطي لوغاريتمي</translation>
    </message>
    <message>
        <source>Separate attention sin&amp;ks</source>
        <translation>فصل &amp;مصارف الانتباه</translation>
    </message>
    <message>
        <source>Attention on the first token or special tokens has its own bar.</source>
        <translation>للانتباه إلى الرمز الأول أو الرموز الخاصة شريط مستقل.</translation>
    </message>
    <message>
        <source>Computing</source>
        <translation>الحوسبة</translation>
    </message>
    <message>
        <source>Th&amp;reads</source>
        <translation>ال&amp;خيوط</translation>
    </message>
    <message>
        <source>All cores (%1)</source>
        <translation>كل الأنوية (%1)</translation>
    </message>
    <message>
        <source>processor CPU</source>
        <translation>معالج CPU</translation>
    </message>
    <message>
        <source>M&amp;emory of a run</source>
        <translation>&amp;ذاكرة التشغيل</translation>
    </message>
    <message>
        <source>Half of what is free</source>
        <translation>نصف المتاح</translation>
    </message>
    <message>
        <source>Longer texts use a scratch file on disk.</source>
        <translation>النصوص الأطول تستخدم ملفًا مؤقتًا على القرص.</translation>
    </message>
    <message>
        <source>RAM</source>
        <translation>RAM</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>الخصوصية</translation>
    </message>
    <message>
        <source>Remember recent models and sessi&amp;ons</source>
        <translation>تذكّر &amp;النماذج والجلسات الأخيرة</translation>
    </message>
    <message>
        <source>history</source>
        <translation>سجل</translation>
    </message>
    <message>
        <source>Keep a copy of unsaved &amp;work</source>
        <translation>&amp;الاحتفاظ بنسخة من العمل غير المحفوظ</translation>
    </message>
    <message>
        <source>Restores your work after a crash and at the next start.</source>
        <translation>يستعيد عملك بعد الانهيار وعند البدء التالي.</translation>
    </message>
    <message>
        <source>autosave recovery</source>
        <translation>حفظ تلقائي استعادة</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>انسَ</translation>
    </message>
    <message>
        <source>Forgotten</source>
        <translation>تم النسيان</translation>
    </message>
    <message>
        <source>&amp;Forget what was opened</source>
        <translation>&amp;نسيان ما فُتح</translation>
    </message>
    <message>
        <source>Deletes recent lists, unsaved sessions and crash reports. Your own files stay.</source>
        <translation>يحذف القوائم الأخيرة والجلسات غير المحفوظة وتقارير الانهيار. تبقى ملفاتك.</translation>
    </message>
    <message>
        <source>history clear delete</source>
        <translation>سجل مسح حذف</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>اختصارات لوحة المفاتيح</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>إعادة الكل</translation>
    </message>
    <message>
        <source>&amp;Usual keys for all commands</source>
        <translation>المفاتيح ال&amp;معتادة لكل الأوامر</translation>
    </message>
    <message>
        <source>Without %1: %2 %3 → %4</source>
        <translation>بدون %1: %2 %3 ← %4</translation>
    </message>
    <message>
        <source>Ablation, head by head</source>
        <translation>الإزالة، رأسًا رأسًا</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>تشغيل</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>إيقاف مؤقت</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>الخطوة</translation>
    </message>
    <message>
        <source>Through the layers</source>
        <translation>عبر الطبقات</translation>
    </message>
    <message>
        <source>Through the heads</source>
        <translation>عبر الرؤوس</translation>
    </message>
    <message>
        <source>Token by token</source>
        <translation>رمزًا رمزًا</translation>
    </message>
    <message>
        <source>Step %1 of %2: %3</source>
        <translation>الخطوة %1 من %2: %3</translation>
    </message>
    <message>
        <source>Walkthrough: %1, “%2”</source>
        <translation>جولة: %1، «%2»</translation>
    </message>
    <message>
        <source>Pale: the sums of the step before, on the same axis.</source>
        <translation>الفاتح: مجاميع الخطوة السابقة على المحور نفسه.</translation>
    </message>
    <message>
        <source>Token by token, as it was written</source>
        <translation>رمزًا رمزًا كما كُتب</translation>
    </message>
    <message>
        <source>Walkthrough of this head</source>
        <translation>جولة في هذا الرأس</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Heads that look at contacts most: %1; chance %2.</source>
        <translation>الرؤوس الأكثر انتباهًا إلى التماسات: %1؛ مستوى المصادفة %2.</translation>
    </message>
    <message>
        <source>%1: expected a figure with its session, found one exported without a session</source>
        <translation>%1: يُتوقع شكل مع جلسته، ووُجد شكل صُدِّر بلا جلسة</translation>
    </message>
    <message>
        <source>%1: expected a figure with its session, found one exported without text and session</source>
        <translation>%1: يُتوقع شكل مع جلسته، ووُجد شكل صُدِّر بلا نص ولا جلسة</translation>
    </message>
    <message>
        <source>model &apos;%1&apos;: needs about %2 of memory, this machine has %3</source>
        <translation>النموذج «%1»: يحتاج إلى نحو %2 من الذاكرة، ولدى هذا الجهاز %3</translation>
    </message>
    <message>
        <source>%1: expected a session, found something that is not JSON</source>
        <translation>%1: يُتوقع جلسة، ووُجد ما ليس JSON</translation>
    </message>
    <message>
        <source>Two mo&amp;dels…</source>
        <translation>&amp;نموذجان…</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>و%1 أخرى</translation>
    </message>
    <message>
        <source>Two models</source>
        <translation>نموذجان</translation>
    </message>
    <message>
        <source>Two models: %1 and %2</source>
        <translation>نموذجان: %1 و%2</translation>
    </message>
    <message>
        <source>Heads: Jensen–Shannon divergence of their attention, mean over rows, in nats; at most %1.</source>
        <translation>الرؤوس: تباعد Jensen–Shannon لانتباهها، متوسط الصفوف، بوحدة nats؛ %1 على الأكثر.</translation>
    </message>
    <message>
        <source>Predictions: Kullback–Leibler divergence of %1 from %2, in nats.</source>
        <translation>التنبؤات: تباعد Kullback–Leibler للنموذج %1 عن %2، بوحدة nats.</translation>
    </message>
    <message>
        <source>Tensors: relative error (Frobenius) against %1. Bars are parts of the largest of a list.</source>
        <translation>الموترات: الخطأ النسبي (Frobenius) مقارنةً بـ %1. الأشرطة أجزاء من الأكبر في كل قائمة.</translation>
    </message>
    <message>
        <source>Heads by change of attention</source>
        <translation>الرؤوس بحسب تغيّر الانتباه</translation>
    </message>
    <message>
        <source>No heads.</source>
        <translation>لا رؤوس.</translation>
    </message>
    <message>
        <source>Changed predictions: %1 of %2</source>
        <translation>تنبؤات تغيّرت: %1 من %2</translation>
    </message>
    <message>
        <source>Changed predictions</source>
        <translation>تنبؤات تغيّرت</translation>
    </message>
    <message>
        <source>The most likely prediction is the same everywhere.</source>
        <translation>التنبؤ الأرجح هو نفسه في كل موضع.</translation>
    </message>
    <message>
        <source>Tensors by relative error</source>
        <translation>الموترات بحسب الخطأ النسبي</translation>
    </message>
    <message>
        <source>All tensors are the same.</source>
        <translation>كل الموترات متطابقة.</translation>
    </message>
    <message>
        <source>%1: %2 nats; %3 of a row moved on average; largest difference %4</source>
        <translation>%1: %2 nats؛ انتقل %3 من الصف في المتوسط؛ أكبر فرق %4</translation>
    </message>
    <message>
        <source>%1 (%2): %3 nats</source>
        <translation>%1 (%2): %3 nats</translation>
    </message>
    <message>
        <source>; %1 %2 → %3 %4</source>
        <translation>؛ %1 %2 ← %3 %4</translation>
    </message>
    <message>
        <source>%1, %2 → %3: relative error %4, largest difference %5</source>
        <translation>%1، %2 ← %3: الخطأ النسبي %4، أكبر فرق %5</translation>
    </message>
    <message>
        <source>Differences of two models, without two of them.</source>
        <translation>فروق نموذجين، دون وجود نموذجين.</translation>
    </message>
    <message>
        <source>The attention of %1 changes most, by %2 nats. </source>
        <translation>انتباه %1 هو الأكثر تغيّرًا، بمقدار %2 nats. </translation>
    </message>
    <message>
        <source>The most likely prediction changes at %1 of %2 places. </source>
        <translation>يتغيّر التنبؤ الأرجح في %1 من %2 موضعًا. </translation>
    </message>
    <message>
        <source>The largest relative error of a tensor is %1.</source>
        <translation>أكبر خطأ نسبي لموتر هو %1.</translation>
    </message>
    <message>
        <source>The chat template does not write what turn %1 says as it is; tokens made of it count as the template&apos;s.</source>
        <translation>لا يكتب قالب المحادثة الدور %1 كما هو؛ تُحسب الرموز المصنوعة منه للقالب.</translation>
    </message>
    <message>
        <source>Write a conversation</source>
        <translation>كتابة محادثة</translation>
    </message>
    <message>
        <source>Write a plain text</source>
        <translation>كتابة نص عادي</translation>
    </message>
    <message>
        <source>Edit turn %1</source>
        <translation>تحرير الدور %1</translation>
    </message>
    <message>
        <source>Add turn</source>
        <translation>إضافة دور</translation>
    </message>
    <message>
        <source>Remove turn</source>
        <translation>إزالة الدور</translation>
    </message>
    <message>
        <source>Change role of turn %1</source>
        <translation>تغيير صاحب الدور %1</translation>
    </message>
    <message>
        <source>Move turn</source>
        <translation>نقل الدور</translation>
    </message>
    <message>
        <source>Change end of conversation</source>
        <translation>تغيير نهاية المحادثة</translation>
    </message>
    <message>
        <source>Edit conversation</source>
        <translation>تحرير المحادثة</translation>
    </message>
    <message>
        <source>A conversation has at most %1 turns.</source>
        <translation>للمحادثة %1 من الأدوار على الأكثر.</translation>
    </message>
    <message>
        <source>Experts are chosen for each token: remove the lenses that merge or hide tokens.</source>
        <translation>يُختار الخبراء لكل رمز: أزل العدسات التي تدمج الرموز أو تخفيها.</translation>
    </message>
    <message>
        <source>This model has no experts. Open a mixture of experts, such as Mixtral or Qwen3-MoE.</source>
        <translation>ليس في هذا النموذج خبراء. افتح مزيج خبراء مثل Mixtral أو Qwen3-MoE.</translation>
    </message>
    <message>
        <source>Choose expert %1</source>
        <translation>اختيار الخبير %1</translation>
    </message>
    <message>
        <source>Show all experts</source>
        <translation>عرض كل الخبراء</translation>
    </message>
    <message>
        <source>Set adapter to %1</source>
        <translation>ضبط المكيّف على %1</translation>
    </message>
    <message>
        <source>Edit note of panel</source>
        <translation>تحرير ملاحظة اللوحة</translation>
    </message>
    <message>
        <source>Edit note of head</source>
        <translation>تحرير ملاحظة الرأس</translation>
    </message>
    <message>
        <source>At most %1 heads have notes.</source>
        <translation>يمكن أن تكون لـ %1 رأس ملاحظات على الأكثر.</translation>
    </message>
    <message>
        <source>A note has at most %1 bytes.</source>
        <translation>للملاحظة %1 بايت على الأكثر.</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>تخطيط</translation>
    </message>
    <message>
        <source>Layout %1</source>
        <translation>التخطيط %1</translation>
    </message>
    <message>
        <source>Axes: %1 ↓, %2 →.</source>
        <translation>المحوران: %1 ↓، %2 →.</translation>
    </message>
    <message>
        <source>Axes: %1 ↓, %2 →; full bar = 100%.</source>
        <translation>المحوران: %1 ↓، %2 →؛ الشريط الممتلئ = 100%.</translation>
    </message>
    <message>
        <source>Vision: within the pictures</source>
        <translation>الرؤية: داخل الصور</translation>
    </message>
    <message>
        <source>Nothing to compare</source>
        <translation>لا شيء للمقارنة</translation>
    </message>
    <message>
        <source>No difference above %1</source>
        <translation>لا فرق أكبر من %1</translation>
    </message>
    <message>
        <source>vision</source>
        <translation>الرؤية</translation>
    </message>
    <message>
        <source>C&amp;ircuits…</source>
        <translation>الد&amp;وائر…</translation>
    </message>
    <message>
        <source>Who gave the answer</source>
        <translation>من أعطى الإجابة</translation>
    </message>
    <message>
        <source>Put values of B into A</source>
        <translation>وضع قيم من B في A</translation>
    </message>
    <message>
        <source>Switch off each head</source>
        <translation>إطفاء كل رأس</translation>
    </message>
    <message>
        <source>Hide each token</source>
        <translation>إخفاء كل رمز</translation>
    </message>
    <message>
        <source>Gradient of each token</source>
        <translation>تدرج كل رمز</translation>
    </message>
    <message>
        <source>Integrated gradients</source>
        <translation>التدرجات المتكاملة</translation>
    </message>
    <message>
        <source>Relevance through all layers</source>
        <translation>الصلة عبر كل الطبقات</translation>
    </message>
    <message>
        <source>Head importance by gradient</source>
        <translation>أهمية الرؤوس بالتدرج</translation>
    </message>
    <message>
        <source>Why a head looks there</source>
        <translation>لماذا ينظر رأس إلى هناك</translation>
    </message>
    <message>
        <source>Circuit by gradient (EAP)</source>
        <translation>الدائرة بالتدرج (EAP)</translation>
    </message>
    <message>
        <source>Circuit by patched edges</source>
        <translation>الدائرة بترقيع الحواف</translation>
    </message>
    <message>
        <source>Circuit by path patching</source>
        <translation>الدائرة بترقيع المسارات</translation>
    </message>
    <message>
        <source>Patching by gradient (AtP)</source>
        <translation>الترقيع بالتدرج (AtP)</translation>
    </message>
    <message>
        <source>Which heads read which (weights)</source>
        <translation>أي الرؤوس يقرأ أيها (الأوزان)</translation>
    </message>
    <message>
        <source>Which heads copy (weights)</source>
        <translation>أي الرؤوس ينسخ (الأوزان)</translation>
    </message>
    <message>
        <source>What each head wrote from each source token into the answer, directly; the rows add up.</source>
        <translation>ما كتبه كل رأس من كل رمز مصدر في الإجابة مباشرة؛ الصفوف تُجمع.</translation>
    </message>
    <message>
        <source>How much of the difference between two texts comes back when one value of B is put into the run of A: 0 nothing, 1 all.</source>
        <translation>كم يعود من الفرق بين النصين حين توضع قيمة واحدة من B في تشغيل A: ‏0 لا شيء، ‏1 كله.</translation>
    </message>
    <message>
        <source>How the metric changes without what a head writes.</source>
        <translation>كيف يتغير المقياس من دون ما يكتبه رأس.</translation>
    </message>
    <message>
        <source>What the prediction loses when no head can look at a token. It is measured, not estimated.</source>
        <translation>ما تخسره الإجابة حين لا يستطيع أي رأس النظر إلى رمز. هذا مقيس لا مقدَّر.</translation>
    </message>
    <message>
        <source>How strongly the metric reacts to each token, to first order, by one backward pass.</source>
        <translation>كم يتأثر المقياس بكل رمز، من الرتبة الأولى، بتمريرة خلفية واحدة.</translation>
    </message>
    <message>
        <source>Each token’s part of the metric, along the way from empty embeddings; the parts add up.</source>
        <translation>نصيب كل رمز من المقياس على الطريق من تضمينات فارغة؛ الأنصبة تُجمع.</translation>
    </message>
    <message>
        <source>Attention weighted by its gradient, carried through all layers (Chefer et al., 2021).</source>
        <translation>الانتباه موزونا بتدرجه عبر كل الطبقات (Chefer وآخرون، 2021).</translation>
    </message>
    <message>
        <source>How much the metric would change without a head, estimated by its gradient (Michel et al., 2019).</source>
        <translation>كم كان المقياس سيتغير من دون رأس، مقدَّرا بتدرجه (Michel وآخرون، 2019).</translation>
    </message>
    <message>
        <source>Who wrote what the query looks for, and who wrote what the key offers: the score of one cell.</source>
        <translation>من كتب ما يبحث عنه الاستعلام، ومن كتب ما يعرضه المفتاح: درجة خلية واحدة.</translation>
    </message>
    <message>
        <source>Which parts hand which others what tells B from A, estimated for all edges at once.</source>
        <translation>أي الأجزاء يسلّم أيها ما يميز B من A، مقدَّرا لكل الحواف معا.</translation>
    </message>
    <message>
        <source>The same measured edge by edge: one part reads what another wrote in B. This takes its time.</source>
        <translation>الشيء نفسه مقيسا حافة حافة: جزء يقرأ ما كتبه جزء آخر في B. هذا يستغرق وقتا.</translation>
    </message>
    <message>
        <source>What a head hands on to the queries, keys and values of later heads, all others held as in A.</source>
        <translation>ما يسلّمه رأس إلى استعلامات الرؤوس اللاحقة ومفاتيحها وقيمها، والبقية كما في A.</translation>
    </message>
    <message>
        <source>What putting values of B into A would do, estimated for all places by one backward pass.</source>
        <translation>ما كان سيفعله وضع قيم B في A، مقدَّرا لكل المواضع بتمريرة خلفية واحدة.</translation>
    </message>
    <message>
        <source>What the model would predict at each token if it stopped within the layers.</source>
        <translation>ما كان النموذج سيتنبأ به عند كل رمز لو توقف داخل الطبقات.</translation>
    </message>
    <message>
        <source>How much of what a head writes a later one reads, above random pairs; no text is needed.</source>
        <translation>كم مما يكتبه رأس يقرؤه رأس لاحق، فوق الأزواج العشوائية؛ لا حاجة إلى نص.</translation>
    </message>
    <message>
        <source>Whether a head raises the tokens that it sees (1) or suppresses them (−1); no text is needed.</source>
        <translation>هل يرفع رأس الرموز التي يراها (1) أم يكبتها (−1)؛ لا حاجة إلى نص.</translation>
    </message>
    <message>
        <source>Residual stream</source>
        <translation>التيار المتبقي</translation>
    </message>
    <message>
        <source>Attention outputs</source>
        <translation>مخرجات الانتباه</translation>
    </message>
    <message>
        <source>MLP outputs</source>
        <translation>مخرجات MLP</translation>
    </message>
    <message>
        <source>Head outputs</source>
        <translation>مخرجات الرؤوس</translation>
    </message>
    <message>
        <source>Head outputs by token</source>
        <translation>مخرجات الرؤوس لكل رمز</translation>
    </message>
    <message>
        <source>Queries</source>
        <translation>الاستعلامات</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>المفاتيح</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>القيم</translation>
    </message>
    <message>
        <source>Attention patterns</source>
        <translation>أنماط الانتباه</translation>
    </message>
    <message>
        <source>Text A</source>
        <translation>النص A</translation>
    </message>
    <message>
        <source>Text B</source>
        <translation>النص B</translation>
    </message>
    <message>
        <source>Replaced by zero</source>
        <translation>مستبدلة بالصفر</translation>
    </message>
    <message>
        <source>Replaced by its mean</source>
        <translation>مستبدلة بمتوسطها</translation>
    </message>
    <message>
        <source>Replaced by its mean over B</source>
        <translation>مستبدلة بمتوسطها على B</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>مخفي</translation>
    </message>
    <message>
        <source>weight × 0.1</source>
        <translation>الوزن × 0.1</translation>
    </message>
    <message>
        <source>score × 0.1</source>
        <translation>الدرجة × 0.1</translation>
    </message>
    <message>
        <source>The answer, %1</source>
        <translation>الإجابة، %1</translation>
    </message>
    <message>
        <source>Every later token, %1</source>
        <translation>كل رمز لاحق، %1</translation>
    </message>
    <message>
        <source>Gradient × input</source>
        <translation>التدرج × الإدخال</translation>
    </message>
    <message>
        <source>Length of gradient × input</source>
        <translation>طول التدرج × الإدخال</translation>
    </message>
    <message>
        <source>Length of the gradient</source>
        <translation>طول التدرج</translation>
    </message>
    <message>
        <source>EAP-IG from 0</source>
        <translation>EAP-IG من 0</translation>
    </message>
    <message>
        <source>Norms held</source>
        <translation>الضوابط ثابتة</translation>
    </message>
    <message>
        <source>Rank of the final word</source>
        <translation>رتبة الكلمة الأخيرة</translation>
    </message>
    <message>
        <source>Entropy</source>
        <translation>الإنتروبيا</translation>
    </message>
    <message>
        <source>KL to the end</source>
        <translation>تباعد KL عن النهاية</translation>
    </message>
    <message>
        <source>weights as stored</source>
        <translation>الأوزان كما هي مخزنة</translation>
    </message>
    <message>
        <source>norms folded in</source>
        <translation>الضوابط مدمجة</translation>
    </message>
    <message>
        <source>Through queries, %1</source>
        <translation>عبر الاستعلامات، %1</translation>
    </message>
    <message>
        <source>Through keys, %1</source>
        <translation>عبر المفاتيح، %1</translation>
    </message>
    <message>
        <source>Through values, %1</source>
        <translation>عبر القيم، %1</translation>
    </message>
    <message>
        <source>All of it</source>
        <translation>كله</translation>
    </message>
    <message>
        <source>restored</source>
        <translation>المستعاد</translation>
    </message>
    <message>
        <source>metric</source>
        <translation>المقياس</translation>
    </message>
    <message>
        <source>Δ metric</source>
        <translation>Δ المقياس</translation>
    </message>
    <message>
        <source>Δ ln p</source>
        <translation>Δ ln p</translation>
    </message>
    <message>
        <source>rank</source>
        <translation>الرتبة</translation>
    </message>
    <message>
        <source>score</source>
        <translation>الدرجة</translation>
    </message>
    <message>
        <source>relevance</source>
        <translation>الصلة</translation>
    </message>
    <message>
        <source>copying score</source>
        <translation>درجة النسخ</translation>
    </message>
    <message>
        <source>above chance</source>
        <translation>فوق الصدفة</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a method and what of it is shown</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>The method did not find this for this model.</source>
        <translation>لم تجد الطريقة هذا لهذا النموذج.</translation>
    </message>
    <message>
        <source>B: %1</source>
        <comment>the second text</comment>
        <translation>B: %1</translation>
    </message>
    <message>
        <source>Metric: ln p of “%1”</source>
        <translation>المقياس: ln p لـ «%1»</translation>
    </message>
    <message>
        <source>Metric: logit of “%1”</source>
        <translation>المقياس: لوجيت «%1»</translation>
    </message>
    <message>
        <source>Metric: logit of “%1” − “%2”</source>
        <translation>المقياس: لوجيت «%1» − «%2»</translation>
    </message>
    <message>
        <source> at “%1”, token %2</source>
        <translation> عند «%1»، الرمز %2</translation>
    </message>
    <message>
        <source>; A %1, B %2</source>
        <translation>؛ A %1، B %2</translation>
    </message>
    <message>
        <source>Strongest: %1.</source>
        <translation>الأقوى: %1.</translation>
    </message>
    <message>
        <source>No edge has an effect.</source>
        <translation>لا أثر لأي حافة.</translation>
    </message>
    <message>
        <source>%1 edges from %2 of the strongest (%3) on; %4 weaker ones are left out.</source>
        <translation>%1 حافة ابتداء من %2 من الأقوى (%3)؛ حُذفت %4 أضعف منها.</translation>
    </message>
    <message>
        <source>Edges end at a head’s queries (above), keys (middle) or values (below).</source>
        <translation>تنتهي الحواف عند استعلامات الرأس (أعلى) أو مفاتيحه (وسط) أو قيمه (أسفل).</translation>
    </message>
    <message>
        <source>%1 → queries of %2: %3</source>
        <translation>%1 ← استعلامات %2: %3</translation>
    </message>
    <message>
        <source>%1 → keys of %2: %3</source>
        <translation>%1 ← مفاتيح %2: %3</translation>
    </message>
    <message>
        <source>%1 → values of %2: %3</source>
        <translation>%1 ← قيم %2: %3</translation>
    </message>
    <message>
        <source>%1 → %2: %3</source>
        <translation>%1 ← %2: %3</translation>
    </message>
    <message>
        <source>%1: in %2, out %3</source>
        <translation>%1: داخل %2، خارج %3</translation>
    </message>
    <message>
        <source>No room for numbers: point at a cell.</source>
        <translation>لا متسع للأعداد: أشر إلى خلية.</translation>
    </message>
    <message>
        <source>sum</source>
        <translation>المجموع</translation>
    </message>
    <message>
        <source>Strongest heads first.</source>
        <translation>أقوى الرؤوس أولا.</translation>
    </message>
    <message>
        <source>Bars: sums of rows and columns, the strongest first.</source>
        <translation>الأشرطة: مجاميع الصفوف والأعمدة، الأقوى أولا.</translation>
    </message>
    <message>
        <source>Bars: sums of the rows, the strongest first.</source>
        <translation>الأشرطة: مجاميع الصفوف، الأقوى أولا.</translation>
    </message>
    <message>
        <source>Rows wrote the query, columns the key.</source>
        <translation>كتبت الصفوف الاستعلام والأعمدة المفتاح.</translation>
    </message>
    <message>
        <source>Rows: the hidden token; columns: the token that predicts.</source>
        <translation>الصفوف: الرمز المخفي؛ الأعمدة: الرمز الذي يتنبأ.</translation>
    </message>
    <message>
        <source>A token’s own share may exceed the scale.</source>
        <translation>قد يتجاوز نصيب الرمز من نفسه المقياس.</translation>
    </message>
    <message>
        <source>%1 weaker ones are left out.</source>
        <translation>حُذفت %1 أضعف منها.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a row and a column</comment>
        <translation>%1، %2</translation>
    </message>
    <message>
        <source>%1: sum %2</source>
        <translation>%1: المجموع %2</translation>
    </message>
    <message>
        <source>the input</source>
        <translation>الإدخال</translation>
    </message>
    <message>
        <source>logits</source>
        <translation>اللوجيتات</translation>
    </message>
    <message>
        <source>the logits</source>
        <translation>اللوجيتات</translation>
    </message>
    <message>
        <source>the MLP of layer %1</source>
        <translation>‏MLP الطبقة %1</translation>
    </message>
    <message>
        <source>Layer %1, key/value head %2</source>
        <translation>الطبقة %1، رأس المفاتيح والقيم %2</translation>
    </message>
    <message>
        <source>Columns are key/value heads, each read by %1 heads.</source>
        <translation>الأعمدة رؤوس مفاتيح وقيم، يقرأ كلا منها %1 رؤوس.</translation>
    </message>
    <message>
        <source>L%1 mid</source>
        <comment>after the attention of a layer</comment>
        <translation>‏L%1 وسط</translation>
    </message>
    <message>
        <source>end</source>
        <comment>after the last layer</comment>
        <translation>النهاية</translation>
    </message>
    <message>
        <source>Before layer %1</source>
        <translation>قبل الطبقة %1</translation>
    </message>
    <message>
        <source>After the attention of layer %1</source>
        <translation>بعد انتباه الطبقة %1</translation>
    </message>
    <message>
        <source>At the end</source>
        <translation>في النهاية</translation>
    </message>
    <message>
        <source>Layer %1</source>
        <translation>الطبقة %1</translation>
    </message>
    <message>
        <source>There is no text to tint.</source>
        <translation>لا نص لتلوينه.</translation>
    </message>
    <message>
        <source>“%1”, token %2: %3</source>
        <translation>«%1»، الرمز %2: %3</translation>
    </message>
    <message>
        <source>Smallest circuit</source>
        <translation>أصغر دائرة</translation>
    </message>
    <message>
        <source>The fewest edges that carry 85% of what tells A from B, measured with all others as in B.</source>
        <translation>أقل الحواف التي تحمل 85% مما يميز A من B، مقيسة والبقية كلها كما في B.</translation>
    </message>
    <message>
        <source>The circuit of %1 edges reaches %2 of the difference.</source>
        <translation>الدائرة ذات %1 حافة تبلغ %2 من الفرق.</translation>
    </message>
    <message>
        <source>attention flow</source>
        <translation>تدفق الانتباه</translation>
    </message>
    <message>
        <source>flow</source>
        <translation>التدفق</translation>
    </message>
    <message>
        <source>The most that can flow through the head means of all layers to the input; up to 64 tokens (Abnar and Zuidema 2020).</source>
        <translation>أقصى ما يمكن أن يتدفق عبر متوسطات الرؤوس في كل الطبقات إلى الإدخال؛ حتى 64 رمزا (Abnar وZuidema 2020).</translation>
    </message>
    <message>
        <source>What each head does</source>
        <translation>ما يفعله كل رأس</translation>
    </message>
    <message>
        <source>beyond chance</source>
        <translation>فوق الصدفة</translation>
    </message>
    <message>
        <source>text</source>
        <translation>النص</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>what attention goes to and its share</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>sound</source>
        <translation>الصوت</translation>
    </message>
    <message>
        <source>pictures</source>
        <translation>الصور</translation>
    </message>
    <message>
        <source>picture</source>
        <translation>الصورة</translation>
    </message>
    <message>
        <source>after the sound</source>
        <translation>بعد الصوت</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>الصوت</translation>
    </message>
    <message>
        <source>Picture %1</source>
        <translation>الصورة %1</translation>
    </message>
    <message>
        <source>In tiles</source>
        <translation>في بلاطات</translation>
    </message>
    <message>
        <source>As a whole</source>
        <translation>كاملة</translation>
    </message>
    <message>
        <source>Picture %1, in tiles</source>
        <translation>الصورة %1، في بلاطات</translation>
    </message>
    <message>
        <source>Picture %1, as a whole</source>
        <translation>الصورة %1، كاملة</translation>
    </message>
    <message>
        <source>The sound as the model hears it, in grey; higher values have a stronger, denser colour.</source>
        <translation>الصوت كما يسمعه النموذج، بالرمادي؛ القيم الأعلى بلون أقوى وأكثف.</translation>
    </message>
    <message>
        <source>The picture in dimmed colours; higher values have a stronger, denser colour.</source>
        <translation>الصورة بألوان خافتة؛ القيم الأعلى بلون أقوى وأكثف.</translation>
    </message>
    <message>
        <source>Paler: what the model does not see.</source>
        <translation>الأبهت: ما لا يراه النموذج.</translation>
    </message>
    <message>
        <source>Patches beyond the picture are padding.</source>
        <translation>الرقع خارج الصورة حشو.</translation>
    </message>
    <message>
        <source>The model reads the picture as a whole and in tiles.</source>
        <translation>يقرأ النموذج الصورة كاملة وفي بلاطات.</translation>
    </message>
    <message>
        <source>Hatched: %1.</source>
        <translation>المظلل: %1.</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>the smallest and the largest share</comment>
        <translation>%1 إلى %2</translation>
    </message>
    <message>
        <source>Bars: attention on the sound (colour; %1), on %2 (grey), on sinks (hatched).</source>
        <translation>الأشرطة: الانتباه إلى الصوت (بلون؛ %1)، وإلى %2 (رمادي)، وإلى المصارف (مظلل).</translation>
    </message>
    <message>
        <source>Bars: attention on the picture (colour; %1), on %2 (grey), on sinks (hatched).</source>
        <translation>الأشرطة: الانتباه إلى الصورة (بلون؛ %1)، وإلى %2 (رمادي)، وإلى المصارف (مظلل).</translation>
    </message>
    <message>
        <source>The sound with the attention of one token laid over its %1 frames. </source>
        <translation>الصوت مع انتباه رمز واحد فوق إطاراته الـ %1. </translation>
    </message>
    <message>
        <source> %1: strongest %2; %3.</source>
        <translation> %1: الأقوى %2؛ %3.</translation>
    </message>
    <message>
        <source>image &apos;%1&apos;: it has %2 frames; the first is read.</source>
        <translation>الصورة &apos;%1&apos;: فيها %2 إطارات؛ يُقرأ الأول.</translation>
    </message>
    <message>
        <source>image &apos;%1&apos;: it has 16 bits a colour; it is read with 8.</source>
        <translation>الصورة &apos;%1&apos;: فيها 16 بتًا لكل لون؛ تُقرأ بـ 8.</translation>
    </message>
    <message>
        <source>pictures as one</source>
        <translation>الصور كواحدة</translation>
    </message>
    <message>
        <source>Merges the tokens of each picture: attention to it is a sum, from it a mean.</source>
        <translation>يدمج رموز كل صورة: الانتباه إليها مجموع، ومنها متوسط.</translation>
    </message>
    <message>
        <source>%1 reads no pictures. “%2” stays here and is not read.</source>
        <translation>لا يقرأ %1 الصور. تبقى «%2» هنا ولا تُقرأ.</translation>
    </message>
    <message>
        <source>%1 reads no pictures. All %2 stay here and are not read.</source>
        <translation>لا يقرأ %1 الصور. تبقى الصور كلها (%2) هنا ولا تُقرأ.</translation>
    </message>
    <message>
        <source>%1 reads one picture: the first of %2.</source>
        <translation>يقرأ %1 صورة واحدة: الأولى من %2.</translation>
    </message>
    <message>
        <source>%1 reads no sounds. “%2” stays here and is not read.</source>
        <translation>لا يقرأ %1 الأصوات. يبقى «%2» هنا ولا يُقرأ.</translation>
    </message>
    <message>
        <source>The text has a place for a picture, &lt;image&gt;, and no picture.</source>
        <translation>في النص موضع لصورة، &lt;image&gt;، وليست فيه صورة.</translation>
    </message>
    <message>
        <source>Add picture</source>
        <translation>إضافة صورة</translation>
    </message>
    <message>
        <source>Remove picture</source>
        <translation>إزالة صورة</translation>
    </message>
    <message>
        <source>Move picture</source>
        <translation>نقل صورة</translation>
    </message>
    <message>
        <source>Replace picture</source>
        <translation>استبدال صورة</translation>
    </message>
    <message>
        <source>Open sound</source>
        <translation>فتح صوت</translation>
    </message>
    <message>
        <source>Remove sound</source>
        <translation>إزالة الصوت</translation>
    </message>
    <message>
        <source>A text has at most %1 pictures.</source>
        <translation>للنص %1 صور على الأكثر.</translation>
    </message>
    <message>
        <source>O&amp;ver many texts…</source>
        <translation>عبر نصوص &amp;كثيرة…</translation>
    </message>
    <message>
        <source>%1 texts: %2</source>
        <translation>%1 نصا: %2</translation>
    </message>
    <message>
        <source>%1 texts cut after %2 tokens.</source>
        <translation>قُطع %1 نصا بعد %2 رمزا.</translation>
    </message>
    <message>
        <source>%1 texts skipped; the first: %2</source>
        <translation>تُخطي %1 نصا؛ أولها: %2</translation>
    </message>
    <message>
        <source>Stopped before the last text.</source>
        <translation>توقف قبل النص الأخير.</translation>
    </message>
    <message>
        <source>%1 to %2: %3 texts</source>
        <translation>%1 إلى %2: %3 نصا</translation>
    </message>
    <message>
        <source>Rows by largest weight</source>
        <translation>الصفوف حسب أكبر وزن</translation>
    </message>
    <message>
        <source>Mean weight by offset</source>
        <translation>متوسط الوزن حسب الإزاحة</translation>
    </message>
    <message>
        <source>Attention by distance</source>
        <translation>الانتباه حسب المسافة</translation>
    </message>
    <message>
        <source>%1: no text has a value.</source>
        <translation>%1: لا قيمة لأي نص.</translation>
    </message>
    <message>
        <source> too few texts</source>
        <translation> نصوص قليلة جدا</translation>
    </message>
    <message>
        <source>Attends to:</source>
        <translation>ينتبه إلى:</translation>
    </message>
    <message>
        <source>Active at:</source>
        <translation>نشط عند:</translation>
    </message>
    <message>
        <source>Texts by mean</source>
        <translation>النصوص حسب المتوسط</translation>
    </message>
    <message>
        <source>Norms computed again</source>
        <translation>الضوابط محسوبة من جديد</translation>
    </message>
    <message>
        <source>Most likely word</source>
        <translation>أرجح كلمة</translation>
    </message>
    <message>
        <source>top: %1</source>
        <translation>الأعلى: %1</translation>
    </message>
    <message>
        <source>Causal tracing with noise</source>
        <translation>تتبع سببي بالضوضاء</translation>
    </message>
    <message>
        <source>How much of the answer’s probability comes back when one value is restored while noise hides the subject (Meng et al., 2022).</source>
        <translation>كم يعود من احتمال الإجابة عند استعادة قيمة واحدة بينما تُخفي الضوضاء الموضوع (Meng et al., 2022).</translation>
    </message>
    <message>
        <source>Δ probability</source>
        <translation>Δ الاحتمال</translation>
    </message>
    <message>
        <source>Metric: p of “%1”</source>
        <translation>المقياس: p لـ«%1»</translation>
    </message>
    <message>
        <source>Noise on %1: p %2 without noise, %3 with it, mean of %4 draws.</source>
        <translation>ضوضاء على %1: p ‏%2 من دون ضوضاء و%3 معها، متوسط %4 سحبات.</translation>
    </message>
    <message>
        <source>the subject</source>
        <translation>الموضوع</translation>
    </message>
    <message>
        <source>Stopped or still measuring: %1 of the cells are there.</source>
        <translation>متوقف أو قيد القياس: %1 من الخلايا موجودة.</translation>
    </message>
    <message>
        <source>every layer</source>
        <translation>كل طبقة</translation>
    </message>
    <message>
        <source>queries of %1</source>
        <translation>استعلامات %1</translation>
    </message>
    <message>
        <source>keys of %1</source>
        <translation>مفاتيح %1</translation>
    </message>
    <message>
        <source>values of %1</source>
        <translation>قيم %1</translation>
    </message>
    <message>
        <source>output of %1</source>
        <translation>خرج %1</translation>
    </message>
    <message>
        <source>attention output of %1</source>
        <translation>خرج انتباه %1</translation>
    </message>
    <message>
        <source>feed-forward output of %1</source>
        <translation>خرج التغذية الأمامية لـ%1</translation>
    </message>
    <message>
        <source>stream that %1 reads</source>
        <translation>التيار الذي تقرؤه %1</translation>
    </message>
    <message>
        <source>Zero: %1</source>
        <translation>صفر: %1</translation>
    </message>
    <message>
        <source>Mean over the text: %1</source>
        <translation>متوسط النص: %1</translation>
    </message>
    <message>
        <source>Mean over %2: %1</source>
        <translation>متوسط %2: %1</translation>
    </message>
    <message>
        <source>Mean over the texts of %2: %1</source>
        <translation>متوسط نصوص %2: %1</translation>
    </message>
    <message>
        <source>Resample from %2: %1</source>
        <translation>إعادة معاينة من %2: %1</translation>
    </message>
    <message>
        <source>Patch from %2: %1</source>
        <translation>ترقيع من %2: %1</translation>
    </message>
    <message>
        <source>Times %2: %1</source>
        <translation>مضروب في %2: %1</translation>
    </message>
    <message>
        <source>Steer by %1, strength %2</source>
        <translation>توجيه بـ%1، بشدة %2</translation>
    </message>
    <message>
        <source>Zero ablation of values inside a layer</source>
        <translation>استئصال صفري لقيم داخل طبقة</translation>
    </message>
    <message>
        <source>Mean ablation of values inside a layer (Wang et al. 2022)</source>
        <translation>استئصال بالمتوسط لقيم داخل طبقة (Wang et al. 2022)</translation>
    </message>
    <message>
        <source>Resample ablation (Chan et al. 2022)</source>
        <translation>استئصال بإعادة المعاينة (Chan et al. 2022)</translation>
    </message>
    <message>
        <source>Activation patching (Vig et al. 2020)</source>
        <translation>ترقيع التنشيط (Vig et al. 2020)</translation>
    </message>
    <message>
        <source>Values inside a layer, scaled</source>
        <translation>قيم داخل طبقة بعد تحجيمها</translation>
    </message>
    <message>
        <source>Steering vector added to the stream (Turner et al. 2023)</source>
        <translation>متجه توجيه مضاف إلى التيار (Turner et al. 2023)</translation>
    </message>
    <message>
        <source>Smoothed between the middles of patches; the model sees no finer than a patch.</source>
        <translation>مُنعَّم بين مراكز الرقع؛ لا يرى النموذج ما هو أدق من رقعة.</translation>
    </message>
    <message>
        <source>Not smoothed where patches have several sizes.</source>
        <translation>غير مُنعَّم حيث تختلف أحجام الرقع.</translation>
    </message>
    <message>
        <source>Blur %1</source>
        <translation>موّه %1</translation>
    </message>
    <message>
        <source>How far each head goes beyond chance: 0 chance, 1 certain. Copying: −1 lowers what it sees. Retrieval: finds a needle planted in the text.</source>
        <translation>مدى تجاوز كل رأس للصدفة: 0 صدفة، 1 يقين. النسخ: −1 يخفض ما يراه. الاسترجاع: يجد إبرة مزروعة في النص.</translation>
    </message>
    <message>
        <source>All tests</source>
        <translation>كل الاختبارات</translation>
    </message>
    <message>
        <source>Copying</source>
        <translation>النسخ</translation>
    </message>
    <message>
        <source>Retrieval</source>
        <translation>الاسترجاع</translation>
    </message>
    <message>
        <source>The model itself predicts %1 of the needle.</source>
        <translation>النموذج نفسه يعيد قول %1 من الإبرة.</translation>
    </message>
    <message>
        <source>Whole model: the most likely prediction</source>
        <translation>النموذج كله: التوقع الأرجح</translation>
    </message>
    <message>
        <source>Whole model: prediction “%1”, %2</source>
        <translation>النموذج كله: التوقع «%1»، %2</translation>
    </message>
    <message>
        <source>ρ weights</source>
        <translation>ρ الأوزان</translation>
    </message>
    <message>
        <source>ρ effect</source>
        <translation>ρ الأثر</translation>
    </message>
    <message>
        <source>ρ effect: the same with what ln p of the prediction loses when no head sees the token. Nearest to it: %1, %2.</source>
        <translation>ρ الأثر: الشيء نفسه مع ما يفقده ln p للتوقع حين لا يرى أي رأس الرمز. الأقرب إليه: %1، %2.</translation>
    </message>
    <message>
        <source>effect of hiding</source>
        <translation>أثر الإخفاء</translation>
    </message>
    <message>
        <source>gradient × input</source>
        <translation>التدرج × المدخل</translation>
    </message>
    <message>
        <source>integrated gradients</source>
        <translation>التدرجات المتكاملة</translation>
    </message>
    <message>
        <source>gradient × attention</source>
        <translation>التدرج × الانتباه</translation>
    </message>
    <message>
        <source>deck: expected at least one slide, found none</source>
        <translation>العرض: يُتوقع شريحة واحدة على الأقل، ولا توجد أي شريحة</translation>
    </message>
    <message>
        <source>Back to what it shows: %1</source>
        <translation>العودة إلى ما تعرضه: %1</translation>
    </message>
    <message>
        <source>Factor</source>
        <translation>العامل</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>الشدة</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>الحرارة</translation>
    </message>
    <message>
        <source>Maximum</source>
        <translation>الحد الأقصى</translation>
    </message>
    <message>
        <source>Find heads &amp;by drawing…</source>
        <translation>إ&amp;يجاد الرؤوس بالرسم…</translation>
    </message>
    <message>
        <source>A: %1; B: %2</source>
        <translation>A: %1؛ B: %2</translation>
    </message>
    <message>
        <source>%1 of %2 heads have a 95% interval (Welch) without 0; about %3 would without any difference.</source>
        <translation>%1 من %2 من الرؤوس لها مجال ثقة 95% (ويلش) من دون 0؛ ومن دون أي فرق نحو %3.</translation>
    </message>
    <message>
        <source>A and B read the same texts: intervals are wider than they need be.</source>
        <translation>قرأ A وB النصوص نفسها: المجالات أوسع مما يلزم.</translation>
    </message>
    <message>
        <source>Texts are cut after %1 tokens (A) and %2 tokens (B), on which distances and entropies depend.</source>
        <translation>تُقطع النصوص بعد %1 رمزا (A) و%2 رمزا (B)، وعليها تعتمد المسافات والإنتروبيا.</translation>
    </message>
    <message>
        <source>%1: %2 (A, %3 texts) and %4 (B, %5 texts); A − B %6, 95% interval %7 to %8</source>
        <translation>%1: ‏%2 (A، %3 نصا) و%4 (B، %5 نصا)؛ A − B ‏%6، مجال 95% من %7 إلى %8</translation>
    </message>
    <message>
        <source>No head changes clearly from one step to the next.</source>
        <translation>لا يتغير أي رأس بوضوح من خطوة إلى التي تليها.</translation>
    </message>
    <message>
        <source>%1 of %2 heads change most between %3 and %4.</source>
        <translation>%1 من %2 من الرؤوس تتغير أكثر ما تتغير بين %3 و%4.</translation>
    </message>
    <message>
        <source>%1, step %2</source>
        <comment>a head and a step of training</comment>
        <translation>%1، الخطوة %2</translation>
    </message>
    <message>
        <source>%1: %2 (95% interval %3 to %4, %5 texts)</source>
        <translation>%1: %2 (مجال 95% من %3 إلى %4، %5 نصا)</translation>
    </message>
    <message>
        <source>Over many texts</source>
        <translation>عبر نصوص كثيرة</translation>
    </message>
    <message>
        <source>%1 texts skipped.</source>
        <translation>تُخطي %1 نصا.</translation>
    </message>
    <message>
        <source>Difference in %1</source>
        <translation>الفرق: %1</translation>
    </message>
    <message>
        <source>A − B, mean over texts with 95% interval</source>
        <translation>A − B، المتوسط عبر النصوص مع مجال 95%</translation>
    </message>
    <message>
        <source>No head has this metric in at least two texts of both.</source>
        <translation>لا رأس له هذا المقياس في نصين على الأقل من كليهما.</translation>
    </message>
    <message>
        <source>%1 by head and step of training</source>
        <translation>%1 بحسب الرأس وخطوة التدريب</translation>
    </message>
    <message>
        <source>Not all steps have this metric.</source>
        <translation>ليس لكل الخطوات هذا المقياس.</translation>
    </message>
    <message>
        <source>Line: a head’s surest change between two steps, where their intervals do not overlap.</source>
        <translation>الخط: أوثق تغيّر لرأس بين خطوتين لا يتداخل مجالاهما.</translation>
    </message>
    <message>
        <source>%1: %2 heads, %3 steps. %4</source>
        <translation>%1: %2 رأسا، %3 خطوات. %4</translation>
    </message>
    <message>
        <source>%1: %2, chance %3, rank %4 of %5, %6 queries</source>
        <translation>%1: %2، المصادفة %3، الرتبة %4 من %5، %6 استعلامات</translation>
    </message>
    <message>
        <source>Outlined: 30% of the way from chance to certainty, and three standard errors.</source>
        <translation>بإطار: 30% من الطريق بين المصادفة واليقين، وثلاثة أخطاء معيارية.</translation>
    </message>
    <message>
        <source>Outlined: the interval is without 0.</source>
        <translation>بإطار: المجال من دون 0.</translation>
    </message>
    <message>
        <source>%1, step %2</source>
        <comment>a metric and a step of training</comment>
        <translation>%1، الخطوة %2</translation>
    </message>
    <message>
        <source>Means over texts; the colours are those of all steps.</source>
        <translation>متوسطات عبر النصوص؛ الألوان هي نفسها لكل الخطوات.</translation>
    </message>
    <message>
        <source>%1 of %2 heads by layer; the strongest: %3.</source>
        <translation>%1 لعدد %2 من الرؤوس بحسب الطبقة؛ أقواها: %3.</translation>
    </message>
    <message>
        <source>%1 over training</source>
        <translation>%1 خلال التدريب</translation>
    </message>
    <message>
        <source>Coloured: the heads that change most, with 95% intervals over texts.</source>
        <translation>بالألوان: الرؤوس الأكثر تغيّرا، مع مجالات 95% عبر النصوص.</translation>
    </message>
    <message>
        <source>Ring: the surest change between two steps, where their intervals do not overlap.</source>
        <translation>الحلقة: أوثق تغيّر بين خطوتين لا يتداخل مجالاهما.</translation>
    </message>
    <message>
        <source>step of training</source>
        <translation>خطوة التدريب</translation>
    </message>
    <message>
        <source>step of training, on the scale of log(1 + step)</source>
        <translation>خطوة التدريب، على مقياس log(1 + الخطوة)</translation>
    </message>
    <message>
        <source>%1 of %2 heads at %3 steps. %4</source>
        <translation>%1 لعدد %2 من الرؤوس عند %3 خطوات. %4</translation>
    </message>
    <message>
        <source>Heads that attend to the drawn cells (%1)</source>
        <translation>الرؤوس التي تنتبه إلى الخلايا المرسومة (%1)</translation>
    </message>
    <message>
        <source>Heads by pattern: %1</source>
        <translation>الرؤوس بحسب النمط: %1</translation>
    </message>
    <message>
        <source>Of whole rows, since a cell on a sink is among them.</source>
        <translation>من صفوف كاملة، لأن بينها خلية على مصب.</translation>
    </message>
    <message>
        <source>Of rows without the sink (first token, special tokens).</source>
        <translation>من صفوف دون المصب (الرمز الأول والرموز الخاصة).</translation>
    </message>
    <message>
        <source>Strong: 30% of the way from chance to certainty, three standard errors, four queries.</source>
        <translation>الغامق: 30% من الطريق بين المصادفة واليقين، وثلاثة أخطاء معيارية، وأربعة استعلامات.</translation>
    </message>
    <message>
        <source>share of attention on the cells; line: chance</source>
        <translation>حصة الانتباه على الخلايا؛ الخط: المصادفة</translation>
    </message>
    <message>
        <source>%1. The first: %2.</source>
        <translation>%1. الأول: %2.</translation>
    </message>
    <message>
        <source>Hatched: there is nothing to measure.</source>
        <translation>المظلَّل بخطوط: لا شيء يُقاس.</translation>
    </message>
    <message>
        <source>share</source>
        <translation>حصة</translation>
    </message>
    <message>
        <source>%1: %2 ± %3 (mean over %4 texts, standard error)</source>
        <translation>%1: %2 ± %3 (متوسط %4 نصا، الخطأ المعياري)</translation>
    </message>
    <message>
        <source>Rank %1 of %2 by this mean.</source>
        <translation>الترتيب %1 من %2 بحسب هذا المتوسط.</translation>
    </message>
    <message>
        <source>Chance level: %1.</source>
        <translation>مستوى المصادفة: %1.</translation>
    </message>
    <message>
        <source>Heads like it (distance):</source>
        <translation>رؤوس تشبهه (المسافة):</translation>
    </message>
    <message>
        <source>In relevance a token begins with all of itself: its own bar (%1) is grey and cut.</source>
        <translation>في الصلة يبدأ الرمز بكامل ذاته: شريطه الخاص (%1) رمادي ومقصوص.</translation>
    </message>
    <message>
        <source>Stage %1: within windows of its patches</source>
        <translation>المرحلة %1: داخل نوافذ رقعها</translation>
    </message>
    <message>
        <source>stage %1</source>
        <translation>المرحلة %1</translation>
    </message>
    <message>
        <source>%1. %2. At the top: %3.</source>
        <translation>%1. %2. في الأعلى: %3.</translation>
    </message>
    <message>
        <source>%1: Δ ln p %2, 95% interval %3 to %4, %5 texts</source>
        <translation>%1: Δ ln p %2، فترة 95% من %3 إلى %4، %5 نصوص</translation>
    </message>
    <message>
        <source>Mean change in ln p of the class. Negative: the head helps. With all heads: %1 (95% interval %2 to %3).</source>
        <translation>متوسط التغير في ln p للفئة. السالب: الرأس يساعد. مع جميع الرؤوس: %1 (فترة 95% من %2 إلى %3).</translation>
    </message>
    <message>
        <source>Mean change in ln p of each next token. Negative: the head helps. With all heads: %1 (95% interval %2 to %3).</source>
        <translation>متوسط التغير في ln p لكل رمز تالٍ. السالب: الرأس يساعد. مع جميع الرؤوس: %1 (فترة 95% من %2 إلى %3).</translation>
    </message>
    <message>
        <source>%1 of %2 heads have a 95% interval without 0; about %3 would without any effect.</source>
        <translation>%1 من %2 رؤوس لها فترة 95% لا تحوي 0؛ وبدون أي أثر لكان العدد نحو %3.</translation>
    </message>
    <message>
        <source>Change in ln p, mean over texts with 95% interval</source>
        <translation>التغير في ln p، المتوسط عبر النصوص مع فترة 95%</translation>
    </message>
    <message>
        <source>No text has been read yet.</source>
        <translation>لم يُقرأ أي نص بعد.</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <comment>what is lost and over which texts</comment>
        <translation>%1: %2.</translation>
    </message>
    <message>
        <source>Texts by change in ln p</source>
        <translation>النصوص حسب تغير ln p</translation>
    </message>
    <message>
        <source>Without it: Δ ln p %1 (95% interval %2 to %3, %4 texts), rank %5 of %6 by loss.</source>
        <translation>من دونه: Δ ln p %1 (فترة 95% من %2 إلى %3، %4 نصوص)، المرتبة %5 من %6 حسب الخسارة.</translation>
    </message>
    <message>
        <source>%1 ± %2 (%3 texts)</source>
        <comment>a mean with its standard error</comment>
        <translation>%1 ± %2 (%3 نصوص)</translation>
    </message>
    <message>
        <source>%1 (%2 to %3)</source>
        <comment>a number and its interval</comment>
        <translation>%1 (%2 إلى %3)</translation>
    </message>
    <message>
        <source>Change in ln p without the head</source>
        <translation>تغير ln p من دون الرأس</translation>
    </message>
</context>
<context>
    <name>headlight::WorkController</name>
    <message>
        <source>Autosave failed: %1</source>
        <translation>فشل الحفظ التلقائي: %1</translation>
    </message>
    <message>
        <source>This is your last session, as you left it.</source>
        <translation>هذه جلستك الأخيرة كما تركتها.</translation>
    </message>
    <message>
        <source>Start afresh</source>
        <translation>البدء من جديد</translation>
    </message>
    <message>
        <source>Crash report: %1. It contains none of your text and was not sent.</source>
        <translation>ما حدث من خطأ مسجَّل في %1 بلا شيء من نصك؛ ولم يُرسل إلى أي مكان.</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>استعادته</translation>
    </message>
    <message>
        <source>Save session</source>
        <translation>حفظ الجلسة</translation>
    </message>
    <message>
        <source>Save the changes to “%1”?</source>
        <translation>أتُحفظ التغييرات في «%1»؟</translation>
    </message>
    <message>
        <source>Save this session to a file?</source>
        <translation>أتُحفظ هذه الجلسة في ملف؟</translation>
    </message>
    <message>
        <source>Its deck is unsaved and will be lost.</source>
        <translation>عرضها غير محفوظ وسيضيع.</translation>
    </message>
    <message>
        <source>“%1” has been changed by another program since it was opened. Replace it?</source>
        <translation>غيّر برنامج آخر «%1» منذ فتحه. أيُستبدل؟</translation>
    </message>
    <message>
        <source>Headlight sessions (*.headlight)</source>
        <translation>جلسات Headlight (*.headlight)</translation>
    </message>
    <message>
        <source>Ne&amp;w session</source>
        <translation>جلسة ج&amp;ديدة</translation>
    </message>
    <message>
        <source>&amp;Save session</source>
        <translation>حف&amp;ظ الجلسة</translation>
    </message>
    <message>
        <source>Sa&amp;ve session as…</source>
        <translation>حفظ الجلسة &amp;باسم…</translation>
    </message>
    <message>
        <source>Headlight crashed. A copy of your work from %1 was saved.</source>
        <translation>تعطّل Headlight. حُفظت نسخة من عملك بتاريخ %1.</translation>
    </message>
    <message>
        <source>Headlight ended without being closed. A copy of your work from %1 was saved.</source>
        <translation>انتهى Headlight دون أن يُغلق. حُفظت نسخة من عملك بتاريخ %1.</translation>
    </message>
</context>
<context>
    <name>headlight::Workspace</name>
    <message>
        <source>Skipped “%1”: %2</source>
        <translation>تُرك «%1»: %2</translation>
    </message>
    <message>
        <source>%1 unavailable: %2</source>
        <translation>ينقص %1: %2</translation>
    </message>
    <message>
        <source>Type a sentence to see what each head attends to.</source>
        <translation>اكتب جملة لترى ما ينتبه إليه كل رأس.</translation>
    </message>
    <message>
        <source>Stopped. Panels still show the previous text.</source>
        <translation>أُوقف. تُظهر الصور النص السابق.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Type the text to compare with.</source>
        <translation>اكتب النص للمقارنة.</translation>
    </message>
    <message>
        <source>Open an image, or drop one here, to see what each head attends to.</source>
        <translation>افتح صورة أو أفلتها هنا لترى ما ينتبه إليه كل رأس.</translation>
    </message>
    <message>
        <source>This model has no tokenizer. Type token ids, such as 101 2023 102.</source>
        <translation>ليس لهذا النموذج مُرمِّز. اكتب أرقام الرموز مثل 101 2023 102.</translation>
    </message>
    <message>
        <source>Add a turn to see what each head attends to.</source>
        <translation>أضف دورًا لترى إلى ماذا ينتبه كل رأس.</translation>
    </message>
    <message>
        <source>Open a sound, or drop one here, to see what each head attends to.</source>
        <translation>افتح صوتًا أو أفلته هنا لترى ما ينتبه إليه كل رأس.</translation>
    </message>
</context>
<context>
    <name>headlight::WrittenNote</name>
    <message>
        <source>Open file</source>
        <translation>فتح الملف</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>إظهار في المجلد</translation>
    </message>
    <message>
        <source>Saved to %1</source>
        <translation>كُتب في %1</translation>
    </message>
</context>
</TS>

<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>ChangeForm</name>
    <message>
        <source>Switch a head off</source>
        <translation>关闭一个注意力头</translation>
    </message>
    <message>
        <source>Zero or mean ablation of a head&apos;s output</source>
        <translation>对头的输出做零消融或均值消融</translation>
    </message>
    <message>
        <source>Hide tokens from others</source>
        <translation>对其他词元隐藏词元</translation>
    </message>
    <message>
        <source>Attention knockout: cells, rows or columns, rows renormalised</source>
        <translation>注意力阻断：单元格、行或列，各行重新归一为 1</translation>
    </message>
    <message>
        <source>Sharpen or flatten attention</source>
        <translation>使注意力更尖锐或更平缓</translation>
    </message>
    <message>
        <source>Softmax temperature</source>
        <translation>Softmax 温度</translation>
    </message>
    <message>
        <source>Spread attention evenly</source>
        <translation>同等看待所有词元</translation>
    </message>
    <message>
        <source>Uniform attention</source>
        <translation>均匀注意力</translation>
    </message>
    <message>
        <source>Cap the sink or a token</source>
        <translation>限制汇聚点或某个词元可占的份额</translation>
    </message>
    <message>
        <source>Weight cap; the excess goes to other keys in proportion</source>
        <translation>权重上限；超出部分按比例给其他键</translation>
    </message>
    <message>
        <source>Weaken tokens</source>
        <translation>减弱词元</translation>
    </message>
    <message>
        <source>Key re-weighting by a factor below 1</source>
        <translation>以小于 1 的系数重新加权键</translation>
    </message>
    <message>
        <source>Emphasise tokens</source>
        <translation>突出重要词元</translation>
    </message>
    <message>
        <source>Attention steering (PASTA)</source>
        <translation>注意力引导（PASTA）</translation>
    </message>
    <message>
        <source>Drop weights at random</source>
        <translation>随机丢弃权重</translation>
    </message>
    <message>
        <source>Attention dropout over several draws</source>
        <translation>多次抽样的注意力 dropout</translation>
    </message>
    <message>
        <source>Patch from another text</source>
        <translation>换入另一文本中的头</translation>
    </message>
    <message>
        <source>Activation or pattern patching</source>
        <translation>激活或模式修补</translation>
    </message>
    <message>
        <source>Switch an expert off or force it</source>
        <translation>关闭或强制使用专家</translation>
    </message>
    <message>
        <source>Router logit at −∞, or the router&apos;s first choice</source>
        <translation>路由器 logit 为 −∞，或成为路由器的首选</translation>
    </message>
    <message>
        <source>Change values inside layers</source>
        <translation>更改层内的值</translation>
    </message>
    <message>
        <source>Ablation, resampling, patching or scaling of stream, sublayers, q, k and v</source>
        <translation>对残差流、子层、q、k、v 进行消融、重采样、修补或缩放</translation>
    </message>
</context>
<context>
    <name>FigurePreset</name>
    <message>
        <source>Slide, full</source>
        <translation>幻灯片，整页</translation>
    </message>
    <message>
        <source>Slide, half</source>
        <translation>幻灯片，半页</translation>
    </message>
    <message>
        <source>Paper, one column (3.3 in)</source>
        <translation>论文，单栏（3.3 英寸）</translation>
    </message>
    <message>
        <source>Paper, two columns (7 in)</source>
        <translation>论文，双栏（7 英寸）</translation>
    </message>
    <message>
        <source>Poster</source>
        <translation>海报</translation>
    </message>
    <message>
        <source>Square</source>
        <translation>正方形</translation>
    </message>
    <message>
        <source>A4 page within 2.5 cm margins</source>
        <translation>A4 页面（页边距 2.5 厘米）</translation>
    </message>
    <message>
        <source>Letter page within 1 in margins</source>
        <translation>Letter 页面（页边距 1 英寸）</translation>
    </message>
    <message>
        <source>LaTeX column (229.5 pt)</source>
        <translation>LaTeX 单栏（229.5 pt）</translation>
    </message>
    <message>
        <source>LaTeX page (345 pt)</source>
        <translation>LaTeX 页面（345 pt）</translation>
    </message>
</context>
<context>
    <name>HeadTable</name>
    <message>
        <source>no label</source>
        <translation>无标签</translation>
    </message>
    <message>
        <source>previous token</source>
        <translation>前一个词元</translation>
    </message>
    <message>
        <source>next token</source>
        <translation>后一个词元</translation>
    </message>
    <message>
        <source>own token</source>
        <translation>自身</translation>
    </message>
    <message>
        <source>induction</source>
        <translation>归纳</translation>
    </message>
    <message>
        <source>duplicate token</source>
        <translation>相同的词</translation>
    </message>
    <message>
        <source>punctuation</source>
        <translation>标点</translation>
    </message>
    <message>
        <source>diffuse</source>
        <translation>分散</translation>
    </message>
    <message>
        <source>sink</source>
        <translation>汇聚点</translation>
    </message>
    <message>
        <source>Entropy of a row, nats</source>
        <translation>一行的熵（nat）</translation>
    </message>
    <message>
        <source>Entropy / ln(keys seen)</source>
        <translation>熵 / ln（可见的键数）</translation>
    </message>
    <message>
        <source>Entropy of norm-weighted rows, nats</source>
        <translation>范数加权行的熵（nat）</translation>
    </message>
    <message>
        <source>Largest weight of a row</source>
        <translation>一行中最大的权重</translation>
    </message>
    <message>
        <source>Row diversity, nats</source>
        <translation>各行的散度（nat）</translation>
    </message>
    <message>
        <source>Distance, tokens</source>
        <translation>距离（词元）</translation>
    </message>
    <message>
        <source>Attention at most 2 tokens away</source>
        <translation>2 个词元以内的质量</translation>
    </message>
    <message>
        <source>Attention further than 8 tokens</source>
        <translation>8 个词元以外的质量</translation>
    </message>
    <message>
        <source>Attention on previous token</source>
        <translation>前一个词元上的质量</translation>
    </message>
    <message>
        <source>Attention on next token</source>
        <translation>后一个词元上的质量</translation>
    </message>
    <message>
        <source>Attention on own token</source>
        <translation>词元自身上的质量</translation>
    </message>
    <message>
        <source>Attention on earlier occurrences</source>
        <translation>之前出现处的质量</translation>
    </message>
    <message>
        <source>Induction</source>
        <translation>其后续词元上的质量</translation>
    </message>
    <message>
        <source>Probe: earlier copy</source>
        <translation>在重复两次的随机词元上：之前出现处</translation>
    </message>
    <message>
        <source>Probe: induction</source>
        <translation>在重复两次的随机词元上：后续词元</translation>
    </message>
    <message>
        <source>Attention on sink</source>
        <translation>首词元与附加词元上的质量</translation>
    </message>
    <message>
        <source>Attention on first token</source>
        <translation>首词元上的质量</translation>
    </message>
    <message>
        <source>Attention on special tokens</source>
        <translation>附加词元上的质量</translation>
    </message>
    <message>
        <source>Attention on punctuation</source>
        <translation>标点上的质量</translation>
    </message>
    <message>
        <source>Symmetry</source>
        <translation>得到回应的权重</translation>
    </message>
    <message>
        <source>Attention on residue contacts</source>
        <translation>对残基接触的注意力</translation>
    </message>
    <message>
        <source>label</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Attention on the system&apos;s turns</source>
        <translation>对系统轮次的注意力</translation>
    </message>
    <message>
        <source>Attention on the user&apos;s turns</source>
        <translation>对用户轮次的注意力</translation>
    </message>
    <message>
        <source>Attention on the assistant&apos;s turns</source>
        <translation>对助手轮次的注意力</translation>
    </message>
    <message>
        <source>Attention on turns of other roles</source>
        <translation>对其他角色轮次的注意力</translation>
    </message>
    <message>
        <source>Attention on the chat template</source>
        <translation>对聊天模板的注意力</translation>
    </message>
    <message>
        <source>local</source>
        <translation>局部</translation>
    </message>
</context>
<context>
    <name>KeyboardSheet</name>
    <message>
        <source>Tokens: select several</source>
        <translation>在词元中：选择多个</translation>
    </message>
    <message>
        <source>Heatmap: mark cells; Menu key changes the model there</source>
        <translation>在热力图中：标记单元格；菜单键可在那里更改模型</translation>
    </message>
    <message>
        <source>Heatmap: move between cells; weight in the status bar</source>
        <translation>在热力图中：逐格移动；权重显示在底部</translation>
    </message>
    <message>
        <source>Heatmap: show the whole map</source>
        <translation>热力图：显示整张图</translation>
    </message>
    <message>
        <source>Stop the current task</source>
        <translation>停止当前任务</translation>
    </message>
    <message>
        <source>Walkthrough: next and previous step, numbers, full screen</source>
        <translation>逐步讲解：下一步和上一步、数字、全屏</translation>
    </message>
    <message>
        <source>In panels and windows</source>
        <translation>面板和窗口中</translation>
    </message>
</context>
<context>
    <name>PanelKind</name>
    <message>
        <source>Heatmap</source>
        <translation>热力图</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Coloured text</source>
        <translation>着色文本</translation>
    </message>
    <message>
        <source>Arcs</source>
        <translation>弧线</translation>
    </message>
    <message>
        <source>Row profile</source>
        <translation>行剖面</translation>
    </message>
    <message>
        <source>Token flow</source>
        <translation>词元流</translation>
    </message>
    <message>
        <source>Head similarity</source>
        <translation>头的相似性</translation>
    </message>
    <message>
        <source>Head atlas</source>
        <translation>头图集</translation>
    </message>
    <message>
        <source>Image overlay</source>
        <translation>覆盖在图像上</translation>
    </message>
    <message>
        <source>Image atlas</source>
        <translation>覆盖在图像上，所有头</translation>
    </message>
    <message>
        <source>Experts</source>
        <translation>专家</translation>
    </message>
</context>
<context>
    <name>QObject</name>
    <message>
        <source>About Headlight</source>
        <translation>关于 Headlight</translation>
    </message>
    <message>
        <source>&lt;p&gt;&lt;b&gt;Headlight %1&lt;/b&gt;&lt;/p&gt;&lt;p&gt;Shows what the attention heads of a language model look at.&lt;br&gt;Everything is computed on this machine; nothing is sent anywhere.&lt;/p&gt;&lt;p&gt;GPL-3.0-or-later. Uses Qt, QCustomPlot, Eigen, oneDNN, ICU,&lt;br&gt;PCRE2, simdjson, nlohmann/json, CLI11 and libzip.&lt;/p&gt;</source>
        <translation>&lt;p&gt;&lt;b&gt;Headlight %1&lt;/b&gt;&lt;/p&gt;&lt;p&gt;展示语言模型的注意力头在看什么。&lt;br&gt;一切都在本机计算,不向任何地方发送数据。&lt;/p&gt;&lt;p&gt;GPL-3.0-or-later。使用 Qt、QCustomPlot、Eigen、oneDNN、ICU、&lt;br&gt;PCRE2、simdjson、nlohmann/json、CLI11 和 libzip。&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘</translation>
    </message>
    <message>
        <source>none: the hidden states are the output</source>
        <translation>无：隐藏状态即输出</translation>
    </message>
    <message>
        <source>next token</source>
        <translation>后一个词元</translation>
    </message>
    <message>
        <source>masked tokens</source>
        <translation>被遮蔽的词元</translation>
    </message>
    <message>
        <source>classes of a text (%1)</source>
        <translation>文本的类别（%1）</translation>
    </message>
    <message>
        <source>classes of a token (%1)</source>
        <translation>词元的类别（%1）</translation>
    </message>
    <message>
        <source>replaced tokens</source>
        <translation>被替换的词元</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>家族</translation>
    </message>
    <message>
        <source>Architecture</source>
        <translation>架构</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>层数</translation>
    </message>
    <message>
        <source>Heads</source>
        <translation>注意力头</translation>
    </message>
    <message>
        <source>Key/value heads</source>
        <translation>键/值头</translation>
    </message>
    <message>
        <source>Hidden size</source>
        <translation>宽度</translation>
    </message>
    <message>
        <source>%1, %2 per head</source>
        <translation>%1，每头 %2</translation>
    </message>
    <message>
        <source>Positions</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>上下文</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>无限制</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 个词元</translation>
    </message>
    <message>
        <source>%1 tokens trained</source>
        <translation>训练长度 %1 个词元</translation>
    </message>
    <message>
        <source>Vocabulary</source>
        <translation>词表</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>Data type</source>
        <translation>数值格式</translation>
    </message>
    <message>
        <source>Tokenizer</source>
        <translation>分词器</translation>
    </message>
    <message>
        <source>Predicts</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>File type</source>
        <translation>文件类型</translation>
    </message>
    <message>
        <source>%1 %2 (%3)</source>
        <translation>%1 %2 (%3)</translation>
    </message>
    <message>
        <source>Tensors</source>
        <translation>张量</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Memory for a run</source>
        <translation>一次运行所需内存</translation>
    </message>
    <message>
        <source>%1 on top of the weights, for %2 tokens</source>
        <translation>除权重外 %1，%2 个词元</translation>
    </message>
</context>
<context>
    <name>QStatusBar</name>
    <message>
        <source>%1 tokens</source>
        <translation>%1 个词元</translation>
    </message>
    <message>
        <source>%1 GB</source>
        <translation>%1 GB</translation>
    </message>
    <message>
        <source>%1 in a scratch file</source>
        <translation>%1 在临时文件中</translation>
    </message>
</context>
<context>
    <name>Samples</name>
    <message>
        <source>A quoted clause, repeated</source>
        <translation>说了两遍的引语</translation>
    </message>
    <message>
        <source>When the clause comes again, each word looks at what followed it the first time: the second &apos;I&apos; at &apos;shall&apos;, the second &apos;be&apos; at &apos;late&apos;.</source>
        <translation>引语再次出现时，每个词都看它第一次的后续：第二个 &apos;I&apos; 看 &apos;shall&apos;，第二个 &apos;be&apos; 看 &apos;late&apos;。</translation>
    </message>
    <message>
        <source>A repeated sentence</source>
        <translation>重复的句子</translation>
    </message>
    <message>
        <source>When the sentence comes again, each word looks at what followed it the first time: the second &apos;password&apos; at &apos;is&apos;, the second &apos;blue&apos; at &apos;river&apos;. So the model can say it again.</source>
        <translation>句子再次出现时，每个词都看它第一次的后续：第二个 &apos;password&apos; 看 &apos;is&apos;，第二个 &apos;blue&apos; 看 &apos;river&apos;。模型就这样再说一遍。</translation>
    </message>
    <message>
        <source>The word before</source>
        <translation>前一个词</translation>
    </message>
    <message>
        <source>Every token looks at the token just before it; heads further up use this to find where a phrase was said before.</source>
        <translation>每个词元都看紧挨在前的词元；更高层的头借此找到某个短语先前出现的地方。</translation>
    </message>
    <message>
        <source>The same word again</source>
        <translation>同一个词再次出现</translation>
    </message>
    <message>
        <source>Most words look at their other occurrence: &apos;king&apos; at &apos;king&apos;, &apos;saw&apos; at &apos;saw&apos;.</source>
        <translation>多数词看自己的另一处出现：&apos;king&apos; 看 &apos;king&apos;，&apos;saw&apos; 看 &apos;saw&apos;。</translation>
    </message>
    <message>
        <source>Who was hungry?</source>
        <translation>谁饿了？</translation>
    </message>
    <message>
        <source>Each word looks at the word just before it: &apos;was&apos; at &apos;mice&apos;, although it was the cat that was hungry.</source>
        <translation>每个词看紧挨在前的词：&apos;was&apos; 看 &apos;mice&apos;，尽管饿的是猫。</translation>
    </message>
    <message>
        <source>A list</source>
        <translation>一个列表</translation>
    </message>
    <message>
        <source>Each token looks at the one that comes next: the comma at the next item, the item at its ending.</source>
        <translation>每个词元看下一个：逗号看下一项，项看自己的结尾。</translation>
    </message>
    <message>
        <source>What counts is after &apos;but&apos;</source>
        <translation>重点在 &apos;but&apos; 之后</translation>
    </message>
    <message>
        <source>The class is read at [CLS], and [CLS] looks at &apos;wonderful&apos;, not at &apos;cold&apos;.</source>
        <translation>类别在 [CLS] 处读出，而 [CLS] 看的是 &apos;wonderful&apos;，不是 &apos;cold&apos;。</translation>
    </message>
    <message>
        <source>Not good</source>
        <translation>不好</translation>
    </message>
    <message>
        <source>[CLS] looks at &apos;not&apos;, the word that turns the sentence around.</source>
        <translation>[CLS] 看 &apos;not&apos;，正是它让句意反转。</translation>
    </message>
    <message>
        <source>It looks one word back</source>
        <translation>它往回看一个词</translation>
    </message>
    <message>
        <source>This head looks from every word at the one just before it. That sounds dull, but other heads build on it: it tells each word what stood in front.</source>
        <translation>这个头从每个词看紧挨在前的词。听起来平淡，但别的头以此为基础：它告诉每个词前面是什么。</translation>
    </message>
    <message>
        <source>It finds the same word again</source>
        <translation>它找到同一个词</translation>
    </message>
    <message>
        <source>This head looks from a word at the same word elsewhere in the text: from king to king, from queen to queen.</source>
        <translation>这个头从一个词看文中别处的同一个词：从 king 到 king，从 queen 到 queen。</translation>
    </message>
    <message>
        <source>It remembers what came next</source>
        <translation>它记得接下来是什么</translation>
    </message>
    <message>
        <source>When something comes a second time, this head looks at what followed it the first time, and so the model can go on as before. Such heads are called induction heads.</source>
        <translation>当某物第二次出现时，这个头看它第一次的后续，模型便可照旧继续。这样的头称为归纳头。</translation>
    </message>
    <message>
        <source>It rests when there is nothing to do</source>
        <translation>无事可做时它休息</translation>
    </message>
    <message>
        <source>The same head, with nothing repeated: it puts nearly all its attention on the first token. Attention always adds up to 100%, so a head without work has to leave it somewhere.</source>
        <translation>同一个头，但没有重复的内容：它几乎把全部注意力放在第一个词元上。注意力总和恒为 100%，没有事做的头总得把它放在某处。</translation>
    </message>
    <message>
        <source>It picks the word that decides</source>
        <translation>它挑出起决定作用的词</translation>
    </message>
    <message>
        <source>This model says whether a sentence is positive. It reads the answer at the token [CLS], and this head looks from there at the word that counts: wonderful, not cold.</source>
        <translation>这个模型判断句子是否正面。它在词元 [CLS] 处读出答案，而这个头从那里看关键的词：wonderful，而不是 cold。</translation>
    </message>
    <message>
        <source>A translation with crossing words</source>
        <translation>词序交叉的翻译</translation>
    </message>
    <message>
        <source>Each German piece looks at the French one that means the same: &apos;sieben&apos; at &apos;sept&apos;, the last piece of the number, and &apos;rote&apos; at &apos;rouges&apos;, after its noun.</source>
        <translation>每个德语片段看意思相同的法语片段：&apos;sieben&apos; 看数字的最后一片 &apos;sept&apos;，&apos;rote&apos; 看名词之后的 &apos;rouges&apos;。</translation>
    </message>
    <message>
        <source>A date</source>
        <translation>一个日期</translation>
    </message>
    <message>
        <source>Day, month and the digits of the year each look at theirs; &apos;le&apos; has no counterpart in the source and looks at the word French.</source>
        <translation>日、月和年份的数字各看对应之处；&apos;le&apos; 在源文本中没有对应，看的是 French 一词。</translation>
    </message>
    <message>
        <source>What it says, and where it looks</source>
        <translation>它说什么，看哪里</translation>
    </message>
    <message>
        <source>When &apos;star&apos; is the word this head looks at the star, as it looked at the circle for &apos;circle&apos;. Step through the words under the tokens.</source>
        <translation>模型说“star”时，这个头看着星形，正如说“circle”时看着圆形。请在词元下方逐词查看。</translation>
    </message>
    <message>
        <source>The larger one first</source>
        <translation>先说较大的</translation>
    </message>
    <message>
        <source>A caption begins with the larger thing, here the heart: this head finds it wherever it is.</source>
        <translation>描述从较大的图形开始，这里是心形：无论它在哪里，这个头都能找到它。</translation>
    </message>
    <message>
        <source>Left or right?</source>
        <translation>左还是右？</translation>
    </message>
    <message>
        <source>When &apos;right&apos; is the word, this head looks at the star and 0.0 at both things: two places that it compares.</source>
        <translation>模型说“right”时，这个头看着星形，0.0 看着两个图形：模型比较这两个位置。</translation>
    </message>
</context>
<context>
    <name>Walkthrough</name>
    <message>
        <source>attention weights</source>
        <translation>注意力权重</translation>
    </message>
    <message>
        <source>Attention weights say how a token divides its attention. They add up to 100%.</source>
        <translation>注意力权重表示一个词元把多少注意力给其他各个词元。一个词元的权重总和为 100%。</translation>
    </message>
    <message>
        <source>intervention</source>
        <translation>干预</translation>
    </message>
    <message>
        <source>A change made on purpose while the model runs.</source>
        <translation>在模型运行时有意做出的改动。</translation>
    </message>
    <message>
        <source>softmax</source>
        <translation>softmax</translation>
    </message>
    <message>
        <source>Softmax turns any numbers into shares of 100%: e is raised to each number, then divided by the total.</source>
        <translation>Softmax 把任意数变成总和为 100% 的份额：取 e 的各次幂，再除以总和。</translation>
    </message>
    <message>
        <source>tokens</source>
        <translation>词元</translation>
    </message>
    <message>
        <source>Tokens are the pieces in which a model reads a text: words, parts of words, punctuation.</source>
        <translation>词元是模型读文本时的单位：词、词的一部分、标点。</translation>
    </message>
    <message>
        <source>heatmap</source>
        <translation>热力图</translation>
    </message>
    <message>
        <source>The square picture with a row for each query and a column for each key.</source>
        <translation>每个查询一行、每个键一列的方形图。</translation>
    </message>
    <message>
        <source>scores</source>
        <translation>得分</translation>
    </message>
    <message>
        <source>A score says how well a key matches a query. It can be negative.</source>
        <translation>得分表示键与查询的匹配程度：可为任意数，也可小于零。</translation>
    </message>
    <message>
        <source>vector</source>
        <translation>向量</translation>
    </message>
    <message>
        <source>A vector is a list of numbers. The model keeps one for every token.</source>
        <translation>向量是一列数。模型为每个词元保存一个。</translation>
    </message>
    <message>
        <source>values</source>
        <translation>值</translation>
    </message>
    <message>
        <source>A token&apos;s value is what it passes on when another token attends to it.</source>
        <translation>词元的值是它被看时所传递的内容。</translation>
    </message>
    <message>
        <source>query</source>
        <translation>查询</translation>
    </message>
    <message>
        <source>The query of a token is a list of numbers that says what it looks for.</source>
        <translation>词元的查询是一列数，表示它在寻找什么。</translation>
    </message>
    <message>
        <source>heads</source>
        <translation>头</translation>
    </message>
    <message>
        <source>Heads work side by side in each layer. Each compares tokens in its own way.</source>
        <translation>各头在每一层中并行工作，以各自的方式比较词元。</translation>
    </message>
    <message>
        <source>layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>A model is a stack of layers. Each updates the vector of every token once.</source>
        <translation>模型由多层堆叠而成；每层把所有词元的向量改写一次。</translation>
    </message>
    <message>
        <source>key</source>
        <translation>键</translation>
    </message>
    <message>
        <source>The key of a token is a list of numbers that says what it offers.</source>
        <translation>词元的键是一列数，表示它能提供什么。</translation>
    </message>
</context>
<context>
    <name>Workspace</name>
    <message>
        <source>%1: expected a head of %2 layers with %3 heads each, found layer %4, head %5</source>
        <translation>%1：应为 %2 层、每层 %3 个头中的一个，却是第 %4 层第 %5 头</translation>
    </message>
</context>
<context>
    <name>headlight::AblationWindow</name>
    <message>
        <source>Ablation map</source>
        <translation>消融图</translation>
    </message>
    <message>
        <source>Effect of switching off each head; arrow keys move, Return opens</source>
        <translation>去掉每个头后答案损失多少；方向键在各头间移动，回车打开</translation>
    </message>
    <message>
        <source>Switches off every head in turn and shows how far the prediction drops.</source>
        <translation>依次关闭每个头，显示预测下降多少。</translation>
    </message>
    <message>
        <source>A likely prediction, or any token or class that you type</source>
        <translation>一个可能的预测，或您输入的任意词元或类别</translation>
    </message>
    <message>
        <source>&amp;Prediction</source>
        <translation>答案(&amp;A)</translation>
    </message>
    <message>
        <source>zero</source>
        <translation>置零</translation>
    </message>
    <message>
        <source>mean over the text</source>
        <translation>它在文本上的均值</translation>
    </message>
    <message>
        <source>Replace w&amp;ith</source>
        <translation>代替头的是(&amp;I)</translation>
    </message>
    <message>
        <source>ln p of the prediction</source>
        <translation>预测的 ln p</translation>
    </message>
    <message>
        <source>whole prediction (KL)</source>
        <translation>整个预测（KL）</translation>
    </message>
    <message>
        <source>S&amp;hown</source>
        <translation>显示(&amp;H)</translation>
    </message>
    <message>
        <source>Ablation progress</source>
        <translation>逐个关闭头的进度</translation>
    </message>
    <message>
        <source>No prediction here. Pin a token, type a mask token, or open a model with an output head.</source>
        <translation>模型在此没有输出：请固定一个词元、写一个掩码，或打开带输出头的模型。</translation>
    </message>
    <message>
        <source>This map is for another text or token. Measure again to update.</source>
        <translation>此图属于另一文本或词元。请测量以重新绘制。</translation>
    </message>
    <message>
        <source>%1   %2</source>
        <translation>%1   %2</translation>
    </message>
    <message>
        <source>Heads</source>
        <translation>注意力头</translation>
    </message>
    <message>
        <source>The attention in which heads are switched off</source>
        <translation>关闭哪种注意力的头</translation>
    </message>
    <message>
        <source>Measure runs the model %1 times, each time without one head, and shows how far “%2” drops; about %3.</source>
        <translation>“测量”将运行模型 %1 次，每次去掉一个头，并显示“%2”下降多少；约需 %3。</translation>
    </message>
    <message>
        <source>Measure runs the model %1 times, each time without one head, and shows how far “%2” drops at “%4”, token %5; about %3.</source>
        <translation>“测量”将运行模型 %1 次，每次去掉一个头，并显示在“%4”（词元 %5）处“%2”下降多少；约需 %3。</translation>
    </message>
</context>
<context>
    <name>headlight::AdapterBar</name>
    <message>
        <source>&amp;Adapter</source>
        <translation>适配器(&amp;A)</translation>
    </message>
    <message>
        <source>Adapter scale, in percent</source>
        <translation>适配器比例（百分比）</translation>
    </message>
    <message>
        <source>How much of the adapter counts: 0% is the base model</source>
        <translation>适配器所占比例：0% 为基础模型</translation>
    </message>
    <message>
        <source>Compare with base</source>
        <translation>与基础模型比较</translation>
    </message>
    <message>
        <source>Opens the base model next to it and ranks the heads that differ most</source>
        <translation>在旁边打开基础模型，并列出差异最大的头</translation>
    </message>
</context>
<context>
    <name>headlight::AnimationDialog</name>
    <message>
        <source>Export animation</source>
        <translation>导出动画</translation>
    </message>
    <message>
        <source>Frames written</source>
        <translation>已写入的帧</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>%1 × %2 pixels</source>
        <translation>%1 × %2 像素</translation>
    </message>
    <message>
        <source>GIF</source>
        <translation>GIF</translation>
    </message>
    <message>
        <source>WebP, smaller and sharper</source>
        <translation>WebP，更小更清晰</translation>
    </message>
    <message>
        <source>Web page with a slider</source>
        <translation>带滑块的网页</translation>
    </message>
    <message>
        <source>PowerPoint, slides that morph</source>
        <translation>PowerPoint，平滑切换的幻灯片</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source> s</source>
        <translation> 秒</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自适应</translation>
    </message>
    <message>
        <source>Includ&amp;e text and session</source>
        <translation>在文件中保留文本与会话(&amp;E)</translation>
    </message>
    <message>
        <source>Turn off for confidential work: tokens become numbers, no text is stored</source>
        <translation>涉密工作请关闭：以数字代替词元，文件中不含文本</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>浏览…</translation>
    </message>
    <message>
        <source>&amp;What</source>
        <translation>内容(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>格式(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Size</source>
        <translation>尺寸(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>主题(&amp;T)</translation>
    </message>
    <message>
        <source>Each f&amp;rame</source>
        <translation>每帧(&amp;R)</translation>
    </message>
    <message>
        <source>F&amp;ile</source>
        <translation>文件(&amp;I)</translation>
    </message>
    <message>
        <source>Plays everywhere. 256 colours a frame.</source>
        <translation>随处可播放。每帧 256 色。</translation>
    </message>
    <message>
        <source>Plays in browsers and newer programs. All colours.</source>
        <translation>可在浏览器和较新的程序中播放。全部颜色。</translation>
    </message>
    <message>
        <source>One file for any browser: slider, arrow keys, exact values, light and dark.</source>
        <translation>适用于任何浏览器的单个文件：滑块、方向键、精确数值、浅色与深色。</translation>
    </message>
    <message>
        <source>Native shapes; PowerPoint moves them from slide to slide.</source>
        <translation>原生形状；PowerPoint 在幻灯片之间移动它们。</translation>
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
        <translation>网页 (*.html)</translation>
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
        <translation>答案中的词</translation>
    </message>
    <message>
        <source>Previous word</source>
        <translation>上一个词</translation>
    </message>
    <message>
        <source>Previous word (left arrow)</source>
        <translation>上一个词（左箭头）</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Show one word after the other</source>
        <translation>逐词显示</translation>
    </message>
    <message>
        <source>Next word</source>
        <translation>下一个词</translation>
    </message>
    <message>
        <source>Next word (right arrow)</source>
        <translation>下一个词（右箭头）</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>%1 words: step through them to see what each attends to</source>
        <translation>%1 个词：逐个查看每个词关注什么</translation>
    </message>
    <message>
        <source>Word %1 of %2: “%3” · %4</source>
        <translation>第 %1 个词，共 %2 个：“%3” · %4</translation>
    </message>
</context>
<context>
    <name>headlight::Appearance</name>
    <message>
        <source>&amp;Reduce motion</source>
        <translation>减少动画(&amp;R)</translation>
    </message>
    <message>
        <source>L&amp;arger text</source>
        <translation>放大文字(&amp;A)</translation>
    </message>
    <message>
        <source>Small&amp;er text</source>
        <translation>缩小文字(&amp;M)</translation>
    </message>
    <message>
        <source>Defa&amp;ult text</source>
        <translation>默认文字大小(&amp;U)</translation>
    </message>
    <message>
        <source>S&amp;ystem theme</source>
        <translation>跟随系统主题(&amp;Z)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>浅色(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>深色(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;System language</source>
        <translation>跟随系统语言(&amp;S)</translation>
    </message>
    <message>
        <source>Restart Headlight to use this language.</source>
        <translation>Headlight 将从下次启动起使用此语言。</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>高对比度</translation>
    </message>
</context>
<context>
    <name>headlight::ArcsView</name>
    <message>
        <source>Arcs</source>
        <translation>弧线</translation>
    </message>
</context>
<context>
    <name>headlight::AtlasPane</name>
    <message>
        <source>Heads</source>
        <translation>注意力头</translation>
    </message>
    <message>
        <source>Open in new panel</source>
        <translation>在单独的面板中显示</translation>
    </message>
    <message>
        <source>Head order</source>
        <translation>各头的排列顺序</translation>
    </message>
    <message>
        <source>By layer and head</source>
        <translation>按层与头</translation>
    </message>
    <message>
        <source>By similarity to selected head</source>
        <translation>按与所选头的相似度</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较这些</translation>
    </message>
    <message>
        <source>Combine</source>
        <translation>合为一个</translation>
    </message>
    <message>
        <source>The marked heads in one panel</source>
        <translation>所标记的头放在一个面板中</translation>
    </message>
    <message>
        <source>Overlay</source>
        <translation>相互叠加</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>它们的均值</translation>
    </message>
    <message>
        <source>Maximum</source>
        <translation>它们的最大权重</translation>
    </message>
    <message>
        <source>Unmark all heads</source>
        <translation>取消所有标记</translation>
    </message>
    <message>
        <source>No head matches “%1”.</source>
        <translation>没有头符合“%1”。</translation>
    </message>
    <message>
        <source>Marked: %1</source>
        <translation>已标记：%1</translation>
    </message>
    <message>
        <source>&amp;Heads</source>
        <translation>头(&amp;H)</translation>
    </message>
    <message>
        <source>Go to heads: arrows select, Space marks, Ctrl+Return opens a panel</source>
        <translation>转到各头：方向键选择，空格标记，Ctrl+回车打开</translation>
    </message>
    <message>
        <source>Previous layer</source>
        <translation>上一层</translation>
    </message>
    <message>
        <source>Next layer</source>
        <translation>下一层</translation>
    </message>
    <message>
        <source>Previous head</source>
        <translation>上一个头</translation>
    </message>
    <message>
        <source>Next head</source>
        <translation>下一个头</translation>
    </message>
    <message>
        <source>Compare mar&amp;ked heads</source>
        <translation>比较已标记的头(&amp;K)</translation>
    </message>
    <message>
        <source>One panel each; for two heads also the difference</source>
        <translation>各占一个面板；若为两个，还显示其差异</translation>
    </message>
    <message>
        <source>By label</source>
        <translation>按标签</translation>
    </message>
    <message>
        <source>similarity to %1</source>
        <translation>与%1的相似度</translation>
    </message>
    <message>
        <source>layer and head</source>
        <translation>层和头</translation>
    </message>
    <message>
        <source>Order: %1</source>
        <translation>顺序:%1</translation>
    </message>
    <message>
        <source>Measuring heads…</source>
        <translation>正在测量各头…</translation>
    </message>
</context>
<context>
    <name>headlight::AtlasView</name>
    <message>
        <source>Head atlas</source>
        <translation>头图集</translation>
    </message>
    <message>
        <source>, marked</source>
        <translation>，已标记</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation>%1 在%2上</translation>
    </message>
    <message>
        <source>the first token</source>
        <translation>第一个词元</translation>
    </message>
    <message>
        <source>special tokens</source>
        <translation>特殊词元</translation>
    </message>
    <message>
        <source>, switched off</source>
        <translation>，已关闭</translation>
    </message>
    <message>
        <source>, changed</source>
        <translation>，已更改</translation>
    </message>
</context>
<context>
    <name>headlight::AttentionView</name>
    <message>
        <source>Computing weights</source>
        <translation>正在计算权重</translation>
    </message>
    <message>
        <source>Computing weights… %1</source>
        <translation>正在读取权重… %1</translation>
    </message>
</context>
<context>
    <name>headlight::AudienceWindow</name>
    <message>
        <source>Headlight: talk</source>
        <translation>Headlight：演讲</translation>
    </message>
</context>
<context>
    <name>headlight::BarList</name>
    <message>
        <source>%1: %2</source>
        <translation>%1:%2</translation>
    </message>
</context>
<context>
    <name>headlight::Beginning</name>
    <message>
        <source>Start &amp;page…</source>
        <translation>起始页(&amp;T)…</translation>
    </message>
    <message>
        <source>Examples, recent sessions, models and the tour</source>
        <translation>示例、最近的会话、模型和导览</translation>
    </message>
    <message>
        <source>T&amp;our: two minutes, hands on</source>
        <translation>导览：两分钟，动手操作(&amp;O)</translation>
    </message>
    <message>
        <source>Change the text</source>
        <translation>更改文本</translation>
    </message>
    <message>
        <source>Type a word into the text at the top. Every picture follows.</source>
        <translation>在上方文本中输入一个词，所有图都会随之更新。</translation>
    </message>
    <message>
        <source>Choose a head</source>
        <translation>选择一个头</translation>
    </message>
    <message>
        <source>Click one of the small maps on the left.</source>
        <translation>单击左侧的一个小图。</translation>
    </message>
    <message>
        <source>Point at a cell</source>
        <translation>指向一个单元格</translation>
    </message>
    <message>
        <source>Move over the large map: the status line tells the weight.</source>
        <translation>移到大图上：状态栏会显示权重。</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Press “Compare” next to the text, or %1 for a second panel.</source>
        <translation>按文本旁的“比较”，或按 %1 打开第二个面板。</translation>
    </message>
    <message>
        <source>Change the model</source>
        <translation>更改模型</translation>
    </message>
    <message>
        <source>Press %1: the head is switched off, and the prediction changes.</source>
        <translation>按 %1：该头被关闭，预测随之改变。</translation>
    </message>
    <message>
        <source>Export a figure</source>
        <translation>导出图</translation>
    </message>
    <message>
        <source>Press %1 and save what you see.</source>
        <translation>按 %1 保存所见内容。</translation>
    </message>
</context>
<context>
    <name>headlight::ChangeForm</name>
    <message>
        <source>As written for --intervene</source>
        <translation>命令行 --intervene 中的写法</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>The sink (first and special tokens)</source>
        <translation>汇聚点（首词元与特殊词元）</translation>
    </message>
    <message>
        <source>The first token</source>
        <translation>第一个词元</translation>
    </message>
    <message>
        <source>The last token</source>
        <translation>最后一个词元</translation>
    </message>
    <message>
        <source>Punctuation</source>
        <translation>标点</translation>
    </message>
    <message>
        <source>Special tokens</source>
        <translation>特殊词元</translation>
    </message>
    <message>
        <source>&amp;Tokens</source>
        <translation>词元(&amp;T)</translation>
    </message>
    <message>
        <source>Hidden from all tokens (columns)</source>
        <translation>谁也看不到它们（列）</translation>
    </message>
    <message>
        <source>They attend to nothing (rows)</source>
        <translation>它们什么也不读（行）</translation>
    </message>
    <message>
        <source>Hidden from chosen tokens (cells)</source>
        <translation>选定的词元看不到它们（单元格）</translation>
    </message>
    <message>
        <source>&amp;How</source>
        <translation>方式(&amp;H)</translation>
    </message>
    <message>
        <source>From &amp;whom</source>
        <translation>对谁(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Temperature (below 1 sharper, above 1 flatter)</source>
        <translation>温度（小于 1 更尖锐，大于 1 更平缓）(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Maximum per row</source>
        <translation>每行至多(&amp;M)</translation>
    </message>
    <message>
        <source>%</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Weight &amp;times</source>
        <translation>权重乘以(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Rate</source>
        <translation>比率(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Draws</source>
        <translation>抽样次数(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Seed</source>
        <translation>随机种子(&amp;S)</translation>
    </message>
    <message>
        <source>Zero</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Mean over the text</source>
        <translation>它在文本上的均值</translation>
    </message>
    <message>
        <source>Mean over another text</source>
        <translation>它在示例文本上的均值</translation>
    </message>
    <message>
        <source>Replace w&amp;ith</source>
        <translation>改为输出(&amp;I)</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>它说什么（输出）</translation>
    </message>
    <message>
        <source>Attention pattern</source>
        <translation>它看哪里（模式）</translation>
    </message>
    <message>
        <source>&amp;What</source>
        <translation>内容(&amp;W)</translation>
    </message>
    <message>
        <source>A text of %1 tokens</source>
        <translation>%1 个词元的文本</translation>
    </message>
    <message>
        <source>From the te&amp;xt</source>
        <translation>取自文本(&amp;X)</translation>
    </message>
    <message>
        <source>Sample te&amp;xt</source>
        <translation>示例文本(&amp;X)</translation>
    </message>
    <message>
        <source>Every head of layer %1</source>
        <translation>第 %1 层的每个头</translation>
    </message>
    <message>
        <source>Every head of some layers</source>
        <translation>若干层的每个头</translation>
    </message>
    <message>
        <source>Every head</source>
        <translation>每个头</translation>
    </message>
    <message>
        <source>Wh&amp;ere</source>
        <translation>位置(&amp;E)</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>to</source>
        <translation>到</translation>
    </message>
    <message>
        <source>Write the other text.</source>
        <translation>请写另一文本。</translation>
    </message>
    <message>
        <source>Choose, or type words of the text, numbers and ranges: Darcy, 3, 5-7</source>
        <translation>选择，或输入文本中的词、数字和范围：Darcy, 3, 5-7</translation>
    </message>
    <message>
        <source>&amp;Attention</source>
        <translation>注意力(&amp;A)</translation>
    </message>
    <message>
        <source>“%1” is no token of the text.</source>
        <translation>“%1”不是文本中的词元。</translation>
    </message>
    <message>
        <source>Layer %1 of the encoder</source>
        <translation>编码器第 %1 层</translation>
    </message>
    <message>
        <source>Layer %1</source>
        <translation>第 %1 层</translation>
    </message>
    <message>
        <source>&amp;Layer</source>
        <translation>层(&amp;L)</translation>
    </message>
    <message>
        <source>E&amp;xpert</source>
        <translation>专家(&amp;X)</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Force</source>
        <translation>强制</translation>
    </message>
    <message>
        <source>%1 (selected)</source>
        <translation>%1（已选）</translation>
    </message>
    <message>
        <source>%1 (current panel)</source>
        <translation>%1（当前面板）</translation>
    </message>
    <message>
        <source>Every token</source>
        <translation>所有词元</translation>
    </message>
    <message>
        <source>Residual stream before the layer</source>
        <translation>该层之前的残差流</translation>
    </message>
    <message>
        <source>Attention output</source>
        <translation>注意力输出</translation>
    </message>
    <message>
        <source>Feed-forward output</source>
        <translation>前馈输出</translation>
    </message>
    <message>
        <source>Head output</source>
        <translation>头输出</translation>
    </message>
    <message>
        <source>Queries</source>
        <translation>查询</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>键</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Mean over a text file</source>
        <translation>文本文件的平均值</translation>
    </message>
    <message>
        <source>Random tokens of another text</source>
        <translation>另一文本的随机词元</translation>
    </message>
    <message>
        <source>Same tokens of another text</source>
        <translation>另一文本的相同位置词元</translation>
    </message>
    <message>
        <source>Themselves times a factor</source>
        <translation>自身乘以系数</translation>
    </message>
    <message>
        <source>Write the path of a text file, a text a line.</source>
        <translation>请填写文本文件的路径，每行一段文本。</translation>
    </message>
    <message>
        <source>&amp;Values times</source>
        <translation>值乘以(&amp;V)</translation>
    </message>
</context>
<context>
    <name>headlight::ChangesBadge</name>
    <message>
        <source>Changes to the model</source>
        <translation>对模型的更改</translation>
    </message>
    <message>
        <source>Show the list of changes</source>
        <translation>显示更改列表</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>Show everything without the changes</source>
        <translation>显示没有更改时的一切</translation>
    </message>
    <message>
        <source>After</source>
        <translation>之后</translation>
    </message>
    <message>
        <source>Show everything with the changes</source>
        <translation>显示更改后的一切</translation>
    </message>
    <message>
        <source>1 change</source>
        <translation>1 项更改</translation>
    </message>
    <message>
        <source>%1 changes</source>
        <translation>%1 项更改</translation>
    </message>
    <message>
        <source>, %1 without effect</source>
        <translation>，%1 项无效</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>headlight::ChangesPane</name>
    <message>
        <source>Change what heads do and see how predictions react. Right-click a head or cell, or add a change here.</source>
        <translation>改变头的行为，看模型如何反应。右键点击某个头或单元格，或在此添加。</translation>
    </message>
    <message>
        <source>Changes: Space switches one on or off, F2 edits it, Delete removes it</source>
        <translation>改动：空格开关，F2 编辑，Delete 删除</translation>
    </message>
    <message>
        <source>Change command</source>
        <translation>用语法写的改动</translation>
    </message>
    <message>
        <source>Or type one: ablate 2.1</source>
        <translation>或写：ablate 2.1</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Add a change</source>
        <translation>添加改动</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Edit the marked change</source>
        <translation>编辑所标记的改动</translation>
    </message>
    <message>
        <source>Edit the marked change as a command (F2)</source>
        <translation>以命令形式编辑所标记的更改（F2）</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Remove the marked change</source>
        <translation>删除所标记的改动</translation>
    </message>
    <message>
        <source>Remove the marked change (Delete)</source>
        <translation>删除所标记的改动（Delete）</translation>
    </message>
    <message>
        <source>%1
Not applied: %2</source>
        <translation>%1
不适用：%2</translation>
    </message>
    <message>
        <source>%1
%2</source>
        <translation>%1
%2</translation>
    </message>
    <message>
        <source>%1, switched off</source>
        <translation>%1，已关闭</translation>
    </message>
    <message>
        <source>&amp;Toggle head</source>
        <translation>关闭或开启所选的头(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Write a change</source>
        <translation>写一项改动(&amp;W)</translation>
    </message>
    <message>
        <source>Show &amp;before or after</source>
        <translation>显示之前或之后(&amp;B)</translation>
    </message>
    <message>
        <source>Show the &amp;difference</source>
        <translation>显示差异(&amp;D)</translation>
    </message>
    <message>
        <source>ablate, mask, patch, scale, steer, temperature, uniform, cap, dropout, expert; separated by “;”</source>
        <translation>ablate、mask、patch、scale、steer、temperature、uniform、cap、dropout、expert；用“;”分隔</translation>
    </message>
    <message>
        <source>Steer by texts…</source>
        <translation>用文本引导…</translation>
    </message>
    <message>
        <source>Steering vector: a direction from two sets of texts</source>
        <translation>引导向量：由两组文本得到的方向</translation>
    </message>
</context>
<context>
    <name>headlight::ChartWindow</name>
    <message>
        <source>St&amp;op</source>
        <translation>停止(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Measure</source>
        <translation>测量(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>导出(&amp;E)…</translation>
    </message>
</context>
<context>
    <name>headlight::CircuitsWindow</name>
    <message>
        <source>Circuits</source>
        <translation>电路</translation>
    </message>
    <message>
        <source>Cop&amp;y as command</source>
        <translation>复制为命令(&amp;Y)</translation>
    </message>
    <message>
        <source>Copy the command line that draws this picture</source>
        <translation>复制绘制此图的命令行</translation>
    </message>
    <message>
        <source>The command is on the clipboard.</source>
        <translation>命令已在剪贴板中。</translation>
    </message>
    <message>
        <source>Findings about the prediction; arrow keys move, Return opens</source>
        <translation>关于预测的发现；方向键移动，回车打开</translation>
    </message>
    <message>
        <source>Progress of the measurement</source>
        <translation>测量进度</translation>
    </message>
    <message>
        <source>&amp;Question</source>
        <translation>问题(&amp;Q)</translation>
    </message>
    <message>
        <source>S&amp;hown</source>
        <translation>显示(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;At token</source>
        <translation>所在词元(&amp;A)</translation>
    </message>
    <message>
        <source>The token at which the prediction is read</source>
        <translation>读取预测的词元</translation>
    </message>
    <message>
        <source>&amp;Prediction</source>
        <translation>答案(&amp;P)</translation>
    </message>
    <message>
        <source>The token or class that is watched: a likely one, or any that you type</source>
        <translation>所观察的词元或类别：可能的一个，或您输入的任意一个</translation>
    </message>
    <message>
        <source>&amp;less</source>
        <translation>减去(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Key</source>
        <translation>键(&amp;K)</translation>
    </message>
    <message>
        <source>The token that the selected head looks at from that position</source>
        <translation>所选头从该位置所看的词元</translation>
    </message>
    <message>
        <source>E&amp;dges from</source>
        <translation>边的下限(&amp;D)</translation>
    </message>
    <message>
        <source>%1 of the strongest</source>
        <translation>最强者的 %1</translation>
    </message>
    <message>
        <source>the runner-up</source>
        <translation>第二可能的</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>%1   %2</source>
        <translation>%1   %2</translation>
    </message>
    <message>
        <source>No model has run: attention from a file has nothing to ask.</source>
        <translation>没有运行模型：来自文件的注意力无从提问。</translation>
    </message>
    <message>
        <source>This model has no output head, so there is nothing to predict.</source>
        <translation>此模型没有输出头，因此没有可预测的内容。</translation>
    </message>
    <message>
        <source>Running…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>This picture is of another text. Measure again to update.</source>
        <translation>此图属于另一文本。请重新测量以更新。</translation>
    </message>
    <message>
        <source>No model has run.</source>
        <translation>没有运行模型。</translation>
    </message>
    <message>
        <source>The token or class to subtract: what both have in common cancels out</source>
        <translation>要减去的词元或类别：两者的共同部分相互抵消</translation>
    </message>
    <message>
        <source>the most likely</source>
        <translation>最可能的</translation>
    </message>
    <message>
        <source>the most likely of text B</source>
        <translation>文本 B 中最可能的</translation>
    </message>
    <message>
        <source>The two texts must have equally many tokens: the first has %1, the second %2.</source>
        <translation>两个文本的词元数必须相同：第一个有 %1 个，第二个有 %2 个。</translation>
    </message>
    <message>
        <source>Stopped: the picture shows what had been measured. Measure again for the rest.</source>
        <translation>已停止：图中显示已测得的部分。再次测量以获得其余部分。</translation>
    </message>
    <message>
        <source>&amp;Noise on</source>
        <translation>噪声加在(&amp;N)</translation>
    </message>
    <message>
        <source>The subject to hide: words of the text, numbers or ranges, separated by commas</source>
        <translation>要隐藏的主语：文本中的词、编号或范围，用逗号分隔</translation>
    </message>
    <message>
        <source>This compares two texts of equally many tokens, the second with one thing changed: “Tom Brown …” and “Tom Sawyer …”. Type it as the second text (Compare).</source>
        <translation>此项比较两个词元数相同的文本，第二个只改动一处：“Tom Brown …”和“Tom Sawyer …”。请将其作为第二个文本输入（比较）。</translation>
    </message>
</context>
<context>
    <name>headlight::ColouredTextView</name>
    <message>
        <source>Coloured text</source>
        <translation>着色文本</translation>
    </message>
</context>
<context>
    <name>headlight::CommandPalette</name>
    <message>
        <source>Command palette</source>
        <translation>命令面板</translation>
    </message>
    <message>
        <source>Command, head such as 1.3, token, model, example, guide page or change</source>
        <translation>命令、头（如 1.3）、词元、模型、示例、指南页面或更改</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Matches</source>
        <translation>匹配项</translation>
    </message>
    <message>
        <source>No match</source>
        <translation>无匹配项</translation>
    </message>
</context>
<context>
    <name>headlight::ComparisonPane</name>
    <message>
        <source>Most different rows</source>
        <translation>差异最大的行</translation>
    </message>
    <message>
        <source>Jensen–Shannon divergence of each row, in nats; at most 0.6931</source>
        <translation>每行的 Jensen–Shannon 散度（nat），最大 0.6931</translation>
    </message>
    <message>
        <source>Rows that differ most, with their divergence in nats</source>
        <translation>差异最大的行及其散度（nat）</translation>
    </message>
    <message>
        <source>Head comparison progress</source>
        <translation>比较所有头的进度</translation>
    </message>
    <message>
        <source>Heads with their divergence in nats</source>
        <translation>各头及其散度（nat）</translation>
    </message>
    <message>
        <source>Compare with another text (Ctrl+B) or another model, or subtract a head in a panel&apos;s menu.</source>
        <translation>与另一文本（Ctrl+B）或另一模型比较，或在面板菜单中减去一个头。</translation>
    </message>
    <message>
        <source>Running…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>Most similar heads</source>
        <translation>与此头最相似的头</translation>
    </message>
    <message>
        <source>Most different heads</source>
        <translation>差异最大的头</translation>
    </message>
    <message>
        <source>Jensen–Shannon divergence, mean over rows, in nats</source>
        <translation>Jensen–Shannon 散度，各行均值（nat）</translation>
    </message>
    <message>
        <source>Jensen–Shannon</source>
        <translation>Jensen–Shannon</translation>
    </message>
    <message>
        <source>%1 nats</source>
        <translation>%1 nat</translation>
    </message>
    <message>
        <source>% of maximum</source>
        <translation>占最大可能值</translation>
    </message>
    <message>
        <source>Correlation</source>
        <translation>相关性</translation>
    </message>
    <message>
        <source>Largest difference</source>
        <translation>最大差异</translation>
    </message>
</context>
<context>
    <name>headlight::ContactsWindow</name>
    <message>
        <source>Contacts</source>
        <translation>接触</translation>
    </message>
    <message>
        <source>Predicted contacts of residues; arrow keys move</source>
        <translation>预测的残基接触；方向键移动</translation>
    </message>
    <message>
        <source>Contacts progress</source>
        <translation>接触计算进度</translation>
    </message>
    <message>
        <source>This model predicts no contacts. Open a protein model with a contact head, such as ESM-2.</source>
        <translation>该模型不预测接触。请打开带有接触头的蛋白质模型，例如 ESM-2。</translation>
    </message>
</context>
<context>
    <name>headlight::ConversationEditor</name>
    <message>
        <source>Turns of the conversation</source>
        <translation>对话的轮次</translation>
    </message>
    <message>
        <source>Add turn</source>
        <translation>添加轮次</translation>
    </message>
    <message>
        <source>Add a turn at the end</source>
        <translation>在末尾添加一个轮次</translation>
    </message>
    <message>
        <source>System prompt</source>
        <translation>系统提示</translation>
    </message>
    <message>
        <source>Add a system prompt</source>
        <translation>添加系统提示</translation>
    </message>
    <message>
        <source>Add a first turn that tells the model how to behave</source>
        <translation>添加首个轮次，告诉模型如何表现</translation>
    </message>
    <message>
        <source>End of the conversation</source>
        <translation>对话的结尾</translation>
    </message>
    <message>
        <source>Where the model stops reading, and goes on when it generates</source>
        <translation>模型在此停止阅读，生成时从此继续</translation>
    </message>
    <message>
        <source>end after last turn</source>
        <translation>在最后一轮后结束</translation>
    </message>
    <message>
        <source>begin the answer</source>
        <translation>开始回答</translation>
    </message>
    <message>
        <source>continue last turn</source>
        <translation>继续最后一轮</translation>
    </message>
</context>
<context>
    <name>headlight::CorpusWindow</name>
    <message>
        <source>Over many texts</source>
        <translation>多个文本</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>保存(&amp;S)…</translation>
    </message>
    <message>
        <source>Every head over all texts; arrow keys move, Return selects</source>
        <translation>每个头在所有文本上的表现;方向键移动,回车选择</translation>
    </message>
    <message>
        <source>Progress over many texts</source>
        <translation>多个文本的进度</translation>
    </message>
    <message>
        <source>&amp;Limit</source>
        <translation>上限(&amp;L)</translation>
    </message>
    <message>
        <source>scatter</source>
        <translation>散点图</translation>
    </message>
    <message>
        <source>atlas</source>
        <translation>图集</translation>
    </message>
    <message>
        <source>S&amp;how</source>
        <translation>显示(&amp;H)</translation>
    </message>
    <message>
        <source>What one head does over all texts</source>
        <translation>一个头在所有文本上的表现</translation>
    </message>
    <message>
        <source>Texts from the strongest to the weakest; Return opens one</source>
        <translation>从最强到最弱的文本;回车打开一个</translation>
    </message>
    <message>
        <source>Double-click opens the text at this head</source>
        <translation>双击可在此头处打开文本</translation>
    </message>
    <message>
        <source>Measure runs %1 over the first %2 texts of %3 and shows what each head does over all of them.</source>
        <translation>测量会在 %3 的前 %2 个文本上运行 %1,并显示每个头在所有文本上的表现。</translation>
    </message>
    <message>
        <source>Choose texts</source>
        <translation>选择文本</translation>
    </message>
    <message>
        <source>Save statistics</source>
        <translation>保存统计</translation>
    </message>
    <message>
        <source>Statistics of heads (*.headstats)</source>
        <translation>头的统计 (*.headstats)</translation>
    </message>
    <message>
        <source>%1 texts, %2 per second, %3 left</source>
        <translation>%1 个文本,每秒 %2 个,剩余 %3</translation>
    </message>
    <message>
        <source>head card</source>
        <translation>头卡片</translation>
    </message>
    <message>
        <source>differences</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>differences as atlas</source>
        <translation>差异图集</translation>
    </message>
    <message>
        <source>curves</source>
        <translation>曲线</translation>
    </message>
    <message>
        <source>heads by step</source>
        <translation>按步的头</translation>
    </message>
    <message>
        <source>atlas of a step</source>
        <translation>某一步的图集</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>打开(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Texts or statistics…</source>
        <translation>文本或统计(&amp;T)…</translation>
    </message>
    <message>
        <source>Compare &amp;with statistics…</source>
        <translation>与统计比较(&amp;W)…</translation>
    </message>
    <message>
        <source>Choose statistics to compare with</source>
        <translation>选择要比较的统计</translation>
    </message>
    <message>
        <source>&amp;End comparison</source>
        <translation>结束比较(&amp;E)</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Where heads should attend: each gets a score next to the chance level of even attention</source>
        <translation>头应关注之处：每个头得到一个分数，旁边是均匀注意力的随机水平</translation>
    </message>
    <message>
        <source>&amp;Pattern</source>
        <translation>模式(&amp;P)</translation>
    </message>
    <message>
        <source>Metri&amp;c</source>
        <translation>指标(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;against</source>
        <translation>对比(&amp;A)</translation>
    </message>
    <message>
        <source>S&amp;tep</source>
        <translation>步(&amp;T)</translation>
    </message>
    <message>
        <source>Reading statistics…</source>
        <translation>正在读取统计…</translation>
    </message>
    <message>
        <source>Texts and statistics (*.txt *.jsonl *.csv *.tsv *.conllu *.json *.headstats)</source>
        <translation>文本和统计 (*.txt *.jsonl *.csv *.tsv *.conllu *.json *.headstats)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
    <message>
        <source>Table (*.json)</source>
        <translation>表格 (*.json)</translation>
    </message>
    <message>
        <source>%1 steps, %2 to %3</source>
        <translation>%1 步，%2 到 %3</translation>
    </message>
    <message>
        <source>&amp;Checkpoints over training (folder)…</source>
        <translation>训练检查点（文件夹）(&amp;C)…</translation>
    </message>
    <message>
        <source>Choose a folder of statistics or of models</source>
        <translation>选择统计或模型文件夹</translation>
    </message>
    <message>
        <source>Training of %1 (built in)</source>
        <translation>%1 的训练（内置）</translation>
    </message>
    <message>
        <source>Measure runs each step of %1 over the first %2 texts of %3 and shows what its heads become.</source>
        <translation>测量会在 %3 的前 %2 个文本上运行 %1 的每一步，并显示它的头如何变化。</translation>
    </message>
    <message>
        <source>loss without each head</source>
        <translation>去掉每个头的损失</translation>
    </message>
    <message>
        <source>losses as atlas</source>
        <translation>损失图集</translation>
    </message>
    <message>
        <source>attention</source>
        <translation>注意力</translation>
    </message>
    <message>
        <source>ablation, zero</source>
        <translation>消融，置零</translation>
    </message>
    <message>
        <source>ablation, mean</source>
        <translation>消融，取均值</translation>
    </message>
    <message>
        <source>What each head does, or what the prediction loses without it</source>
        <translation>每个头做什么，或去掉它后预测损失什么</translation>
    </message>
    <message>
        <source>M&amp;easured</source>
        <translation>测量内容(&amp;E)</translation>
    </message>
    <message>
        <source>Measure runs %1 over the first %2 texts of %3, once more without each head in turn, and shows what the predictions lose.</source>
        <translation>测量会让 %1 读取 %3 的前 %2 篇文本，再依次去掉每个头各读一遍，并显示预测损失了多少。</translation>
    </message>
    <message>
        <source>A training is measured by the attention of its steps; ablation needs texts and one model.</source>
        <translation>训练过程按其各步的注意力来测量；消融需要文本和一个模型。</translation>
    </message>
    <message>
        <source>Add to &amp;deck</source>
        <translation>加入幻灯片集(&amp;D)</translation>
    </message>
    <message>
        <source>A slide of statistics names their file: save or open them first</source>
        <translation>统计幻灯片会引用其文件：请先保存或打开</translation>
    </message>
    <message>
        <source>This &amp;picture</source>
        <translation>当前图(&amp;P)</translation>
    </message>
    <message>
        <source>Head &amp;card</source>
        <translation>头卡片(&amp;C)</translation>
    </message>
    <message>
        <source>Running the first texts…</source>
        <translation>正在运行前几个文本…</translation>
    </message>
    <message>
        <source>Ablation: %1</source>
        <translation>消融：%1</translation>
    </message>
    <message>
        <source>Attention: %1; ablation follows</source>
        <translation>注意力：%1；随后进行消融</translation>
    </message>
    <message>
        <source>The ablation is not in this file; save a table to keep it.</source>
        <translation>此文件不包含消融；请保存表格以保留它。</translation>
    </message>
</context>
<context>
    <name>headlight::CostWindow</name>
    <message>
        <source>Cost</source>
        <translation>开销</translation>
    </message>
    <message>
        <source>Cost by text length</source>
        <translation>开销随文本长度的变化</translation>
    </message>
    <message>
        <source>&amp;Window size</source>
        <translation>加窗曲线的窗口(&amp;W)</translation>
    </message>
    <message>
        <source> tokens</source>
        <translation> 个词元</translation>
    </message>
</context>
<context>
    <name>headlight::Deck</name>
    <message>
        <source>deck: expected at least one slide, found none</source>
        <translation>幻灯片集：至少应有一张幻灯片，实为空</translation>
    </message>
    <message>
        <source>deck: expected a text in the main window, found none</source>
        <translation>幻灯片集：主窗口中应有文本，但没有找到</translation>
    </message>
</context>
<context>
    <name>headlight::DeckWindow</name>
    <message>
        <source>Deck</source>
        <translation>幻灯片集</translation>
    </message>
    <message>
        <source>Slides</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>No slides yet. Press Ctrl+D to add the current panel.</source>
        <translation>这里还没有内容。探索时按 Ctrl+D 可加入当前面板。</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Move up (Alt+Up)</source>
        <translation>在幻灯片集中前移（Alt+上）</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Move down (Alt+Down)</source>
        <translation>在幻灯片集中后移（Alt+下）</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Remove from deck (Undo restores)</source>
        <translation>从幻灯片集中移除；可撤销</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Slide title</source>
        <translation>页面标题</translation>
    </message>
    <message>
        <source>Say what the slide shows</source>
        <translation>一句话说明所见</translation>
    </message>
    <message>
        <source>Slide text</source>
        <translation>页面说明</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
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
        <translation>网页</translation>
    </message>
    <message>
        <source>Aspect ratio</source>
        <translation>页面比例</translation>
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
        <translation>主题</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Include texts and session</source>
        <translation>包含文本与会话</translation>
    </message>
    <message>
        <source>Turn off for confidential work: tokens become numbers, no texts are stored</source>
        <translation>涉密工作请关闭：以数字代替词元，文件中不含文本</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Export deck</source>
        <translation>导出幻灯片集</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>浏览…</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>无标题</translation>
    </message>
    <message>
        <source>Open in window</source>
        <translation>在窗口中打开</translation>
    </message>
    <message>
        <source>Show this slide in the main window (Return)</source>
        <translation>在主窗口中显示此幻灯片（回车）</translation>
    </message>
    <message>
        <source>Present…</source>
        <translation>演示…</translation>
    </message>
    <message>
        <source>The pages on one screen, notes and the next page on the other (F5)</source>
        <translation>一个屏幕显示页面，另一个显示备注和下一页 (F5)</translation>
    </message>
    <message>
        <source>Hypothesis</source>
        <translation>假设</translation>
    </message>
    <message>
        <source>Doubt</source>
        <translation>疑问</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Kind of note</source>
        <translation>笔记类型</translation>
    </message>
    <message>
        <source>What the slide is in a notebook: the word begins its text</source>
        <translation>幻灯片在笔记中的角色：该词位于其文本开头</translation>
    </message>
    <message>
        <source>Slide</source>
        <translation>幻灯片</translation>
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
        <translation>两个模型</translation>
    </message>
    <message>
        <source>Differences of two models; arrow keys move</source>
        <translation>两个模型的差异；方向键移动</translation>
    </message>
    <message>
        <source>Comparison progress</source>
        <translation>比较进度</translation>
    </message>
    <message>
        <source>Tensor</source>
        <translation>张量</translation>
    </message>
    <message>
        <source>In the finer file</source>
        <translation>在较精细的文件中</translation>
    </message>
    <message>
        <source>Data type, finer</source>
        <translation>数值格式（较精细）</translation>
    </message>
    <message>
        <source>Data type, other</source>
        <translation>数值格式（另一个）</translation>
    </message>
    <message>
        <source>Relative error</source>
        <translation>相对误差</translation>
    </message>
    <message>
        <source>Largest difference</source>
        <translation>最大差异</translation>
    </message>
    <message>
        <source>All tensors with their errors</source>
        <translation>所有张量及其误差</translation>
    </message>
    <message>
        <source>Open a second file of the model with File → Compare with another model: another quantisation, or what was fine-tuned of it.</source>
        <translation>通过“文件 → 与另一模型比较”打开该模型的第二个文件：另一种量化，或由它微调而来的模型。</translation>
    </message>
    <message>
        <source>Running…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>No model has run: attention from a file has no weights.</source>
        <translation>没有运行模型：文件中的注意力没有模型权重。</translation>
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
        <translation>%1，已画</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>headlight::EffectPane</name>
    <message>
        <source>Predictions before and after; select one to track</source>
        <translation>改动前后的答案；选择一个加以观察</translation>
    </message>
    <message>
        <source>Prediction</source>
        <translation>答案</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>After</source>
        <translation>之后</translation>
    </message>
    <message>
        <source>Δ ln p</source>
        <translation>Δ ln p</translation>
    </message>
    <message>
        <source>Change of the log-probability, in nats</source>
        <translation>对数概率的变化（nat）</translation>
    </message>
    <message>
        <source>Which head matters for this word?</source>
        <translation>哪个头对这个词重要？</translation>
    </message>
    <message>
        <source>Switches each head off in turn and shows its effect on the tracked prediction</source>
        <translation>依次关闭每个头，显示其对所观察答案的影响</translation>
    </message>
    <message>
        <source>Ablation progress</source>
        <translation>逐个关闭头的进度</translation>
    </message>
    <message>
        <source>Change in log-probability without each head</source>
        <translation>各头，以及没有它们时答案对数概率的变化</translation>
    </message>
    <message>
        <source>Show as a map…</source>
        <translation>以图显示…</translation>
    </message>
    <message>
        <source>Every head in its place, layer by layer, with zero or mean ablation</source>
        <translation>每个头各就其位，逐层显示，零消融或均值消融</translation>
    </message>
    <message>
        <source>Heads with shifted attention</source>
        <translation>现在看向别处的头</translation>
    </message>
    <message>
        <source>Jensen–Shannon divergence of their attention, mean over rows, in nats</source>
        <translation>其注意力的 Jensen–Shannon 散度，各行均值（nat）</translation>
    </message>
    <message>
        <source>Before/after comparison progress</source>
        <translation>前后比较的进度</translation>
    </message>
    <message>
        <source>Heads with shifted attention and their divergence in nats</source>
        <translation>注意力发生转移的头及其散度（nat）</translation>
    </message>
    <message>
        <source>Show the difference</source>
        <translation>显示差异</translation>
    </message>
    <message>
        <source>With changes, without changes, and the difference</source>
        <translation>有更改、无更改及差异</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Running…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>Prediction for the text</source>
        <translation>模型对文本的判断</translation>
    </message>
    <message>
        <source>Next token after “%1” (%2)</source>
        <translation>“%1”（%2）之后是什么</translation>
    </message>
    <message>
        <source>Prediction for “%1” (%2)</source>
        <translation>“%1”（%2）处应为什么</translation>
    </message>
    <message>
        <source>Class of “%1” (%2)</source>
        <translation>“%1”（%2）是什么</translation>
    </message>
    <message>
        <source>This model has no output head, so it predicts nothing.</source>
        <translation>此模型没有输出头，不作预测。</translation>
    </message>
    <message>
        <source>Pin a token or type a mask token to see a prediction.</source>
        <translation>固定一个词元或写一个掩码，查看模型在那里的预测。</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source> ± %1</source>
        <translation> ± %1</translation>
    </message>
    <message>
        <source>“%1”: %2 before, %3 after</source>
        <translation>“%1”：之前 %2，之后 %3</translation>
    </message>
    <message>
        <source>“%1”: %2 → %3, Δ log-probability %4 nats. </source>
        <translation>“%1”：%2 → %3，对数概率变化 Δ %4 nat。 </translation>
    </message>
    <message>
        <source>Whole prediction: KL divergence %1 nats.</source>
        <translation>所有答案合计：KL 散度 %1 nat。</translation>
    </message>
    <message>
        <source> After: mean of %1 draws ± their standard deviation.</source>
        <translation> 之后：%1 次抽样的均值 ± 标准差。</translation>
    </message>
    <message>
        <source>No head shifts its attention</source>
        <translation>没有头转移注意力</translation>
    </message>
    <message>
        <source>Δ log-probability of “%1” without each head, in nats; largest first</source>
        <translation>没有各个头时“%1”的对数概率变化 Δ(nat)，由大到小</translation>
    </message>
    <message>
        <source>No single head changes the log-probability of “%1”</source>
        <translation>没有任何单独的头改变“%1”的对数概率</translation>
    </message>
    <message>
        <source>Head %1</source>
        <translation>头 %1</translation>
    </message>
</context>
<context>
    <name>headlight::ExpertsView</name>
    <message>
        <source>Experts of each token; arrow keys move, Return stresses the expert</source>
        <translation>每个词元的专家；方向键移动，回车突出显示专家</translation>
    </message>
</context>
<context>
    <name>headlight::ExpertsWindow</name>
    <message>
        <source>Experts</source>
        <translation>专家</translation>
    </message>
    <message>
        <source>layers and tokens</source>
        <translation>层与词元</translation>
    </message>
    <message>
        <source>load</source>
        <translation>负载</translation>
    </message>
    <message>
        <source>text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>S&amp;hown</source>
        <translation>显示(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Layer</source>
        <translation>层(&amp;L)</translation>
    </message>
    <message>
        <source>E&amp;xpert</source>
        <translation>专家(&amp;X)</translation>
    </message>
    <message>
        <source>Switch &amp;off</source>
        <translation>关闭(&amp;O)</translation>
    </message>
    <message>
        <source>Adds a change: the router may not choose this expert</source>
        <translation>添加一项更改：路由器不得选择该专家</translation>
    </message>
    <message>
        <source>&amp;Force</source>
        <translation>强制(&amp;F)</translation>
    </message>
    <message>
        <source>Adds a change: the router must choose this expert</source>
        <translation>添加一项更改：路由器必须选择该专家</translation>
    </message>
    <message>
        <source>Experts of each token; arrow keys move, Return chooses the expert</source>
        <translation>每个词元的专家；方向键移动，回车选择专家</translation>
    </message>
    <message>
        <source>This model has no experts. Open a mixture of experts, such as Mixtral or Qwen3-MoE.</source>
        <translation>该模型没有专家。请打开混合专家模型，例如 Mixtral 或 Qwen3-MoE。</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
</context>
<context>
    <name>headlight::ExportDialog</name>
    <message>
        <source>Export figure</source>
        <translation>导出图</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>F&amp;ile</source>
        <translation>文件(&amp;I)</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>浏览…</translation>
    </message>
    <message>
        <source>PNG (raster)</source>
        <translation>PNG，像素</translation>
    </message>
    <message>
        <source>SVG (vector)</source>
        <translation>SVG，矢量</translation>
    </message>
    <message>
        <source>PDF (vector)</source>
        <translation>PDF，矢量</translation>
    </message>
    <message>
        <source>PowerPoint, editable shapes</source>
        <translation>PowerPoint，可编辑形状</translation>
    </message>
    <message>
        <source>Web page, one file</source>
        <translation>网页，单个文件</translation>
    </message>
    <message>
        <source>Custom size</source>
        <translation>自定尺寸</translation>
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
        <translation>宽度（像素）</translation>
    </message>
    <message>
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <source>Height in pixels</source>
        <translation>高度（像素）</translation>
    </message>
    <message>
        <source>Pixels per inch</source>
        <translation>每英寸像素</translation>
    </message>
    <message>
        <source> dpi</source>
        <translation> dpi</translation>
    </message>
    <message>
        <source>More pixels per inch make text and lines larger in pixels</source>
        <translation>每英寸像素越多，文字和线条的像素越大</translation>
    </message>
    <message>
        <source>&amp;Size</source>
        <translation>尺寸(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Slide</source>
        <translation>幻灯片(&amp;S)</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>图</translation>
    </message>
    <message>
        <source>&amp;What</source>
        <translation>内容(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>格式(&amp;F)</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>As in the window</source>
        <translation>与窗口一致</translation>
    </message>
    <message>
        <source>Default font</source>
        <translation>常用字体</translation>
    </message>
    <message>
        <source>Size of labels in points</source>
        <translation>标签字号（磅）</translation>
    </message>
    <message>
        <source> pt</source>
        <translation> 磅</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自适应</translation>
    </message>
    <message>
        <source>Size of labels; 0 fits them to the figure</source>
        <translation>标签字号；0 表示随图的大小而定</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>右侧</translation>
    </message>
    <message>
        <source>Below</source>
        <translation>下方</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>主题(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>颜色(&amp;C)</translation>
    </message>
    <message>
        <source>Te&amp;xt</source>
        <translation>文字(&amp;X)</translation>
    </message>
    <message>
        <source>&amp;Legend</source>
        <translation>图例(&amp;L)</translation>
    </message>
    <message>
        <source>T&amp;itle</source>
        <translation>标题(&amp;I)</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>C&amp;aption</source>
        <translation>说明(&amp;A)</translation>
    </message>
    <message>
        <source>Model, text and how to read the colours</source>
        <translation>模型、文本以及颜色的读法</translation>
    </message>
    <message>
        <source>Your own sentence</source>
        <translation>自定的一句话</translation>
    </message>
    <message>
        <source>&amp;Numbers in cells</source>
        <translation>单元格中的数字(&amp;N)</translation>
    </message>
    <message>
        <source>Percentages in the cells of a heatmap, when they fit</source>
        <translation>空间足够时在热力图单元格中显示百分比</translation>
    </message>
    <message>
        <source>Transparent &amp;background</source>
        <translation>透明背景(&amp;B)</translation>
    </message>
    <message>
        <source>Includ&amp;e text and session</source>
        <translation>在文件中保留文本与会话(&amp;E)</translation>
    </message>
    <message>
        <source>Turn off for confidential work: tokens become numbers, no text is stored</source>
        <translation>涉密工作请关闭：以数字代替词元，文件中不含文本</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Callouts</source>
        <translation>标注</translation>
    </message>
    <message>
        <source>Click a cell or token to add a callout, or use arrow keys and Return.</source>
        <translation>点击图中的单元格或词元加以标记，或用方向键移到那里按回车。</translation>
    </message>
    <message>
        <source>Remove the mark: %1</source>
        <translation>删除标记：%1</translation>
    </message>
    <message>
        <source>Title and caption become text of the slide.</source>
        <translation>标题和说明是幻灯片的文本。</translation>
    </message>
    <message>
        <source>%1 × %2 inches</source>
        <translation>%1 × %2 英寸</translation>
    </message>
    <message>
        <source>Drop the file on Headlight to restore this session.</source>
        <translation>把文件拖到 Headlight 上即可重新打开此会话。</translation>
    </message>
    <message>
        <source>Tokens are numbered. The file contains no session.</source>
        <translation>词元以数字代替。此文件不含会话。</translation>
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
        <translation>网页 (*.html)</translation>
    </message>
    <message>
        <source>How the figure is exported</source>
        <translation>图如何导出</translation>
    </message>
    <message>
        <source>Visible part</source>
        <translation>可见部分</translation>
    </message>
    <message>
        <source>Whole map</source>
        <translation>整张图</translation>
    </message>
    <message>
        <source>The map is zoomed: export the visible part or all of it</source>
        <translation>图已放大：导出可见部分或全部</translation>
    </message>
    <message>
        <source>&amp;Part</source>
        <translation>部分(&amp;P)</translation>
    </message>
    <message>
        <source>Sentence below the title</source>
        <translation>标题下方的句子</translation>
    </message>
</context>
<context>
    <name>headlight::FigureCanvas</name>
    <message>
        <source>No picture yet</source>
        <translation>尚无图像</translation>
    </message>
</context>
<context>
    <name>headlight::FigureCommands</name>
    <message>
        <source>&amp;Export figure…</source>
        <translation>导出图(&amp;E)…</translation>
    </message>
    <message>
        <source>Add to &amp;deck</source>
        <translation>加入幻灯片集(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Copy figure</source>
        <translation>复制图(&amp;C)</translation>
    </message>
    <message>
        <source>Copy figure (outside a text field)</source>
        <translation>复制图（不在文本框内时）</translation>
    </message>
    <message>
        <source>Copy &amp;numbers</source>
        <translation>复制数字(&amp;N)</translation>
    </message>
    <message>
        <source>Copy numbers as a table for spreadsheets</source>
        <translation>将数值复制为电子表格用的表</translation>
    </message>
    <message>
        <source>Saved to %1</source>
        <translation>已写入 %1</translation>
    </message>
    <message>
        <source>Open file</source>
        <translation>打开文件</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <source>Copied as picture and as vectors</source>
        <translation>已复制为图片与矢量</translation>
    </message>
    <message>
        <source>Heatmap too large to copy. Export it instead.</source>
        <translation>图太大，无法放入剪贴板。</translation>
    </message>
    <message>
        <source>Copied as a table</source>
        <translation>已复制为表格</translation>
    </message>
    <message>
        <source>Added as slide %1</source>
        <translation>幻灯片集第 %1 页</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>打印(&amp;P)…</translation>
    </message>
    <message>
        <source>Print current panel</source>
        <translation>打印当前面板</translation>
    </message>
    <message>
        <source>Copy &amp;as command</source>
        <translation>复制为命令(&amp;A)</translation>
    </message>
    <message>
        <source>Copy the command line that draws the current panel</source>
        <translation>复制绘制当前面板的命令行</translation>
    </message>
    <message>
        <source>Copied as a command</source>
        <translation>已复制为命令</translation>
    </message>
    <message>
        <source>E&amp;xport animation…</source>
        <translation>导出动画(&amp;X)…</translation>
    </message>
    <message>
        <source>This panel shows all heads and there is no model: there is nothing to animate.</source>
        <translation>此面板显示所有头且没有模型：没有可制作动画的内容。</translation>
    </message>
</context>
<context>
    <name>headlight::FindBar</name>
    <message>
        <source>Find in the tokens</source>
        <translation>在词元中查找</translation>
    </message>
    <message>
        <source>Find text or token #12</source>
        <translation>查找词语，或用 #12 找词元</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Long-range link</source>
        <translation>最强的远距离连接</translation>
    </message>
    <message>
        <source>Least distance in tokens</source>
        <translation>最小距离（词元）</translation>
    </message>
    <message>
        <source>≥ </source>
        <translation>≥ </translation>
    </message>
    <message>
        <source> tokens apart</source>
        <translation> 个词元以上</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>关闭（Esc）</translation>
    </message>
    <message>
        <source>Looking… %1</source>
        <translation>正在查找… %1</translation>
    </message>
    <message>
        <source>Not in the text</source>
        <translation>文本中没有</translation>
    </message>
    <message>
        <source>This head has no link between tokens so far apart.</source>
        <translation>此头在如此远的词元之间没有连接。</translation>
    </message>
    <message>
        <source>%1 of %2: “%3” → “%4”, %5, %6 apart</source>
        <translation>%1 / %2：“%3” → “%4”，%5，相距 %6</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>&amp;Find…</source>
        <translation>查找(&amp;F)…</translation>
    </message>
    <message>
        <source>Find ne&amp;xt</source>
        <translation>查找下一处(&amp;X)</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>下一处</translation>
    </message>
    <message>
        <source>Find pre&amp;vious</source>
        <translation>查找上一处(&amp;B)</translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation>上一处</translation>
    </message>
    <message>
        <source>Next long-range &amp;link</source>
        <translation>最强的远距离连接(&amp;L)</translation>
    </message>
    <message>
        <source>Next strongest link between distant tokens in this head</source>
        <translation>转到当前面板的头中远距离词元间最强的连接，每按一次转到下一个</translation>
    </message>
</context>
<context>
    <name>headlight::FindWindow</name>
    <message>
        <source>Find heads by drawing</source>
        <translation>用绘制查找头</translation>
    </message>
    <message>
        <source>Patterns that describe the drawn cells, the best first; their other cells are outlined</source>
        <translation>描述所画单元格的模式，最佳在前；其余单元格加框</translation>
    </message>
    <message>
        <source>As &amp;pattern</source>
        <translation>作为模式(&amp;P)</translation>
    </message>
    <message>
        <source>Over &amp;many texts…</source>
        <translation>在多个文本上(&amp;M)…</translation>
    </message>
    <message>
        <source>Ranks all heads by this pattern over many texts</source>
        <translation>按此模式在多个文本上为所有头排名</translation>
    </message>
    <message>
        <source>&amp;Clear</source>
        <translation>清除(&amp;C)</translation>
    </message>
    <message>
        <source>Heads by their attention on the drawn cells; arrow keys move, Return selects</source>
        <translation>按在所画单元格上的注意力排列的头；方向键移动，回车选择</translation>
    </message>
    <message>
        <source>Search progress</source>
        <translation>查找进度</translation>
    </message>
    <message>
        <source>Cells to draw: rows attend, columns are attended to; arrow keys move, Space draws, Delete clears</source>
        <translation>可绘制的单元格：行去关注，列被关注；方向键移动，空格绘制，Delete 清除</translation>
    </message>
    <message>
        <source>Cells can be drawn for up to %1 tokens; the text has %2.</source>
        <translation>最多可为 %1 个词元绘制单元格；此文本有 %2 个。</translation>
    </message>
    <message>
        <source>Cells are drawn where a text attends to itself.</source>
        <translation>单元格只能画在文本关注自身之处。</translation>
    </message>
    <message>
        <source>Draw cells with the pointer: rows attend, columns are attended to. Colours: %1.</source>
        <translation>用指针绘制单元格：行去关注，列被关注。颜色：%1。</translation>
    </message>
    <message>
        <source>No row can be scored: all that it sees is drawn, or its token is a sink.</source>
        <translation>没有行可评分：它能看到的都已画上，或它位于汇聚点上。</translation>
    </message>
    <message>
        <source>%1: %2 of the drawn rows’ cells, %3 in the text</source>
        <translation>%1：这些行的单元格吻合 %2，全文 %3 个</translation>
    </message>
    <message>
        <source>these places in every text</source>
        <translation>每个文本中的这些位置</translation>
    </message>
    <message>
        <source>Heads by drawing</source>
        <translation>按绘制的头</translation>
    </message>
    <message>
        <source>Filled: the drawn cells. Dashed: the other cells of the pattern.</source>
        <translation>实心：所画的单元格。虚线：该模式的其他单元格。</translation>
    </message>
</context>
<context>
    <name>headlight::FlowView</name>
    <message>
        <source>Token flow</source>
        <translation>词元流</translation>
    </message>
</context>
<context>
    <name>headlight::GenerationBar</name>
    <message>
        <source>Continue text</source>
        <translation>续写</translation>
    </message>
    <message>
        <source>Maximum new tokens</source>
        <translation>至多这么多词元</translation>
    </message>
    <message>
        <source> tokens</source>
        <translation> 个词元</translation>
    </message>
    <message>
        <source>Decoding method</source>
        <translation>如何选择下一个词元</translation>
    </message>
    <message>
        <source>greedy</source>
        <translation>每次取最可能的</translation>
    </message>
    <message>
        <source>sampling</source>
        <translation>随机抽取</translation>
    </message>
    <message>
        <source>beam search</source>
        <translation>束搜索</translation>
    </message>
    <message>
        <source>temperature </source>
        <translation>温度 </translation>
    </message>
    <message>
        <source>Above 1 evens the chances out, below 1 sharpens them</source>
        <translation>大于 1 使机会更均匀，小于 1 更尖锐</translation>
    </message>
    <message>
        <source>top-k </source>
        <translation>top-k </translation>
    </message>
    <message>
        <source>Sample from the k most likely tokens; 0 = all</source>
        <translation>只取最可能的这么多词元；0 为全部</translation>
    </message>
    <message>
        <source>top-p </source>
        <translation>top-p </translation>
    </message>
    <message>
        <source>Sample from the most likely tokens up to this total probability</source>
        <translation>只取合计达到此概率的最可能词元</translation>
    </message>
    <message>
        <source>seed </source>
        <translation>种子 </translation>
    </message>
    <message>
        <source>Same seed, same tokens</source>
        <translation>相同的种子抽出相同的词元</translation>
    </message>
    <message>
        <source>beams </source>
        <translation>束 </translation>
    </message>
    <message>
        <source>Candidate texts kept at each step</source>
        <translation>同时保留多少个开头</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步</translation>
    </message>
    <message>
        <source>Previous step</source>
        <translation>上一步</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Alternatives</source>
        <translation>这里还可能是什么</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>This model cannot continue text.</source>
        <translation>此模型不预测下一个词元。</translation>
    </message>
    <message>
        <source>Generating…</source>
        <translation>正在写…</translation>
    </message>
    <message>
        <source>Step %1 of %2: “%3”, %4</source>
        <translation>第 %1 步，共 %2 步：“%3”，%4</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1,%2</translation>
    </message>
    <message>
        <source>Continue from this token</source>
        <translation>改用此词元让模型继续</translation>
    </message>
    <message>
        <source>Cont&amp;inue text</source>
        <translation>续写(&amp;W)</translation>
    </message>
    <message>
        <source>Continue the text token by token; again to stop</source>
        <translation>让模型逐个词元续写；再按则停止</translation>
    </message>
    <message>
        <source>Generation &amp;steps</source>
        <translation>续写的步骤(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Keep as text</source>
        <translation>保留为文本(&amp;K)</translation>
    </message>
    <message>
        <source>Take the generated tokens into the text</source>
        <translation>将生成的词元并入文本</translation>
    </message>
</context>
<context>
    <name>headlight::GuideBrowser</name>
    <message>
        <source>Page of the guide</source>
        <translation>指南页面</translation>
    </message>
</context>
<context>
    <name>headlight::GuideWindow</name>
    <message>
        <source>Guide</source>
        <translation>指南</translation>
    </message>
    <message>
        <source>Pages of the guide</source>
        <translation>指南的页面</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>上一步(&amp;B)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>headlight::HandsOnTour</name>
    <message>
        <source>Tour: two minutes, hands on</source>
        <translation>导览：两分钟，动手操作</translation>
    </message>
    <message>
        <source>Try it: each step ticks itself</source>
        <translation>试一试：每完成一步会自动打勾</translation>
    </message>
    <message>
        <source>Done: %1</source>
        <translation>已完成：%1</translation>
    </message>
    <message>
        <source>To do: %1</source>
        <translation>待完成：%1</translation>
    </message>
    <message>
        <source>That is all you need. F1 opens the guide.</source>
        <translation>这些就够了。按 F1 打开指南。</translation>
    </message>
    <message>
        <source>&amp;Done</source>
        <translation>完成(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Later</source>
        <translation>稍后(&amp;L)</translation>
    </message>
</context>
<context>
    <name>headlight::HeadFinder</name>
    <message>
        <source>Filter: 1.* or sink &gt; 0.5</source>
        <translation>筛选:1.* or sink &gt; 0.5</translation>
    </message>
    <message>
        <source>Filter heads</source>
        <translation>筛选头</translation>
    </message>
    <message>
        <source>Heads such as 1.* or *.0 2.3; metrics such as induction &gt; 0.5; label:previous; like:3.1; layer:0-2; joined by and, or, not</source>
        <translation>头,如 1.* 或 *.0 2.3;指标,如 induction &gt; 0.5;label:previous;like:3.1;layer:0-2;用 and、or、not 连接</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>清除筛选</translation>
    </message>
</context>
<context>
    <name>headlight::HeadTableModel</name>
    <message>
        <source>score %1, chance level %2</source>
        <translation>得分 %1，随机水平 %2</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>头</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>标签</translation>
    </message>
</context>
<context>
    <name>headlight::HeadTableWindow</name>
    <message>
        <source>Head table</source>
        <translation>各头的数字</translation>
    </message>
    <message>
        <source>Head table progress</source>
        <translation>测量各头的进度</translation>
    </message>
    <message>
        <source>Heads with labels and metrics; Return opens one</source>
        <translation>各头及其标签和指标；按回车打开</translation>
    </message>
    <message>
        <source>One metric of each head by layer; arrow keys move</source>
        <translation>各头的一项指标（按层）；方向键移动</translation>
    </message>
    <message>
        <source>&amp;Heads</source>
        <translation>头(&amp;H)</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>&amp;Label</source>
        <translation>标签(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Chart</source>
        <translation>图表(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Save table…</source>
        <translation>保存表格(&amp;S)…</translation>
    </message>
    <message>
        <source>Save table</source>
        <translation>保存表格</translation>
    </message>
    <message>
        <source>Tables (*.csv *.json)</source>
        <translation>表格 (*.csv *.json)</translation>
    </message>
</context>
<context>
    <name>headlight::HeatmapView</name>
    <message>
        <source>Heatmap</source>
        <translation>热力图</translation>
    </message>
    <message>
        <source>masked for this query</source>
        <translation>对此查询不可见</translation>
    </message>
    <message>
        <source>Overview; drag to move the view</source>
        <translation>整张图；拖动以移动可见部分</translation>
    </message>
    <message>
        <source>Overview; drag to move the view.
Cached: %1 of at most %2 MB</source>
        <translation>概览；拖动以移动视图。
已缓存：%1，最多 %2 MB</translation>
    </message>
    <message>
        <source>only one side has this token</source>
        <translation>只有一侧有此词元</translation>
    </message>
</context>
<context>
    <name>headlight::HistoryCommands</name>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Undo %1</source>
        <translation>撤销：%1(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo %1</source>
        <translation>重做：%1(&amp;R)</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
</context>
<context>
    <name>headlight::ImageOverlayView</name>
    <message>
        <source>Attention over the image</source>
        <translation>图像上的注意力</translation>
    </message>
</context>
<context>
    <name>headlight::Inspector</name>
    <message>
        <source>Attends to</source>
        <translation>它看</translation>
    </message>
    <message>
        <source>Attended by</source>
        <translation>被谁看</translation>
    </message>
    <message>
        <source>Point at a token to see its links; click to pin it.</source>
        <translation>指向一个词元可查看其连接；点击可固定。</translation>
    </message>
    <message>
        <source>“%1” · token %2</source>
        <translation>“%1” · 词元 %2</translation>
    </message>
    <message>
        <source>First token</source>
        <translation>在首词元上</translation>
    </message>
    <message>
        <source>Special tokens</source>
        <translation>在特殊词元上</translation>
    </message>
    <message>
        <source>Entropy</source>
        <translation>熵</translation>
    </message>
    <message>
        <source>%1 nats</source>
        <translation>%1 nat</translation>
    </message>
    <message>
        <source>Normalised entropy</source>
        <translation>占最大可能值</translation>
    </message>
    <message>
        <source>Mean row maximum</source>
        <translation>最大权重</translation>
    </message>
    <message>
        <source>Every row of this head has missing values</source>
        <translation>该头的每一行都有缺失值</translation>
    </message>
    <message>
        <source>Mean distance</source>
        <translation>距离</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 个词元</translation>
    </message>
    <message>
        <source>Previous token</source>
        <translation>前一个词元</translation>
    </message>
    <message>
        <source>Next token</source>
        <translation>下一个词元</translation>
    </message>
    <message>
        <source>Induction</source>
        <translation>相同词元之后</translation>
    </message>
    <message>
        <source>Coverage of the source</source>
        <translation>源文本的覆盖</translation>
    </message>
    <message>
        <source>Total attention from generated tokens; about 1 = read once</source>
        <translation>所有已写词元对每个词元的注意力之和：读过一次约为 1</translation>
    </message>
    <message>
        <source>“%1” · token %2, as generated</source>
        <translation>“%1” · 词元 %2，写出时</translation>
    </message>
    <message>
        <source>Numbers of the token and the head</source>
        <translation>词元与头的数字</translation>
    </message>
    <message>
        <source>To the system</source>
        <translation>到系统</translation>
    </message>
    <message>
        <source>To the user</source>
        <translation>到用户</translation>
    </message>
    <message>
        <source>To the assistant</source>
        <translation>到助手</translation>
    </message>
    <message>
        <source>To other roles</source>
        <translation>到其他角色</translation>
    </message>
    <message>
        <source>To the chat template</source>
        <translation>到聊天模板</translation>
    </message>
    <message>
        <source>Note of this head</source>
        <translation>此头的备注</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Kept with the session; in no figure</source>
        <translation>随会话保存；不会出现在图中</translation>
    </message>
</context>
<context>
    <name>headlight::LensBar</name>
    <message>
        <source>Remove: %1</source>
        <translation>去掉：%1</translation>
    </message>
    <message>
        <source>Click to remove.</source>
        <translation>点击以去掉。</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>仅权重不小于</translation>
    </message>
    <message>
        <source>Only long-range links</source>
        <translation>仅远距离连接</translation>
    </message>
    <message>
        <source>Top per row</source>
        <translation>仅每行最大的</translation>
    </message>
</context>
<context>
    <name>headlight::LensButton</name>
    <message>
        <source>Lenses</source>
        <translation>透过</translation>
    </message>
    <message>
        <source>Lenses: merge words, remove the sink, …</source>
        <translation>透过镜片看：以词代替词元、去掉汇聚点……</translation>
    </message>
</context>
<context>
    <name>headlight::LensWindow</name>
    <message>
        <source>Logit lens</source>
        <translation>Logit 透镜</translation>
    </message>
    <message>
        <source>The token that heads add to: a likely one, or any that you type</source>
        <translation>各头对哪个词元的 logit 有贡献：可能的词元或任意输入的词元</translation>
    </message>
    <message>
        <source>&amp;Token</source>
        <translation>词元(&amp;T)</translation>
    </message>
    <message>
        <source>Logit lens; arrow keys choose a token and a layer</source>
        <translation>Logit 透镜；方向键选择词元和层</translation>
    </message>
    <message>
        <source>Logit lens progress</source>
        <translation>Logit 透镜进度</translation>
    </message>
    <message>
        <source>No model has run: attention from a file has no hidden states.</source>
        <translation>没有运行模型：文件中的注意力没有隐藏状态。</translation>
    </message>
    <message>
        <source>This model has no output head, so there is nothing to predict.</source>
        <translation>该模型没有输出头，因此没有可预测的内容。</translation>
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
        <translation>连接</translation>
    </message>
</context>
<context>
    <name>headlight::MainMenu</name>
    <message>
        <source>&amp;Compare with another model</source>
        <translation>与另一模型比较(&amp;C)</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>暂无</translation>
    </message>
    <message>
        <source>Clear this list</source>
        <translation>清空此列表</translation>
    </message>
    <message>
        <source>Open model &amp;folder…</source>
        <translation>打开模型文件夹(&amp;F)…</translation>
    </message>
    <message>
        <source>&amp;Stop comparing</source>
        <translation>无其他模型(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>Recent sess&amp;ions</source>
        <translation>最近的会话(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Change</source>
        <translation>更改(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Add a change</source>
        <translation>添加改动(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation>语言(&amp;G)</translation>
    </message>
    <message>
        <source>E&amp;xplain</source>
        <translation>讲解(&amp;X)</translation>
    </message>
    <message>
        <source>Exa&amp;mples</source>
        <translation>示例(&amp;S)</translation>
    </message>
    <message>
        <source>%1   %2, layer %3, head %4</source>
        <translation>%1   %2，第 %3 层，头 %4</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>Unsaved</source>
        <translation>未保存</translation>
    </message>
    <message>
        <source>Delete these</source>
        <translation>删除这些</translation>
    </message>
    <message>
        <source>Histor&amp;y</source>
        <translation>历史记录(&amp;Y)</translation>
    </message>
    <message>
        <source>Mode&amp;ls</source>
        <translation>模型(&amp;L)</translation>
    </message>
    <message>
        <source>Built in</source>
        <translation>内置</translation>
    </message>
    <message>
        <source>Opened before</source>
        <translation>曾打开</translation>
    </message>
    <message>
        <source>Found on this computer</source>
        <translation>在本机找到</translation>
    </message>
    <message>
        <source>Clear the models opened before</source>
        <translation>清除曾打开的模型</translation>
    </message>
    <message>
        <source>%1   (%2)</source>
        <translation>%1   (%2)</translation>
    </message>
    <message>
        <source>Open model f&amp;ile…</source>
        <translation>打开模型文件(&amp;I)…</translation>
    </message>
    <message>
        <source>Layouts</source>
        <translation>布局</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>&amp;Forget layout</source>
        <translation>忘记布局(&amp;F)</translation>
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
        <translation>注意力头</translation>
    </message>
    <message>
        <source>Inspect</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>Opening %1</source>
        <translation>正在打开 %1</translation>
    </message>
    <message>
        <source>Locate folder…</source>
        <translation>选择其文件夹…</translation>
    </message>
    <message>
        <source>Apply softmax</source>
        <translation>应用 softmax</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>Side panel</source>
        <translation>图旁的内容</translation>
    </message>
    <message>
        <source>Type a text</source>
        <translation>输入文本</translation>
    </message>
    <message>
        <source>A real language model on your computer reads it. Every panel updates as you type. Try the Examples menu.</source>
        <translation>本机上真正的语言模型会读取它，下方各图随输入更新。“示例”菜单中有能说明问题的句子。</translation>
    </message>
    <message>
        <source>The tokens</source>
        <translation>词元</translation>
    </message>
    <message>
        <source>The model reads these pieces. Point at one to light up its links everywhere; click to pin it.</source>
        <translation>模型读取的就是这些片段。指向其中一个，它的连接便在各图中亮起；点击可固定。</translation>
    </message>
    <message>
        <source>All heads</source>
        <translation>所有头</translation>
    </message>
    <message>
        <source>Each small map is one attention head. A row attends to a column; stronger colour, more attention. Click one to enlarge it.</source>
        <translation>每张小图是一个注意力头：行在看，列被看，颜色越深注意力越多。点击一张可放大查看。</translation>
    </message>
    <message>
        <source>One head, large</source>
        <translation>放大的一个头</translation>
    </message>
    <message>
        <source>Each panel draws a head differently. Point at a cell for the exact weight. The first token often takes most attention without meaning much: it is hatched and has its own bar.</source>
        <translation>每个面板以自己的方式显示一个头。指向单元格可看精确权重。首词元常占去大部分注意力而意义不大；它以斜线表示并单列一条。</translation>
    </message>
    <message>
        <source>Numbers and export</source>
        <translation>数字，以及带走它们</translation>
    </message>
    <message>
        <source>Strongest links of the pinned token, predictions and head statistics. Ctrl+E exports, F9 walks through the head, F1 opens the guide.</source>
        <translation>这里是所选词元最强的连接、模型的预测以及头的作用。Ctrl+E 导出图，F9 逐步讲解该头，F1 打开指南。</translation>
    </message>
    <message>
        <source>This text is part of the attention file</source>
        <translation>此文本属于注意力文件</translation>
    </message>
    <message>
        <source>No model to change: this file contains only attention.</source>
        <translation>没有可更改的模型：文件只包含注意力</translation>
    </message>
    <message>
        <source>Headlight, private</source>
        <translation>Headlight，私密</translation>
    </message>
    <message>
        <source>%1 contains only attention. Open a model to get predictions or make changes.</source>
        <translation>%1 只包含注意力：这里没有可以询问或更改的模型。</translation>
    </message>
    <message>
        <source>Change (%1)</source>
        <translation>更改 (%1)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>键盘(&amp;K)</translation>
    </message>
    <message>
        <source>Window &amp;tour</source>
        <translation>窗口导览(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;About Headlight</source>
        <translation>关于 Headlight(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Command palette…</source>
        <translation>命令面板(&amp;C)…</translation>
    </message>
    <message>
        <source>Find a command, head, token, model or page by name</source>
        <translation>按名称查找命令、头、词元、模型或页面</translation>
    </message>
    <message>
        <source>Settin&amp;gs…</source>
        <translation>设置(&amp;G)…</translation>
    </message>
    <message>
        <source>Nothing plays from here: the sound has ended, or no program on this computer opens WAV files.</source>
        <translation>此处没有可播放的内容：声音已结束，或者这台计算机上没有能打开 WAV 文件的程序。</translation>
    </message>
    <message>
        <source>Added as slide %1</source>
        <translation>幻灯片集第 %1 页</translation>
    </message>
</context>
<context>
    <name>headlight::MapOverview</name>
    <message>
        <source>Overview</source>
        <translation>总览</translation>
    </message>
    <message>
        <source>Overview; drag to move the view</source>
        <translation>整张图；拖动以移动可见部分</translation>
    </message>
    <message>
        <source>In view: queries from %1% to %2%, keys from %3% to %4%</source>
        <translation>可见：查询 %1% 至 %2%，键 %3% 至 %4%</translation>
    </message>
</context>
<context>
    <name>headlight::MediaBar</name>
    <message>
        <source>Pictures and sound</source>
        <translation>图片和声音</translation>
    </message>
    <message>
        <source>&amp;Replace…</source>
        <translation>替换(&amp;R)…</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>移除(&amp;M)</translation>
    </message>
    <message>
        <source>Open sound…</source>
        <translation>打开声音…</translation>
    </message>
    <message>
        <source>Open a sound, or drop one here</source>
        <translation>打开一段声音，或拖放到此处</translation>
    </message>
    <message>
        <source>Add picture…</source>
        <translation>添加图片…</translation>
    </message>
    <message>
        <source>Open image…</source>
        <translation>打开图像…</translation>
    </message>
    <message>
        <source>Open a picture, or drop or paste one here</source>
        <translation>打开一张图片，或拖放、粘贴到此处</translation>
    </message>
    <message>
        <source>Picture %1: %2</source>
        <translation>图片 %1：%2</translation>
    </message>
    <message>
        <source>Picture %1: %2, %3 × %4 pixels</source>
        <translation>图片 %1：%2，%3 × %4 像素</translation>
    </message>
    <message>
        <source>Move &amp;before the previous one</source>
        <translation>移到前一张之前(&amp;B)</translation>
    </message>
    <message>
        <source>Sound: %1, %2</source>
        <translation>声音：%1，%2</translation>
    </message>
    <message>
        <source>%1, %2, %3 Hz</source>
        <translation>%1，%2，%3 Hz</translation>
    </message>
</context>
<context>
    <name>headlight::MessageBar</name>
    <message>
        <source>Model opening progress</source>
        <translation>打开模型的进度</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>关闭提示</translation>
    </message>
</context>
<context>
    <name>headlight::MethodsWindow</name>
    <message>
        <source>Compare methods</source>
        <translation>方法并列对比</translation>
    </message>
    <message>
        <source>What the token attends to, by method; arrow keys move</source>
        <translation>词元关注什么（按方法）；方向键移动</translation>
    </message>
    <message>
        <source>Methods progress</source>
        <translation>计算各方法的进度</translation>
    </message>
    <message>
        <source>&amp;Slow methods</source>
        <translation>慢速方法(&amp;S)</translation>
    </message>
    <message>
        <source>Value zeroing, hiding each token, integrated gradients</source>
        <translation>值置零、隐藏每个词元、积分梯度</translation>
    </message>
</context>
<context>
    <name>headlight::ModelButton</name>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Current model. Click to open another.</source>
        <translation>读取文本的模型；可在此打开另一个</translation>
    </message>
    <message>
        <source>No model</source>
        <translation>无模型</translation>
    </message>
    <message>
        <source>Model s&amp;heet…</source>
        <translation>模型说明表(&amp;H)…</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1 与 %2</translation>
    </message>
    <message>
        <source>Model: %1</source>
        <translation>模型：%1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1:%2</translation>
    </message>
    <message>
        <source>Model sheet</source>
        <translation>模型说明表</translation>
    </message>
</context>
<context>
    <name>headlight::ModelSheet</name>
    <message>
        <source>Model sheet: %1</source>
        <translation>模型说明表：%1</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>&amp;Tensors…</source>
        <translation>张量(&amp;T)…</translation>
    </message>
    <message>
        <source>Tensors</source>
        <translation>张量</translation>
    </message>
    <message>
        <source>Tensor</source>
        <translation>张量</translation>
    </message>
    <message>
        <source>In the file</source>
        <translation>在文件中</translation>
    </message>
    <message>
        <source>Data type</source>
        <translation>数值格式</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>形状</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>字节</translation>
    </message>
    <message>
        <source>All tensors with their data types</source>
        <translation>所有张量及其数值格式</translation>
    </message>
</context>
<context>
    <name>headlight::NoiseWindow</name>
    <message>
        <source>Noise</source>
        <translation>噪声</translation>
    </message>
    <message>
        <source>Adds noise to the text and measures how much each head attends to it and how far the prediction shifts.</source>
        <translation>在文本中加入噪声并测量每个头：哪些头看它，预测移动多少。</translation>
    </message>
    <message>
        <source>Attention of each head on the noise</source>
        <translation>各头对噪声的注意力</translation>
    </message>
    <message>
        <source>Noisy texts; Return opens one</source>
        <translation>含噪声的文本；按回车打开</translation>
    </message>
    <message>
        <source>Double-click opens a text in the workspace</source>
        <translation>双击可在工作区打开文本</translation>
    </message>
    <message>
        <source>random words</source>
        <translation>随机词</translation>
    </message>
    <message>
        <source>repeated words</source>
        <translation>重复文中的词</translation>
    </message>
    <message>
        <source>custom words</source>
        <translation>自定词</translation>
    </message>
    <message>
        <source>typos</source>
        <translation>错字</translation>
    </message>
    <message>
        <source>shuffled clauses</source>
        <translation>调换分句顺序</translation>
    </message>
    <message>
        <source>&amp;Noise</source>
        <translation>噪声(&amp;N)</translation>
    </message>
    <message>
        <source>words to insert</source>
        <translation>要插入的词</translation>
    </message>
    <message>
        <source>% of the words</source>
        <translation>% 的词</translation>
    </message>
    <message>
        <source>&amp;Amount</source>
        <translation>数量(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Seeds</source>
        <translation>种子数(&amp;S)</translation>
    </message>
    <message>
        <source>Noise test progress</source>
        <translation>测量噪声的进度</translation>
    </message>
    <message>
        <source>%1, %2% of the words</source>
        <translation>%1，%2% 的词</translation>
    </message>
    <message numerus="yes">
        <source>, %n seed(s)</source>
        <translation>
            <numerusform>,%n 个种子</numerusform>
        </translation>
    </message>
    <message>
        <source>Measure reads the text and the %1 texts below, and shows how much each head attends to the noise and how far the prediction shifts; about %2.</source>
        <translation>“测量”会读取原文和下面的 %1 个文本，并显示各头对噪声的注意程度以及预测的偏移；约需 %2。</translation>
    </message>
</context>
<context>
    <name>headlight::OtherTokens</name>
    <message>
        <source>Tokens of the source</source>
        <translation>源文本的词元</translation>
    </message>
    <message>
        <source>Tokens of text B</source>
        <translation>文本 B 的词元</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>源</translation>
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
        <translation>已相减：面板显示权重之差。</translation>
    </message>
    <message>
        <source>%1 heads</source>
        <translation>%1 个头</translation>
    </message>
    <message>
        <source>mean of %1 heads</source>
        <translation>%1 个头的均值</translation>
    </message>
    <message>
        <source>maximum of %1 heads</source>
        <translation>%1 个头的最大值</translation>
    </message>
    <message>
        <source>Layer.head: %1</source>
        <translation>层.头：%1</translation>
    </message>
    <message>
        <source>Mean of %1 heads</source>
        <translation>%1 个头的均值</translation>
    </message>
    <message>
        <source>Maximum of %1 heads</source>
        <translation>%1 个头的最大值</translation>
    </message>
    <message>
        <source>All heads</source>
        <translation>所有头</translation>
    </message>
    <message>
        <source>All layers</source>
        <translation>所有层</translation>
    </message>
    <message>
        <source>Layer %1 · %2</source>
        <translation>第 %1 层 · %2</translation>
    </message>
    <message>
        <source>Layer %1 · all heads</source>
        <translation>第 %1 层 · 所有头</translation>
    </message>
    <message>
        <source>Expert %1</source>
        <translation>专家 %1</translation>
    </message>
    <message>
        <source>Experts of layer %1</source>
        <translation>第 %1 层的专家</translation>
    </message>
    <message>
        <source>Experts</source>
        <translation>专家</translation>
    </message>
    <message>
        <source>Note of this panel</source>
        <translation>此面板的备注</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Kept with the session; in no figure</source>
        <translation>随会话保存；不会出现在图中</translation>
    </message>
</context>
<context>
    <name>headlight::PanelArea</name>
    <message>
        <source>Panels</source>
        <translation>面板</translation>
    </message>
    <message>
        <source>&amp;New panel</source>
        <translation>新建面板(&amp;N)</translation>
    </message>
    <message>
        <source>New panel with this head pinned</source>
        <translation>再开一个保持当前头的面板</translation>
    </message>
    <message>
        <source>&amp;Close panel</source>
        <translation>关闭面板(&amp;C)</translation>
    </message>
    <message>
        <source>Ne&amp;xt panel</source>
        <translation>下一个面板(&amp;X)</translation>
    </message>
    <message>
        <source>&amp;Previous panel</source>
        <translation>上一个面板(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Maximise or restore panel</source>
        <translation>最大化或还原面板(&amp;P)</translation>
    </message>
    <message>
        <source>Maximise panel; Esc restores</source>
        <translation>让面板占满全部空间；Esc 还原</translation>
    </message>
    <message>
        <source>Move panel &amp;back</source>
        <translation>面板前移(&amp;E)</translation>
    </message>
    <message>
        <source>Move panel &amp;forward</source>
        <translation>面板后移(&amp;T)</translation>
    </message>
    <message>
        <source>No&amp;te on this panel</source>
        <translation>此面板的备注(&amp;Q)</translation>
    </message>
    <message>
        <source>A note of your own, kept with the session</source>
        <translation>自己的备注，随会话保存</translation>
    </message>
    <message>
        <source>Panel in its own window</source>
        <translation>面板置于独立窗口</translation>
    </message>
    <message>
        <source>For a second screen; closing it brings it back</source>
        <translation>用于第二块屏幕；关闭窗口即放回</translation>
    </message>
    <message>
        <source>Panel</source>
        <translation>面板</translation>
    </message>
</context>
<context>
    <name>headlight::PanelHeader</name>
    <message>
        <source>Linear</source>
        <translation>线性</translation>
    </message>
    <message>
        <source>Square root</source>
        <translation>平方根</translation>
    </message>
    <message>
        <source>Logarithmic</source>
        <translation>对数</translation>
    </message>
    <message>
        <source>Attends to</source>
        <translation>词元看什么</translation>
    </message>
    <message>
        <source>Attended by</source>
        <translation>谁看词元</translation>
    </message>
    <message>
        <source>Mean of the heads</source>
        <translation>各头的均值</translation>
    </message>
    <message>
        <source>One head</source>
        <translation>一个头</translation>
    </message>
    <message>
        <source>Rollout</source>
        <translation>Rollout</translation>
    </message>
    <message>
        <source>Panel menu</source>
        <translation>关于此面板的一切</translation>
    </message>
    <message>
        <source>Close panel</source>
        <translation>关闭面板</translation>
    </message>
    <message>
        <source>Close this panel</source>
        <translation>关闭此面板</translation>
    </message>
    <message>
        <source>View</source>
        <translation>注意力的画法</translation>
    </message>
    <message>
        <source>Smallest weight drawn, in percent</source>
        <translation>所画的最小权重（百分比）</translation>
    </message>
    <message>
        <source>Weights below this one are not drawn</source>
        <translation>低于此值的权重不画</translation>
    </message>
    <message>
        <source>All heads of the layer</source>
        <translation>该层的所有头</translation>
    </message>
    <message>
        <source>All heads of the layer, each in its own colour</source>
        <translation>该层的所有头，各用一种颜色</translation>
    </message>
    <message>
        <source>Show what attends to the token</source>
        <translation>显示谁看该词元，而非它看什么</translation>
    </message>
    <message>
        <source>Layer shown as</source>
        <translation>用什么代表一层</translation>
    </message>
    <message>
        <source>Colour scale</source>
        <translation>颜色如何随权重变化</translation>
    </message>
    <message>
        <source>Separate sink</source>
        <translation>汇聚点单列</translation>
    </message>
    <message>
        <source>Show attention on first or special tokens as its own bar</source>
        <translation>将首词元或特殊词元上的质量单列为一条</translation>
    </message>
    <message>
        <source>Pin head</source>
        <translation>固定头</translation>
    </message>
    <message>
        <source>Keep this head when you select another</source>
        <translation>在图集中选择别的头时保持此头</translation>
    </message>
    <message>
        <source>Linked</source>
        <translation>已联动</translation>
    </message>
    <message>
        <source>Share cursor, pinned token and zoom with the other panels</source>
        <translation>与其他面板共享光标、固定的词元和缩放</translation>
    </message>
    <message>
        <source>Export figure</source>
        <translation>导出图</translation>
    </message>
    <message>
        <source>Export this picture as a figure file</source>
        <translation>将此图导出为文件</translation>
    </message>
    <message>
        <source>View: %1</source>
        <translation>图的种类：%1</translation>
    </message>
    <message>
        <source>Layer shown as: %1</source>
        <translation>一层为：%1</translation>
    </message>
    <message>
        <source>Colour scale: %1</source>
        <translation>颜色标尺：%1</translation>
    </message>
    <message>
        <source>Zoomed</source>
        <translation>已放大</translation>
    </message>
    <message>
        <source>Zoomed in: show the whole map</source>
        <translation>已放大：显示整张图</translation>
    </message>
    <message>
        <source>Zoomed in. Click, or press 0, to show the whole map.</source>
        <translation>已放大。单击或按 0 显示整张图。</translation>
    </message>
    <message>
        <source>Not the default</source>
        <translation>非默认值</translation>
    </message>
    <message>
        <source>Attention</source>
        <translation>注意力</translation>
    </message>
    <message>
        <source>Layers and tokens</source>
        <translation>层与词元</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>负载</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Experts shown as</source>
        <translation>专家显示方式</translation>
    </message>
    <message>
        <source>Experts shown as: %1</source>
        <translation>专家显示方式：%1</translation>
    </message>
</context>
<context>
    <name>headlight::PanelMenu</name>
    <message>
        <source>text A</source>
        <translation>文本 A</translation>
    </message>
    <message>
        <source>text B</source>
        <translation>文本 B</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1(%2)</translation>
    </message>
    <message>
        <source>with changes</source>
        <translation>有改动</translation>
    </message>
    <message>
        <source>without changes</source>
        <translation>原模型</translation>
    </message>
    <message>
        <source>&amp;View as</source>
        <translation>画法(&amp;D)</translation>
    </message>
    <message>
        <source>Met&amp;hod</source>
        <translation>方法(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Lenses</source>
        <translation>透过镜片(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Show</source>
        <translation>显示(&amp;S)</translation>
    </message>
    <message>
        <source>S&amp;ubtract</source>
        <translation>相减(&amp;U)</translation>
    </message>
    <message>
        <source>Zero</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Pin this panel&apos;s head, select another in the atlas, then subtract it here.</source>
        <translation>先固定此面板的头，在图集中选另一个头，再在此相减。</translation>
    </message>
    <message>
        <source>&amp;Colour scale</source>
        <translation>颜色标尺(&amp;C)</translation>
    </message>
    <message>
        <source>0 to 1, same for all heads</source>
        <translation>到 1，各头相同</translation>
    </message>
    <message>
        <source>Di&amp;rection</source>
        <translation>方向(&amp;R)</translation>
    </message>
    <message>
        <source>La&amp;yer shown as</source>
        <translation>一层为(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;All heads of the layer</source>
        <translation>该层的所有头(&amp;A)</translation>
    </message>
    <message>
        <source>Se&amp;parate sink</source>
        <translation>汇聚点单列(&amp;P)</translation>
    </message>
    <message>
        <source>P&amp;in head</source>
        <translation>固定头(&amp;K)</translation>
    </message>
    <message>
        <source>Li&amp;nked</source>
        <translation>与其他面板联动(&amp;N)</translation>
    </message>
    <message>
        <source>Chan&amp;ge the model</source>
        <translation>更改模型(&amp;G)</translation>
    </message>
    <message>
        <source>R&amp;estore</source>
        <translation>还原(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Maximise</source>
        <translation>最大化(&amp;M)</translation>
    </message>
    <message>
        <source>Move &amp;back</source>
        <translation>前移(&amp;E)</translation>
    </message>
    <message>
        <source>Move &amp;forward</source>
        <translation>后移(&amp;T)</translation>
    </message>
    <message>
        <source>E&amp;xport figure…</source>
        <translation>导出图(&amp;X)…</translation>
    </message>
    <message>
        <source>Close panel</source>
        <translation>关闭面板</translation>
    </message>
    <message>
        <source>A&amp;ttention</source>
        <translation>注意力(&amp;I)</translation>
    </message>
    <message>
        <source>Up to this head&apos;s maximum</source>
        <translation>到该头的最大值</translation>
    </message>
    <message>
        <source>%1, selected in the atlas</source>
        <translation>%1（图集中所选）</translation>
    </message>
    <message>
        <source>Apply this loo&amp;k to all panels</source>
        <translation>将此外观用于所有面板(&amp;Y)</translation>
    </message>
    <message>
        <source>Colour scale, sinks, smallest weight, direction</source>
        <translation>色标、汇、最小权重、方向</translation>
    </message>
    <message>
        <source>Expe&amp;rts shown as</source>
        <translation>专家显示方式(&amp;B)</translation>
    </message>
    <message>
        <source>Show all experts</source>
        <translation>显示所有专家</translation>
    </message>
    <message>
        <source>N&amp;ote</source>
        <translation>备注(&amp;W)</translation>
    </message>
    <message>
        <source>Smooth&amp;ed</source>
        <translation>平滑(&amp;Z)</translation>
    </message>
</context>
<context>
    <name>headlight::PatchWords</name>
    <message>
        <source>Words that attend to the patch</source>
        <translation>关注该图块的词</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>row %1, column %2 of picture %3</source>
        <translation>图片 %3 的第 %1 行第 %2 列</translation>
    </message>
    <message>
        <source>%1 to %2 s</source>
        <translation>%1 到 %2 秒</translation>
    </message>
    <message>
        <source>No word attends to %1 · %2</source>
        <translation>没有词关注 %1 · %2</translation>
    </message>
    <message>
        <source>Attend to %1 · %2:</source>
        <translation>关注 %1 · %2 的词：</translation>
    </message>
    <message>
        <source>“%1”, token %2</source>
        <translation>“%1”，词元 %2</translation>
    </message>
    <message>
        <source>Pin this token</source>
        <translation>固定此词元</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation>%2 上 %1</translation>
    </message>
    <message>
        <source>Play the sound from here</source>
        <translation>从此处播放声音</translation>
    </message>
</context>
<context>
    <name>headlight::PathOpener</name>
    <message>
        <source>Open session</source>
        <translation>打开会话</translation>
    </message>
    <message>
        <source>Headlight sessions (*.headlight)</source>
        <translation>Headlight 会话 (*.headlight)</translation>
    </message>
    <message>
        <source>Open text file</source>
        <translation>打开文本文件</translation>
    </message>
    <message>
        <source>Open model folder</source>
        <translation>打开模型文件夹</translation>
    </message>
    <message>
        <source>Open image</source>
        <translation>打开图像</translation>
    </message>
    <message>
        <source>Images (*.png *.jpg *.jpeg *.bmp *.gif *.webp *.ppm *.svg);;All files (*)</source>
        <translation>图像 (*.png *.jpg *.jpeg *.bmp *.gif *.webp *.ppm *.svg);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Import attention</source>
        <translation>导入注意力</translation>
    </message>
    <message>
        <source>Attention (*.safetensors *.npz *.npy *.pt)</source>
        <translation>注意力 (*.safetensors *.npz *.npy *.pt)</translation>
    </message>
    <message>
        <source>text file: expected an open model, found none; open one first</source>
        <translation>文本文件：需要已打开的模型，尚无；请先打开一个</translation>
    </message>
    <message>
        <source>&amp;Open model folder…</source>
        <translation>打开模型文件夹(&amp;O)…</translation>
    </message>
    <message>
        <source>Open &amp;text file…</source>
        <translation>打开文本文件(&amp;T)…</translation>
    </message>
    <message>
        <source>Import &amp;attention…</source>
        <translation>打开注意力(&amp;A)…</translation>
    </message>
    <message>
        <source>Open i&amp;mage…</source>
        <translation>打开图像(&amp;M)…</translation>
    </message>
    <message>
        <source>Open sessio&amp;n…</source>
        <translation>打开会话(&amp;N)…</translation>
    </message>
    <message>
        <source>Choose a text</source>
        <translation>选择文本</translation>
    </message>
    <message>
        <source>%1 has the attention of %2 texts. Number of the text to open, from 0:</source>
        <translation>%1 含有 %2 个文本的注意力。要打开的文本编号（从 0 起）：</translation>
    </message>
    <message>
        <source>Open model &amp;file…</source>
        <translation>打开模型文件(&amp;F)…</translation>
    </message>
    <message>
        <source>Open model file</source>
        <translation>打开模型文件</translation>
    </message>
    <message>
        <source>GGUF models (*.gguf);;All files (*)</source>
        <translation>GGUF 模型 (*.gguf);;所有文件 (*)</translation>
    </message>
    <message>
        <source>%1 is not valid UTF-8: other bytes are read as �.</source>
        <translation>%1 不是有效的 UTF-8：其他字节读作 �。</translation>
    </message>
    <message>
        <source>Open so&amp;und…</source>
        <translation>打开声音(&amp;U)…</translation>
    </message>
    <message>
        <source>Pasted picture</source>
        <translation>粘贴的图片</translation>
    </message>
    <message>
        <source>Replace picture</source>
        <translation>替换图片</translation>
    </message>
    <message>
        <source>Open sound</source>
        <translation>打开声音</translation>
    </message>
    <message>
        <source>Sounds (%1);;All files (*)</source>
        <translation>声音 (%1);;所有文件 (*)</translation>
    </message>
</context>
<context>
    <name>headlight::PinsHint</name>
    <message>
        <source>%1 is selected, but every visible panel is pinned to its own head.</source>
        <translation>已选 %1，但每个可见面板都固定在自己的头上。</translation>
    </message>
    <message>
        <source>Show it in this panel</source>
        <translation>在此面板中显示</translation>
    </message>
</context>
<context>
    <name>headlight::Presenter</name>
    <message>
        <source>Presenter view</source>
        <translation>演示者视图</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Time, and how long the talk has taken</source>
        <translation>时间与演讲已用时长</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>上一步(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>下一步(&amp;N)</translation>
    </message>
    <message>
        <source>B&amp;lank</source>
        <translation>空白(&amp;L)</translation>
    </message>
    <message>
        <source>Show an empty page (B)</source>
        <translation>显示空白页 (B)</translation>
    </message>
    <message>
        <source>&amp;End</source>
        <translation>结束(&amp;E)</translation>
    </message>
    <message>
        <source>Audience &amp;on</source>
        <translation>观众屏幕(&amp;O)</translation>
    </message>
    <message>
        <source>a window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>This is the last page.</source>
        <translation>这是最后一页。</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一页</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>第 %1 页，共 %2 页</translation>
    </message>
</context>
<context>
    <name>headlight::ProfileView</name>
    <message>
        <source>Row profile</source>
        <translation>行剖面</translation>
    </message>
</context>
<context>
    <name>headlight::QueryField</name>
    <message>
        <source>Words to complete with</source>
        <translation>可补全的词</translation>
    </message>
</context>
<context>
    <name>headlight::ReplaceQuestion</name>
    <message>
        <source>Replace file</source>
        <translation>替换文件</translation>
    </message>
    <message>
        <source>“%1” already exists. Replace it?</source>
        <translation>“%1”已存在。替换它？</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
</context>
<context>
    <name>headlight::RunStatus</name>
    <message>
        <source>Run progress</source>
        <translation>运行进度</translation>
    </message>
    <message>
        <source>%1 s, about %2 s left</source>
        <translation>%1 秒，约剩 %2 秒</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
</context>
<context>
    <name>headlight::ScatterWindow</name>
    <message>
        <source>Scatter of heads</source>
        <translation>头的散点图</translation>
    </message>
    <message>
        <source>&amp;Across</source>
        <translation>横轴(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Up</source>
        <translation>纵轴(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Heads</source>
        <translation>头(&amp;H)</translation>
    </message>
    <message>
        <source>Two metrics of each head; arrow keys move, Return selects</source>
        <translation>每个头的两个指标;方向键移动,回车选择</translation>
    </message>
    <message>
        <source>Scatter progress</source>
        <translation>散点图进度</translation>
    </message>
    <message>
        <source>No head matches “%1”; all are shown.</source>
        <translation>没有头符合“%1”;已显示全部。</translation>
    </message>
</context>
<context>
    <name>headlight::ScoreWindow</name>
    <message>
        <source>Score of a cell</source>
        <translation>单元格的分数</translation>
    </message>
    <message>
        <source>&amp;Key</source>
        <translation>键(&amp;K)</translation>
    </message>
    <message>
        <source>Parts of the score by wavelength; arrow keys move</source>
        <translation>按波长划分的分数组成；方向键移动</translation>
    </message>
</context>
<context>
    <name>headlight::SessionController</name>
    <message>
        <source>%1: model “%2” not found in %3.</source>
        <translation>%1：其模型“%2”已不在 %3 中。</translation>
    </message>
    <message>
        <source>“%1” is not the model of this session: its configuration or tensors differ.</source>
        <translation>“%1”不是保存此会话时的模型：其配置或张量不同。</translation>
    </message>
    <message>
        <source>This session stores a reduced copy of “%1”. Values differ slightly from the original.</source>
        <translation>会话保存了“%1”的较小副本：其数值与文件略有不同。</translation>
    </message>
    <message>
        <source>%1: model “%2” not found.</source>
        <translation>%1：找不到模型“%2”。</translation>
    </message>
</context>
<context>
    <name>headlight::SettingsWindow</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Find a setting or shortcut</source>
        <translation>查找设置或快捷键</translation>
    </message>
    <message>
        <source>No match</source>
        <translation>无匹配项</translation>
    </message>
</context>
<context>
    <name>headlight::ShareColumns</name>
    <message>
        <source>pictures or sound %1, text %2, first or special tokens %3</source>
        <translation>图片或声音 %1，文本 %2，首个或特殊词元 %3</translation>
    </message>
    <message>
        <source>Shares of attention for each word</source>
        <translation>每个词的注意力占比</translation>
    </message>
    <message>
        <source>“%1”: %2</source>
        <translation>“%1”：%2</translation>
    </message>
</context>
<context>
    <name>headlight::ShortcutField</name>
    <message>
        <source>Keys of %1</source>
        <translation>%1的按键</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>No keys for %1</source>
        <translation>%1不用按键</translation>
    </message>
    <message>
        <source>Usual keys of %1</source>
        <translation>%1的默认按键</translation>
    </message>
    <message>
        <source>Usual keys</source>
        <translation>默认按键</translation>
    </message>
    <message>
        <source>Use here</source>
        <translation>用在这里</translation>
    </message>
    <message>
        <source>%1 belongs to “%2”.</source>
        <translation>%1 已用于“%2”。</translation>
    </message>
</context>
<context>
    <name>headlight::SimilarityView</name>
    <message>
        <source>Head similarity</source>
        <translation>头的相似性</translation>
    </message>
</context>
<context>
    <name>headlight::StartPage</name>
    <message>
        <source>Start</source>
        <translation>起始</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>示例</translation>
    </message>
    <message>
        <source>Recent sessions</source>
        <translation>最近的会话</translation>
    </message>
    <message>
        <source>Begin with an example</source>
        <translation>从示例开始</translation>
    </message>
    <message>
        <source>Or with something of your own</source>
        <translation>或从自己的内容开始</translation>
    </message>
    <message>
        <source>&amp;Open a model…</source>
        <translation>打开模型(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Attention from elsewhere…</source>
        <translation>其他来源的注意力(&amp;A)…</translation>
    </message>
    <message>
        <source>New here?</source>
        <translation>第一次使用？</translation>
    </message>
    <message>
        <source>&amp;Tour: two minutes, hands on</source>
        <translation>导览：两分钟，动手操作(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>关闭(&amp;C)</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>暂无</translation>
    </message>
</context>
<context>
    <name>headlight::SteeringForm</name>
    <message>
        <source>This file contains only attention.</source>
        <translation>此文件只包含注意力。</translation>
    </message>
    <message>
        <source>This model has no tokenizer to read texts with.</source>
        <translation>此模型没有可读取文本的分词器。</translation>
    </message>
    <message>
        <source>Steering is for models of one stack.</source>
        <translation>引导只适用于单栈模型。</translation>
    </message>
    <message>
        <source>Steer by texts</source>
        <translation>用文本引导</translation>
    </message>
    <message>
        <source>The mean stream of one set of texts less that of another, added at a layer (Turner et al. 2023; Rimsky et al. 2024)</source>
        <translation>一组文本的平均残差流减去另一组的，在某层加入（Turner et al. 2023；Rimsky et al. 2024）</translation>
    </message>
    <message>
        <source>To&amp;wards these texts, one a line</source>
        <translation>朝向这些文本，每行一条(&amp;W)</translation>
    </message>
    <message>
        <source>I love this. What a wonderful day.</source>
        <translation>I love this. What a wonderful day.</translation>
    </message>
    <message>
        <source>Awa&amp;y from these texts</source>
        <translation>远离这些文本(&amp;Y)</translation>
    </message>
    <message>
        <source>I hate this. What a terrible day.</source>
        <translation>I hate this. What a terrible day.</translation>
    </message>
    <message>
        <source>The layer that reads the changed stream</source>
        <translation>读取被修改的流的层</translation>
    </message>
    <message>
        <source>&amp;Layer</source>
        <translation>层(&amp;L)</translation>
    </message>
    <message>
        <source>The last of each text</source>
        <translation>每条文本的最后一个</translation>
    </message>
    <message>
        <source>The mean of all</source>
        <translation>全部的平均</translation>
    </message>
    <message>
        <source>&amp;Tokens</source>
        <translation>词元(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>浏览(&amp;B)…</translation>
    </message>
    <message>
        <source>Sa&amp;ve as</source>
        <translation>另存为(&amp;V)</translation>
    </message>
    <message>
        <source>Progress of the texts</source>
        <translation>文本进度</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>添加(&amp;A)</translation>
    </message>
    <message>
        <source>Save steering vector</source>
        <translation>保存引导向量</translation>
    </message>
    <message>
        <source>Steering vectors (*.safetensors)</source>
        <translation>引导向量 (*.safetensors)</translation>
    </message>
    <message>
        <source>Type at least one text in each field.</source>
        <translation>请在每个字段中输入至少一条文本。</translation>
    </message>
    <message>
        <source>Name a file to save the vector in.</source>
        <translation>请指定保存向量的文件。</translation>
    </message>
</context>
<context>
    <name>headlight::SurpriseTint</name>
    <message>
        <source>Surprisal of each token, −ln p given all other tokens. Right end: a uniform guess.</source>
        <translation>每个词元的意外程度，已知其余词元时的 −ln p。右端：盲猜。</translation>
    </message>
    <message>
        <source>Surprisal of each token, −ln p given the previous ones. Right end: a uniform guess.</source>
        <translation>每个词元的意外程度，已知之前词元时的 −ln p。右端：盲猜。</translation>
    </message>
    <message>
        <source>surprisal %1 nats, p %2</source>
        <translation>惊奇度 %1 nat，p %2</translation>
    </message>
    <message>
        <source>C&amp;olour by surprisal</source>
        <translation>按意外程度给词元着色(&amp;O)</translation>
    </message>
    <message>
        <source>How unexpected each token is to the model</source>
        <translation>按模型，每个词元有多出乎意料</translation>
    </message>
</context>
<context>
    <name>headlight::TextBar</name>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Compare with a second text (starts as a copy)</source>
        <translation>与另一文本比较：先为副本，再行修改</translation>
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
        <translation>词元编号</translation>
    </message>
    <message>
        <source>Type token ids: 101 2023 102</source>
        <translation>输入词元编号：101 2023 102</translation>
    </message>
    <message>
        <source>Go to &amp;text</source>
        <translation>文本(&amp;T)</translation>
    </message>
    <message>
        <source>Co&amp;mpare texts</source>
        <translation>与另一文本比较(&amp;M)</translation>
    </message>
    <message>
        <source>Second text</source>
        <translation>第二段文本</translation>
    </message>
    <message>
        <source>A pair in one input: the model reads both texts together</source>
        <translation>同一输入中的文本对：模型同时读取两段文本</translation>
    </message>
    <message>
        <source>Generated: %1</source>
        <translation>已生成：%1</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>对话</translation>
    </message>
    <message>
        <source>Conv&amp;ersation</source>
        <translation>对话(&amp;D)</translation>
    </message>
    <message>
        <source>Write in turns: the model&apos;s chat template makes a text of them; again for a plain text</source>
        <translation>按轮次书写，由模型的聊天模板生成文本；再次按下则为纯文本</translation>
    </message>
    <message>
        <source>%1 has no chat template, so it reads plain text only.</source>
        <translation>%1 没有聊天模板，因此只读纯文本。</translation>
    </message>
</context>
<context>
    <name>headlight::TextFileDialog</name>
    <message>
        <source>Read a part of %1</source>
        <translation>读取 %1 的一部分</translation>
    </message>
    <message>
        <source>Where the part begins</source>
        <translation>该部分从何处开始</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>The part</source>
        <translation>该部分</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>读取</translation>
    </message>
    <message>
        <source>Begins at</source>
        <translation>起点</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>长度</translation>
    </message>
    <message>
        <source>Counting tokens…</source>
        <translation>正在统计词元…</translation>
    </message>
    <message>
        <source>%1 tokens; needs %2 in a scratch file</source>
        <translation>%1 个词元；读取需 %2（临时文件）</translation>
    </message>
    <message>
        <source>%1 tokens; needs %2 of memory</source>
        <translation>%1 个词元；需 %2 内存</translation>
    </message>
    <message>
        <source> tokens</source>
        <translation> 个词元</translation>
    </message>
    <message>
        <source>&amp;Whole file</source>
        <translation>整个文件(&amp;W)</translation>
    </message>
    <message>
        <source>The file has %1; at most %2 are read as one text.</source>
        <translation>文件大小为 %1；一次最多读取 %2。</translation>
    </message>
    <message>
        <source>The file has no %1 tokens from there on.</source>
        <translation>从该处起文件不足 %1 个词元。</translation>
    </message>
</context>
<context>
    <name>headlight::TextLine</name>
    <message>
        <source>Text to compare with</source>
        <translation>用于比较的文本</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Type the text to compare with</source>
        <translation>输入用于比较的文本</translation>
    </message>
    <message>
        <source>Type a sentence</source>
        <translation>输入一个句子</translation>
    </message>
    <message>
        <source>Second text to compare with</source>
        <translation>用于比较的第二文本</translation>
    </message>
    <message>
        <source>Text pair</source>
        <translation>第二文本</translation>
    </message>
</context>
<context>
    <name>headlight::TokenStrip</name>
    <message>
        <source>Tokens</source>
        <translation>词元</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>合为片段</translation>
    </message>
    <message>
        <source>Token %1: %2 · id %3</source>
        <translation>词元 %1：%2 · id %3</translation>
    </message>
    <message>
        <source>Token %1 of %2: %3</source>
        <translation>词元 %1 / %2：%3</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 个词元</translation>
    </message>
    <message>
        <source>T&amp;okens</source>
        <translation>词元(&amp;O)</translation>
    </message>
    <message>
        <source>Go to tokens: arrows move, Return pins, Esc unpins</source>
        <translation>转到词元：方向键移动，回车固定，Esc 放开</translation>
    </message>
    <message>
        <source>Merge as s&amp;pan</source>
        <translation>将所选词元合为片段(&amp;P)</translation>
    </message>
    <message>
        <source>Show selected tokens as one</source>
        <translation>在当前面板中将所选词元合为一个显示</translation>
    </message>
    <message>
        <source>Sho&amp;w spaces in tokens</source>
        <translation>显示词元中的空格(&amp;S)</translation>
    </message>
    <message>
        <source>generated by the model</source>
        <translation>由模型生成</translation>
    </message>
    <message>
        <source>Picture %1: %2 tokens. Click to fold them.</source>
        <translation>图片 %1：%2 个词元。单击折叠。</translation>
    </message>
    <message>
        <source>Picture %1: %2 tokens. Click to see each.</source>
        <translation>图片 %1：%2 个词元。单击逐个查看。</translation>
    </message>
    <message>
        <source>Picture %1: %2 tokens. Return opens it.</source>
        <translation>图片 %1：%2 个词元。按回车键展开。</translation>
    </message>
</context>
<context>
    <name>headlight::TourWindow</name>
    <message>
        <source>Five things heads do</source>
        <translation>注意力头做的五件事</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>上一步(&amp;B)</translation>
    </message>
    <message>
        <source>Ne&amp;xt</source>
        <translation>下一步(&amp;X)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Your turn</source>
        <translation>现在换您自己的句子</translation>
    </message>
    <message>
        <source>Type a text at the top of the window. Every panel updates as you type. Choose heads on the left; press F9 to see step by step how one works.</source>
        <translation>在窗口上方输入文本，各面板会随输入更新。在左侧选择头；按 F9 逐步查看它如何工作。</translation>
    </message>
    <message>
        <source>%1 of %2 · %3, layer %4, head %5</source>
        <translation>%1 / %2 · %3，第 %4 层，头 %5</translation>
    </message>
</context>
<context>
    <name>headlight::TurnRow</name>
    <message>
        <source>Move turn up</source>
        <translation>上移轮次</translation>
    </message>
    <message>
        <source>Move turn down</source>
        <translation>下移轮次</translation>
    </message>
    <message>
        <source>Remove turn</source>
        <translation>移除轮次</translation>
    </message>
    <message>
        <source>Role of turn %1</source>
        <translation>第 %1 轮的角色</translation>
    </message>
    <message>
        <source>Who speaks</source>
        <translation>发言者</translation>
    </message>
    <message>
        <source>Turn %1, %2</source>
        <translation>第 %1 轮，%2</translation>
    </message>
    <message>
        <source>What %1 says</source>
        <translation>%1 所说的话</translation>
    </message>
    <message>
        <source>This turn has parts other than text. It stays as it is.</source>
        <translation>此轮含有非文本的部分，保持原样。</translation>
    </message>
    <message>
        <source>This turn has more than its text, such as calls of tools. That stays as it is.</source>
        <translation>此轮除文本外还有其他内容，例如工具调用，保持原样。</translation>
    </message>
</context>
<context>
    <name>headlight::WalkWindow</name>
    <message>
        <source>Walkthrough</source>
        <translation>逐步讲解</translation>
    </message>
    <message>
        <source>Picture of the step</source>
        <translation>该步的图</translation>
    </message>
    <message>
        <source>&amp;Token</source>
        <translation>词元(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Layer</source>
        <translation>层(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Head</source>
        <translation>头(&amp;H)</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>全屏</translation>
    </message>
    <message>
        <source>Fill the screen for presenting (F11)</source>
        <translation>演示时全屏（F11）</translation>
    </message>
    <message>
        <source>Show the &amp;numbers</source>
        <translation>显示数字(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>上一步(&amp;B)</translation>
    </message>
    <message>
        <source>Ne&amp;xt</source>
        <translation>下一步(&amp;X)</translation>
    </message>
    <message>
        <source>&amp;Export step…</source>
        <translation>导出此步(&amp;E)…</translation>
    </message>
    <message>
        <source>Export all as &amp;slides…</source>
        <translation>全部导出为幻灯片(&amp;S)…</translation>
    </message>
    <message>
        <source>Step %1: %2</source>
        <translation>第 %1 步：%2</translation>
    </message>
    <message>
        <source>Export all steps</source>
        <translation>导出所有步骤</translation>
    </message>
    <message>
        <source>Slides (*.pptx);;PDF (*.pdf);;Web page (*.html)</source>
        <translation>幻灯片 (*.pptx);;PDF (*.pdf);;网页 (*.html)</translation>
    </message>
    <message>
        <source>Present…</source>
        <translation>演示…</translation>
    </message>
    <message>
        <source>The steps on one screen, notes and the next step on the other (F5)</source>
        <translation>一个屏幕显示步骤，另一个显示备注和下一步 (F5)</translation>
    </message>
</context>
<context>
    <name>headlight::WelcomeTour</name>
    <message>
        <source>&amp;Skip</source>
        <translation>跳过(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>上一步(&amp;B)</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>&amp;Done</source>
        <translation>完成(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>下一步(&amp;N)</translation>
    </message>
</context>
<context>
    <name>headlight::WindowLayout</name>
    <message>
        <source>All &amp;heads</source>
        <translation>所有头(&amp;H)</translation>
    </message>
    <message>
        <source>Show or hide the maps of all heads</source>
        <translation>显示或隐藏所有头的缩略图</translation>
    </message>
    <message>
        <source>S&amp;ide panel</source>
        <translation>侧边栏(&amp;I)</translation>
    </message>
    <message>
        <source>Show or hide the side panel</source>
        <translation>显示或隐藏侧边栏</translation>
    </message>
    <message>
        <source>Full &amp;screen</source>
        <translation>全屏(&amp;F)</translation>
    </message>
    <message>
        <source>Reset layou&amp;t</source>
        <translation>重置布局(&amp;Y)</translation>
    </message>
    <message>
        <source>Window parts as on a first start</source>
        <translation>窗口各部分恢复为首次启动时的样子</translation>
    </message>
    <message>
        <source>Heads in a window of their own</source>
        <translation>头在单独的窗口中</translation>
    </message>
    <message>
        <source>For a second screen; closing it brings them back</source>
        <translation>用于第二块屏幕；关闭窗口即放回</translation>
    </message>
    <message>
        <source>Side panel in its own window</source>
        <translation>侧边栏在单独的窗口中</translation>
    </message>
    <message>
        <source>For a second screen; closing it brings it back</source>
        <translation>用于第二块屏幕；关闭窗口即放回</translation>
    </message>
    <message>
        <source>&amp;Save layout…</source>
        <translation>保存布局(&amp;S)…</translation>
    </message>
    <message>
        <source>Keep the parts of the window under a name</source>
        <translation>以一个名称保存窗口各部分</translation>
    </message>
    <message>
        <source>Save layout</source>
        <translation>保存布局</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
</context>
<context>
    <name>headlight::Words</name>
    <message>
        <source>Ablation map</source>
        <translation>消融图</translation>
    </message>
    <message>
        <source>Loss without each head</source>
        <translation>去掉每个头后答案损失多少</translation>
    </message>
    <message>
        <source>Loss of “%1” without each head</source>
        <translation>去掉每个头后“%1”损失多少</translation>
    </message>
    <message>
        <source>Shift of the prediction without each head</source>
        <translation>去掉每个头后所有答案移动多少</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>“%1”</translation>
    </message>
    <message>
        <source>zero ablation</source>
        <translation>头的输出代以零</translation>
    </message>
    <message>
        <source>mean ablation over the text</source>
        <translation>头的输出代以其在文本上的均值</translation>
    </message>
    <message>
        <source>mean ablation over another text</source>
        <translation>头的输出代以其在另一文本上的均值</translation>
    </message>
    <message>
        <source>The probe finds no induction head.</source>
        <translation>探测未发现归纳头。</translation>
    </message>
    <message>
        <source>Outlined: probed induction heads with their rank of %1 by loss: %2</source>
        <translation>加框：探测出的归纳头，及其按损失在 %1 个中的名次：%2</translation>
    </message>
    <message>
        <source> and %1 more</source>
        <translation> 等另外 %1 个</translation>
    </message>
    <message>
        <source>the prediction</source>
        <translation>该预测</translation>
    </message>
    <message>
        <source>Change in ln p of %1 (%2 with all heads). Negative: the head helps.</source>
        <translation>ln p 的变化，答案：%1（所有头都在时为 %2）；小于 0 表示该头有助于它。</translation>
    </message>
    <message>
        <source>KL divergence of the predictions with and without the head.</source>
        <translation>有该头时的所有答案相对于没有该头时的 KL 散度。</translation>
    </message>
    <message>
        <source>Colours: square-root scale.</source>
        <translation>颜色：数值的平方根。</translation>
    </message>
    <message>
        <source>Colours: logarithmic scale.</source>
        <translation>颜色：数值的对数。</translation>
    </message>
    <message>
        <source>Colours: linear scale.</source>
        <translation>颜色：与数值成正比。</translation>
    </message>
    <message>
        <source>Layer %1, head %2</source>
        <translation>第 %1 层，头 %2</translation>
    </message>
    <message>
        <source>%1: Δ ln p %2 nats, %3 → %4; KL %5 nats</source>
        <translation>%1:Δ ln p %2 nat,%3 → %4;KL %5 nat</translation>
    </message>
    <message>
        <source>An ablation map without heads.</source>
        <translation>没有头的消融图。</translation>
    </message>
    <message>
        <source>%1 %2 nats</source>
        <translation>%1 %2 nat</translation>
    </message>
    <message>
        <source>One cell per head: %1. The prediction drops most without %2. %3</source>
        <translation>每个头一格：%1。没有 %2 时预测下降最多。%3</translation>
    </message>
    <message>
        <source>attention, full</source>
        <translation>注意力，全部</translation>
    </message>
    <message>
        <source>attention, windowed</source>
        <translation>注意力，加窗</translation>
    </message>
    <message>
        <source>projections</source>
        <translation>投影</translation>
    </message>
    <message>
        <source>feed-forward</source>
        <translation>前馈网络</translation>
    </message>
    <message>
        <source>output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>attention, streamed</source>
        <translation>注意力，流式</translation>
    </message>
    <message>
        <source>keys and values</source>
        <translation>键与值</translation>
    </message>
    <message>
        <source>weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 毫秒</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 小时</translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation>%1 天</translation>
    </message>
    <message>
        <source>Cost of %1 by text length</source>
        <translation>%1 的开销随文本长度的变化</translation>
    </message>
    <message>
        <source>tokens of the text</source>
        <translation>文本的词元数</translation>
    </message>
    <message>
        <source>Multiply-adds of one run</source>
        <translation>一次运行的乘加次数</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>Marked: the open text, %1 tokens, %2 multiply-adds.</source>
        <translation>标记处：当前文本，%1 个词元，%2 次乘加。</translation>
    </message>
    <message>
        <source> Measured %1: %2 per second; at that speed a million tokens would take %3.</source>
        <translation> 实测 %1：每秒 %2；照此速度一百万词元需 %3。</translation>
    </message>
    <message>
        <source>Full: all weights computed and stored. Windowed: a query sees the %1 previous keys. Streamed: all computed, none stored (Headlight).</source>
        <translation>全部：计算并保存每个权重。加窗：查询只看它之前的 %1 个键。流式：全部计算但不保存，如本程序。</translation>
    </message>
    <message>
        <source>A chart of costs without a model.</source>
        <translation>没有模型的开销图。</translation>
    </message>
    <message>
        <source>Two charts with logarithmic axes. </source>
        <translation>两张对数坐标图。 </translation>
    </message>
    <message>
        <source> At a million tokens: attention in full %1 multiply-adds and %2, streamed %3.</source>
        <translation> 一百万词元时：全部注意力 %1 次乘加和 %2，流式 %3。</translation>
    </message>
    <message>
        <source>layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>%1 heads have no value.</source>
        <translation>%1 个头没有数值。</translation>
    </message>
    <message>
        <source>A chart of heads without numbers.</source>
        <translation>没有数字的头图表。</translation>
    </message>
    <message>
        <source>: no head has a value.</source>
        <translation>：没有头有数值。</translation>
    </message>
    <message>
        <source>%1 of %2 heads by layer; the highest is %3, head %4.</source>
        <translation>%2 个头的%1（按层）；最高为 %3，头 %4。</translation>
    </message>
    <message>
        <source>Compare methods</source>
        <translation>方法并列对比</translation>
    </message>
    <message>
        <source>What “%1” attends to, by method</source>
        <translation>各方法所示“%1”看什么</translation>
    </message>
    <message>
        <source>The methods disagree: %1 and the weights rank the tokens differently (ρ = %2)</source>
        <translation>各方法不一致：%1与权重对词元的排序不同（ρ = %2）</translation>
    </message>
    <message>
        <source>, “%1” first by the weights, “%2” by %3</source>
        <translation>，按权重“%1”居首，按%3则是“%2”</translation>
    </message>
    <message>
        <source>. Do not read the weights alone as an explanation.</source>
        <translation>。不要仅凭权重作解释。</translation>
    </message>
    <message>
        <source>changed: </source>
        <translation>已更改： </translation>
    </message>
    <message>
        <source>Layer %1, all heads together</source>
        <translation>第 %1 层，所有头合计</translation>
    </message>
    <message>
        <source>attention weights, mean</source>
        <translation>注意力权重，均值</translation>
    </message>
    <message>
        <source>ρ: Spearman’s rank correlation with the weights above in the same scope. Each row has its own scale; its largest bar has the full colour.</source>
        <translation>ρ：与上方同一范围权重的 Spearman 等级相关。每行各有标尺，最大的条颜色最深。</translation>
    </message>
    <message>
        <source>Grey: the first or special tokens; their bars are cut where they leave no room for the others.</source>
        <translation>灰色：首词元或附加词元；若占满空间则截断其条。</translation>
    </message>
    <message>
        <source>Hollow bars are below 0.</source>
        <translation>空心条小于 0。</translation>
    </message>
    <message>
        <source>No %1: %2.</source>
        <translation>缺少%1：%2。</translation>
    </message>
    <message>
        <source>%1: “%2” %3</source>
        <translation>%1:“%2” %3</translation>
    </message>
    <message>
        <source>Compare methods, without a token.</source>
        <translation>方法并列对比，没有词元。</translation>
    </message>
    <message>
        <source>: a row of bars for each of %1 methods.</source>
        <translation>：%1 种方法各一行条。</translation>
    </message>
    <message>
        <source> Rank correlation with the weights: %1.</source>
        <translation> 与权重的等级相关：%1。</translation>
    </message>
    <message>
        <source>Heads that attend to noise</source>
        <translation>噪声吸引哪些头</translation>
    </message>
    <message>
        <source>%1 of %2 heads attend to the noise above chance (mark) by more than one standard deviation over seeds (whisker).</source>
        <translation>%2 个头中有 %1 个给噪声的多于均等权重（标记处），且超出各种子的一个标准差（须线）。</translation>
    </message>
    <message>
        <source>Prediction shift: KL %1 nats; ln p of the top prediction %2.</source>
        <translation>预测移动 %1 nat（KL 散度），最可能答案的 ln p 移动 %2。</translation>
    </message>
    <message>
        <source>A chart of noise without heads.</source>
        <translation>没有头的噪声图。</translation>
    </message>
    <message>
        <source>%1 %2 (chance %3)</source>
        <translation>%1 %2（随机水平 %3）</translation>
    </message>
    <message>
        <source>Bars of how much attention each head gives to %1. Most above chance: %2.</source>
        <translation>各头给%1的注意力条形图。最高于随机水平的：%2。</translation>
    </message>
    <message>
        <source>%1: %2 ± %3 on the noise, chance %4</source>
        <translation>%1：噪声上 %2 ± %3，随机水平 %4</translation>
    </message>
    <message>
        <source> Callout: </source>
        <translation> 标注： </translation>
    </message>
    <message>
        <source>Attention in %1</source>
        <translation>%1 中的注意力</translation>
    </message>
    <message>
        <source>Point at the figure, or use the arrow keys, to read its values.</source>
        <translation>指向图，或用方向键，读取其数值。</translation>
    </message>
    <message>
        <source>Arrows point to the token that is attended to.</source>
        <translation>箭头指向被关注的词元。</translation>
    </message>
    <message>
        <source>the first token</source>
        <translation>第一个词元</translation>
    </message>
    <message>
        <source>“%1” (%2)</source>
        <translation>“%1”(%2)</translation>
    </message>
    <message>
        <source>“%1” %2</source>
        <translation>“%1” %2</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation>%1 在%2上</translation>
    </message>
    <message>
        <source>Arcs without tokens.</source>
        <translation>没有词元的弧线图。</translation>
    </message>
    <message>
        <source>Arcs over the text from each token to the tokens that it attends to, </source>
        <translation>文本上方从每个词元到其所关注词元的弧线， </translation>
    </message>
    <message>
        <source>All heads</source>
        <translation>所有头</translation>
    </message>
    <message>
        <source>%1 layers × %2 heads</source>
        <translation>%1 层 × %2 头</translation>
    </message>
    <message>
        <source>A line joins %1 heads that share keys and values.</source>
        <translation>线条连接共享键与值的 %1 个头。</translation>
    </message>
    <message>
        <source>Underlined layers see only a window of the text.</source>
        <translation>带下划线的层只看文本的一个窗口。</translation>
    </message>
    <message>
        <source>Rows of a map are queries, columns keys.</source>
        <translation>图的行是查询，列是键。</translation>
    </message>
    <message>
        <source>Atlas without tokens.</source>
        <translation>没有词元的图集。</translation>
    </message>
    <message>
        <source>Small attention maps of all %1 heads in each of %2 layers</source>
        <translation>%2 层中每层全部 %1 个头的小注意力图</translation>
    </message>
    <message>
        <source>Layer %1, %2</source>
        <translation>第 %1 层，%2</translation>
    </message>
    <message>
        <source>head %1</source>
        <translation>头 %1</translation>
    </message>
    <message>
        <source>special tokens</source>
        <translation>特殊词元</translation>
    </message>
    <message>
        <source>first token</source>
        <translation>首词元</translation>
    </message>
    <message>
        <source>one token</source>
        <translation>一个词元</translation>
    </message>
    <message>
        <source>Square-root colour scale</source>
        <translation>平方根颜色标尺</translation>
    </message>
    <message>
        <source>Logarithmic colour scale</source>
        <translation>对数颜色标尺</translation>
    </message>
    <message>
        <source>Linear colour scale</source>
        <translation>线性颜色标尺</translation>
    </message>
    <message>
        <source>, from −100% to +100%.</source>
        <translation>，从 −100% 到 +100%。</translation>
    </message>
    <message>
        <source>, symmetric about 0, up to the largest difference.</source>
        <translation>，以 0 对称，直到最大差异。</translation>
    </message>
    <message>
        <source>, the same for every head.</source>
        <translation>，各头相同。</translation>
    </message>
    <message>
        <source>No tokens to show</source>
        <translation>没有可显示的词元</translation>
    </message>
    <message>
        <source>words</source>
        <translation>词</translation>
    </message>
    <message>
        <source>sentences</source>
        <translation>句</translation>
    </message>
    <message>
        <source>sections</source>
        <translation>段</translation>
    </message>
    <message>
        <source>: what “%1” attends to</source>
        <translation>：“%1”关注什么</translation>
    </message>
    <message>
        <source>: what attends to “%1”</source>
        <translation>：什么关注“%1”</translation>
    </message>
    <message>
        <source>Tint: how much of the framed token’s attention a token gets.</source>
        <translation>着色：词元得到加框词元多少注意力。</translation>
    </message>
    <message>
        <source>Tint: how much of its attention a token gives to the framed one.</source>
        <translation>着色：词元给加框词元多少注意力。</translation>
    </message>
    <message>
        <source>on %1</source>
        <translation>在%1上</translation>
    </message>
    <message>
        <source>First token: hatched, with its own bar.</source>
        <translation>首词元以斜线表示，单列一条。</translation>
    </message>
    <message>
        <source>Special tokens: hatched, with their own bar.</source>
        <translation>特殊词元以斜线表示，单列一条。</translation>
    </message>
    <message>
        <source>“%1” attends to “%2”: %3</source>
        <translation>“%1”关注“%2”：%3</translation>
    </message>
    <message>
        <source>Coloured text without tokens.</source>
        <translation>没有词元的着色文本。</translation>
    </message>
    <message>
        <source> Strongest: </source>
        <translation> 最强： </translation>
    </message>
    <message>
        <source> %1 on %2, shown separately.</source>
        <translation> %1 在%2上，单独显示。</translation>
    </message>
    <message>
        <source>Tokens %1 to %2 of %3 are shown.</source>
        <translation>显示第 %1 至 %2 个词元，共 %3 个。</translation>
    </message>
    <message>
        <source>nats</source>
        <translation>nat</translation>
    </message>
    <message>
        <source>weight</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>every</source>
        <translation>每个</translation>
    </message>
    <message>
        <source>every other</source>
        <translation>每两个</translation>
    </message>
    <message>
        <source>every %1</source>
        <comment>place in an order</comment>
        <translation>每 %1 个</translation>
    </message>
    <message>
        <source>Labels: %1 token.</source>
        <translation>标注：%1词元一个。</translation>
    </message>
    <message>
        <source>Labels: %1 query and %2 key.</source>
        <translation>标注：查询%1标一个，键%2标一个。</translation>
    </message>
    <message>
        <source>Token flow</source>
        <translation>词元流</translation>
    </message>
    <message>
        <source>rollout</source>
        <translation>rollout</translation>
    </message>
    <message>
        <source>mean of the heads</source>
        <translation>各头的均值</translation>
    </message>
    <message>
        <source>head %1 of each layer</source>
        <translation>每层的头 %1</translation>
    </message>
    <message>
        <source>in the input</source>
        <translation>在输入处</translation>
    </message>
    <message>
        <source>after layer %1</source>
        <translation>在第 %1 层之后</translation>
    </message>
    <message>
        <source>Flow into “%1” %2, %3</source>
        <translation>%2流入“%1”，%3</translation>
    </message>
    <message>
        <source>Input at the bottom, each layer above.</source>
        <translation>输入在下，各层依次向上。</translation>
    </message>
    <message>
        <source>Half of each step is the token itself (residual stream).</source>
        <translation>每步的一半是词元自身（残差流）。</translation>
    </message>
    <message>
        <source>Strongest %1 links per layer; %2 weaker links hidden.</source>
        <translation>每层最强的 %1 条连接；省略较弱的 %2 条。</translation>
    </message>
    <message>
        <source>Links below %1 hidden.</source>
        <translation>低于 %1 的连接已隐藏。</translation>
    </message>
    <message>
        <source>Token flow needs self-attention</source>
        <translation>词元流要求查询与键是相同的词元</translation>
    </message>
    <message>
        <source>Token flow needs every layer; the file contains only some</source>
        <translation>词元流需要所有层，而此文件只包含其中一部分</translation>
    </message>
    <message>
        <source>%1 of “%2” %3</source>
        <translation>%3“%2”的 %1</translation>
    </message>
    <message>
        <source>“%1” (%2) %3</source>
        <translation>%3“%1”(%2)</translation>
    </message>
    <message>
        <source>takes from </source>
        <translation>取自 </translation>
    </message>
    <message>
        <source>Token flow without tokens.</source>
        <translation>没有词元的词元流。</translation>
    </message>
    <message>
        <source> Largest shares of the input: </source>
        <translation> 输入中的最大份额： </translation>
    </message>
    <message>
        <source>input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>layer %1</source>
        <translation>第 %1 层</translation>
    </message>
    <message>
        <source>%1 heads</source>
        <translation>%1 个头</translation>
    </message>
    <message>
        <source>Heads </source>
        <translation>头 </translation>
    </message>
    <message>
        <source>Strongest %1 links; %2 weaker links hidden.</source>
        <translation>最强的 %1 条连接；隐藏 %2 条较弱的。</translation>
    </message>
    <message>
        <source>Line strength: %1, %2.</source>
        <translation>线条强度：%1，%2。</translation>
    </message>
    <message>
        <source>the same for every head</source>
        <translation>各头相同</translation>
    </message>
    <message>
        <source>up to the largest one drawn</source>
        <translation>到所画的最大值</translation>
    </message>
    <message>
        <source>“%1” to “%2” %3</source>
        <translation>“%1”到“%2” %3</translation>
    </message>
    <message>
        <source>Strongest: </source>
        <translation>最强： </translation>
    </message>
    <message>
        <source>Hatched: tokens that only A (+) or only B (−) has.</source>
        <translation>斜线：只有 A（+）或只有 B（−）才有的词元。</translation>
    </message>
    <message>
        <source>Each pixel shows the largest of %1 × %2 differences.</source>
        <translation>每点为 %1 × %2 个差异中的最大值。</translation>
    </message>
    <message>
        <source>Each pixel shows the largest of up to %1 × %2 differences.</source>
        <translation>每点为至多 %1 × %2 个差异中的最大值。</translation>
    </message>
    <message>
        <source>Numbers are percentages.</source>
        <translation>数字为百分比。</translation>
    </message>
    <message>
        <source>Heatmap without tokens.</source>
        <translation>没有词元的热力图。</translation>
    </message>
    <message>
        <source>layer %1, %2</source>
        <translation>第 %1 层，%2</translation>
    </message>
    <message>
        <source>some tokens</source>
        <translation>部分词元</translation>
    </message>
    <message>
        <source>tokens</source>
        <translation>词元</translation>
    </message>
    <message>
        <source>Labels: %1 of queries, %2 of keys.</source>
        <translation>标注：查询为%1，键为%2。</translation>
    </message>
    <message>
        <source>Labels: some of the %1.</source>
        <translation>标注：部分%1。</translation>
    </message>
    <message>
        <source>Labels: %1.</source>
        <translation>标注：%1。</translation>
    </message>
    <message>
        <source>: no link is strong enough to be drawn</source>
        <translation>：没有连接强到可以画出</translation>
    </message>
    <message>
        <source> attends to </source>
        <translation> 关注 </translation>
    </message>
    <message>
        <source> is attended to by </source>
        <translation> 被关注： </translation>
    </message>
    <message>
        <source>Links without tokens.</source>
        <translation>没有词元的连接图。</translation>
    </message>
    <message>
        <source>Links from query tokens to the tokens they attend to, </source>
        <translation>从查询词元到其所关注词元的连接， </translation>
    </message>
    <message>
        <source>query</source>
        <translation>查询</translation>
    </message>
    <message>
        <source>attends to</source>
        <translation>关注</translation>
    </message>
    <message>
        <source>head</source>
        <translation>头</translation>
    </message>
    <message>
        <source>The bar for %1 has its own scale: full height = 100%.</source>
        <translation>%1的条有单独的标尺：满高为 100%。</translation>
    </message>
    <message>
        <source>Row profile without tokens.</source>
        <translation>没有词元的行剖面。</translation>
    </message>
    <message>
        <source>Head similarity</source>
        <translation>头的相似性</translation>
    </message>
    <message>
        <source>Head similarity, %1 layers × %2 heads</source>
        <translation>头的相似性，%1 层 × %2 头</translation>
    </message>
    <message>
        <source>Near dots attend similarly: Jensen–Shannon distance on this text, laid out in two dimensions.</source>
        <translation>相近的点关注相似：在此文本上的 Jensen–Shannon 距离，布置在二维中。</translation>
    </message>
    <message>
        <source>Layout distorts distances by %1 (stress). Directions have no meaning.</source>
        <translation>平面总体上使距离改变 %1（应力）；方向没有含义。</translation>
    </message>
    <message>
        <source>nearest: </source>
        <translation>最近： </translation>
    </message>
    <message>
        <source>Head similarity without tokens.</source>
        <translation>没有词元的头相似性图。</translation>
    </message>
    <message>
        <source>. Similar heads are near each other.</source>
        <translation>。关注相似的头彼此靠近。</translation>
    </message>
    <message>
        <source> The most similar are %1 and %2 (distance %3).</source>
        <translation> 最相似的是 %1 和 %2（距离 %3）。</translation>
    </message>
    <message>
        <source>One head unlabelled (no room).</source>
        <translation>一个头因空间不足没有标注。</translation>
    </message>
    <message>
        <source>%1 heads unlabelled (no room).</source>
        <translation>%1 个头因空间不足没有标注。</translation>
    </message>
    <message>
        <source>Each cell is a number: orange positive, blue negative; full colour at ±%1.</source>
        <translation>一格是一个数：大于 0 为橙，小于 0 为蓝；±%1 时最深。</translation>
    </message>
    <message>
        <source> The mix has its own scale, up to ±%1.</source>
        <translation> 混合有单独的标尺，到 ±%1。</translation>
    </message>
    <message>
        <source>%1 of %2 tokens: those with the largest weights.</source>
        <translation>%2 个词元中的 %1 个：权重最大者。</translation>
    </message>
    <message>
        <source>mix</source>
        <translation>混合</translation>
    </message>
    <message>
        <source>A walkthrough without a token.</source>
        <translation>没有词元的讲解。</translation>
    </message>
    <message>
        <source>Step %1 of %2 of a walkthrough. %3. %4 (%5.)</source>
        <translation>讲解第 %1 步，共 %2 步。%3。%4（%5。）</translation>
    </message>
    <message>
        <source>head %1 adds %2</source>
        <translation>头 %1 加入 %2</translation>
    </message>
    <message>
        <source>“%1”: score %2, weight %3</source>
        <translation>“%1”：得分 %2，权重 %3</translation>
    </message>
    <message>
        <source>“%1” is masked</source>
        <translation>“%1”被掩蔽</translation>
    </message>
    <message>
        <source>The text becomes tokens</source>
        <translation>文本变成词元</translation>
    </message>
    <message>
        <source>The model reads the text as %1 tokens. We follow one of them, %2, through head %3 of layer %4. </source>
        <translation>模型把文本读作 %1 个词元。我们跟随其中的 %2，经过第 %4 层的头 %3。 </translation>
    </message>
    <message>
        <source>It can see itself and earlier tokens, not the pale ones.</source>
        <translation>它可以看自身和之前的词元，不能看浅色的。</translation>
    </message>
    <message>
        <source>It can see all of them.</source>
        <translation>它能看到所有词元。</translation>
    </message>
    <message>
        <source>Token %1 of %2, counted from 0.</source>
        <translation>词元 %1 / %2，从 0 数起。</translation>
    </message>
    <message>
        <source>The query: what %1 looks for</source>
        <translation>查询：%1 在找什么</translation>
    </message>
    <message>
        <source>%1 enters the layer as a vector. The head turns it into a shorter one, its query: %2 numbers that say what %1 looks for.</source>
        <translation>%1 以向量形式进入该层。头由它得到一个更短的向量，即其查询：%2 个数，表示 %1 在找什么。</translation>
    </message>
    <message>
        <source>q = W_Q x: %1 numbers, length ‖q‖ = %2</source>
        <translation>q = W_Q x:%1 个数，长度 ‖q‖ = %2</translation>
    </message>
    <message>
        <source>Keys: what every token offers</source>
        <translation>键：每个词元能提供什么</translation>
    </message>
    <message>
        <source>Every token also has a key: numbers that say what it offers. Where key and query have the same colour, they agree.</source>
        <translation>同样，每个词元都有一个键：一列表示它能提供什么的数。颜色与上方查询的颜色相同之处，二者一致。</translation>
    </message>
    <message>
        <source>k = W_K x: as long as the query; ‖k‖ = %1 for %2</source>
        <translation>k = W_K x：与查询等长；%2 的 ‖k‖ = %1</translation>
    </message>
    <message>
        <source>no. %1: %2</source>
        <translation>第 %1 维：%2</translation>
    </message>
    <message>
        <source>q · k = %1 for %2; most of it from %3</source>
        <translation>%2 的 q · k = %1；主要来自 %3</translation>
    </message>
    <message>
        <source>. After scaling, %1 of it is content and %2 position</source>
        <translation>。缩放后，其中 %1 来自内容，%2 来自位置</translation>
    </message>
    <message>
        <source>Scores: how well each key matches the query</source>
        <translation>得分：各键与查询的匹配程度</translation>
    </message>
    <message>
        <source>Query and key are multiplied number by number and added up. The better the match, the higher the score: %1 matches best.</source>
        <translation>查询与键逐数相乘，再把乘积相加。键越匹配，得分越高：最匹配的是 %1。</translation>
    </message>
    <message>
        <source>All scores are scaled down equally, so no single one takes everything.</source>
        <translation>所有得分按同一系数缩小，以免某一个独占全部。</translation>
    </message>
    <message>
        <source>Tokens the query cannot see are masked out.</source>
        <translation>查询不可见的词元被去掉。</translation>
    </message>
    <message>
        <source>score = %1 · (q · k)</source>
        <translation>得分 = %1 · (q · k)</translation>
    </message>
    <message>
        <source> + position bias</source>
        <translation> + 二者距离所加的部分</translation>
    </message>
    <message>
        <source>Scores are scaled and masked</source>
        <translation>得分被缩放，后面的内容被隐藏</translation>
    </message>
    <message>
        <source>Scores are scaled</source>
        <translation>得分被缩放</translation>
    </message>
    <message>
        <source>Softmax turns scores into shares of 100%: the weights in the heatmap row of %1. %2 gets %3.</source>
        <translation>Softmax 把得分变成 100% 的份额：即热力图中 %1 那一行的注意力权重。%2 得到 %3。</translation>
    </message>
    <message>
        <source>It is not a word: heads rest on it when nothing matches (a sink).</source>
        <translation>它不代表任何词：头找不到可看的内容时便停在它上面。</translation>
    </message>
    <message>
        <source>An intervention changed them.</source>
        <translation>干预改变了它们。</translation>
    </message>
    <message>
        <source>Softmax: scores become shares</source>
        <translation>Softmax：得分变成份额</translation>
    </message>
    <message>
        <source>weight = e^score ÷ Σ e^score; ln Σ e^score = %1, Σ weights = %2</source>
        <translation>权重 = e^得分 ÷ Σ e^得分；ln Σ e^得分 = %1，Σ 权重 = %2</translation>
    </message>
    <message>
        <source>Values are mixed by weight</source>
        <translation>值按权重混合</translation>
    </message>
    <message>
        <source>Each token passes on its value. The head mixes all values by weight; faint ones barely count. The mix is what the head found for %1.</source>
        <translation>词元传递的是它的值。头把所有词元的值按权重混合（浅色的几乎不计）。混合的结果就是头为 %1 找到的内容。</translation>
    </message>
    <message>
        <source>mix = Σ weight · value: %1 numbers, length %2</source>
        <translation>混合 = Σ 权重 · 值：%1 个数，长度 %2</translation>
    </message>
    <message>
        <source>All %1 heads of the layer</source>
        <translation>该层的全部 %1 个头</translation>
    </message>
    <message>
        <source>Other heads ask other questions of the same text at the same time. Each row shows where one of them looks from %1.</source>
        <translation>其他头同时对同一文本提出别的问题。每行显示其中一个头从 %1 看向哪里。</translation>
    </message>
    <message>
        <source>Row = weights of one head, head %1 framed</source>
        <translation>一行 = 一个头的权重，头 %1 加框</translation>
    </message>
    <message>
        <source>What the heads add</source>
        <translation>离开该层的内容</translation>
    </message>
    <message>
        <source>Each head adds its result to the vector of %1, and the model goes on from there. Longer bars add more: head %2 adds most.</source>
        <translation>每个头把找到的内容写入 %1 的向量，下一层由此继续。条越长，写得越多：头 %2 最多。</translation>
    </message>
    <message>
        <source>‖W_O mix‖ of each head; ‖x‖ = %1 as it enters the layer; head %2 adds %3</source>
        <translation>各头的 ‖W_O 混合‖；进入该层时 ‖x‖ = %1；头 %2 增加 %3</translation>
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
        <translation>每个头</translation>
    </message>
    <message>
        <source>layers %1</source>
        <translation>第 %1 层</translation>
    </message>
    <message>
        <source>heads %1</source>
        <translation>头 %1</translation>
    </message>
    <message>
        <source>, in %1</source>
        <translation>，仅 %1</translation>
    </message>
    <message>
        <source>every token</source>
        <translation>所有词元</translation>
    </message>
    <message>
        <source>token %1</source>
        <translation>词元 %1</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>the last token</source>
        <translation>最后一个词元</translation>
    </message>
    <message>
        <source>punctuation</source>
        <translation>标点</translation>
    </message>
    <message>
        <source>the sink</source>
        <translation>汇聚点</translation>
    </message>
    <message>
        <source>Switch %1 off</source>
        <translation>关闭%1</translation>
    </message>
    <message>
        <source>Mean-ablate %1 over the text</source>
        <translation>%1：代以其在文本上的均值</translation>
    </message>
    <message>
        <source>Mean-ablate %1 over %2</source>
        <translation>%1：代以其在%2上的均值</translation>
    </message>
    <message>
        <source>Let %1 attend to nothing</source>
        <translation>让 %1 不关注任何词元</translation>
    </message>
    <message>
        <source>Hide %1 from all</source>
        <translation>对所有词元隐藏%1</translation>
    </message>
    <message>
        <source>Hide %1 from %2</source>
        <translation>对%2隐藏%1</translation>
    </message>
    <message>
        <source>Sharpen attention: temperature %1</source>
        <translation>使注意力更尖锐：温度 %1</translation>
    </message>
    <message>
        <source>Flatten attention: temperature %1</source>
        <translation>使注意力更平缓：温度 %1</translation>
    </message>
    <message>
        <source>Spread %1 evenly</source>
        <translation>%1：同等看待所有词元</translation>
    </message>
    <message>
        <source>Cap %1 at %2</source>
        <translation>%1：至多 %2</translation>
    </message>
    <message>
        <source>Emphasise %1, weight × %2</source>
        <translation>突出%1，权重 × %2</translation>
    </message>
    <message>
        <source>Weaken %1, weight × %2</source>
        <translation>减弱%1，权重 × %2</translation>
    </message>
    <message>
        <source>Drop %1 of the weights at random</source>
        <translation>随机丢弃 %1 的权重</translation>
    </message>
    <message>
        <source>, %1 draws</source>
        <translation>，%1 次抽样</translation>
    </message>
    <message>
        <source>Patch pattern of %1 from %2</source>
        <translation>%1：像在%2中那样看</translation>
    </message>
    <message>
        <source>Patch output of %1 from %2</source>
        <translation>%1：输出取自%2</translation>
    </message>
    <message>
        <source>Zero ablation (Michel et al. 2019)</source>
        <translation>零消融（Michel 等，2019）</translation>
    </message>
    <message>
        <source>Mean ablation over the text</source>
        <translation>以文本均值消融</translation>
    </message>
    <message>
        <source>Mean ablation over another text (Wang et al. 2022)</source>
        <translation>以另一文本的均值消融（Wang 等，2022）</translation>
    </message>
    <message>
        <source>Attention knockout (Geva et al. 2023), rows renormalised</source>
        <translation>注意力阻断（Geva 等，2023），各行重新归一为 1</translation>
    </message>
    <message>
        <source>Softmax temperature: softmax(scores / T)</source>
        <translation>Softmax 温度：softmax（得分 / T）</translation>
    </message>
    <message>
        <source>Uniform attention over the visible keys</source>
        <translation>对可见键的均匀注意力</translation>
    </message>
    <message>
        <source>Weight cap; the excess goes to other keys in proportion</source>
        <translation>权重上限；超出部分按比例给其他键</translation>
    </message>
    <message>
        <source>Attention steering (PASTA, Zhang et al. 2023), rows renormalised</source>
        <translation>注意力引导（PASTA，Zhang 等，2023），各行重新归一化</translation>
    </message>
    <message>
        <source>Key re-weighting, rows renormalised</source>
        <translation>重新加权键，各行重新归一化</translation>
    </message>
    <message>
        <source>Attention dropout as in training (Vaswani et al. 2017)</source>
        <translation>如训练时的注意力 dropout（Vaswani 等，2017）</translation>
    </message>
    <message>
        <source>Attention pattern patching (Vig et al. 2020)</source>
        <translation>注意力模式修补（Vig 等，2020）</translation>
    </message>
    <message>
        <source>Activation patching of the head&apos;s output (Vig et al. 2020)</source>
        <translation>头输出的激活修补（Vig 等，2020）</translation>
    </message>
    <message>
        <source>All panels</source>
        <translation>所有面板</translation>
    </message>
    <message>
        <source>The whole workspace</source>
        <translation>整个工作区</translation>
    </message>
    <message>
        <source>attention weights</source>
        <translation>注意力权重</translation>
    </message>
    <message>
        <source>value-weighted norm</source>
        <translation>到达内容的范数</translation>
    </message>
    <message>
        <source>norm, whole layer</source>
        <translation>范数，所有头合计</translation>
    </message>
    <message>
        <source>norm with residual</source>
        <translation>含残差的范数</translation>
    </message>
    <message>
        <source>ALTI contributions</source>
        <translation>贡献</translation>
    </message>
    <message>
        <source>value zeroing</source>
        <translation>值置零</translation>
    </message>
    <message>
        <source>effective attention</source>
        <translation>有效注意力</translation>
    </message>
    <message>
        <source>Attention weights after softmax.</source>
        <translation>softmax 的权重。</translation>
    </message>
    <message>
        <source>Norm of weight × transformed value, as a share of its row (Kobayashi et al. 2020).</source>
        <translation>词元带来的向量的长度，占其行的份额（Kobayashi 等，2020）。</translation>
    </message>
    <message>
        <source>Norm of the sum over the layer&apos;s heads (Kobayashi et al. 2020).</source>
        <translation>同上，一层所有头合计（Kobayashi 等，2020）。</translation>
    </message>
    <message>
        <source>The same, with residual and layer norm (Kobayashi et al. 2021).</source>
        <translation>所有头合计，含残差与归一化（Kobayashi 等，2021）。</translation>
    </message>
    <message>
        <source>How much a token&apos;s vector moves the layer towards its output (ALTI, Ferrando et al. 2022).</source>
        <translation>词元使该层输出向其实际值靠近多少（Ferrando 等，2022）。</translation>
    </message>
    <message>
        <source>Cosine change of the layer&apos;s output when the token&apos;s value is zeroed, as a share of its row (Mohebbi et al. 2023).</source>
        <translation>去掉词元的值后该层输出转动多少，占其行的份额（Mohebbi 等，2023）。</translation>
    </message>
    <message>
        <source>Weights without the part that cannot affect the output (Brunner et al. 2020); negative values drawn as 0.</source>
        <translation>到达输出的那部分权重（Brunner 等，2020）；小于 0 的用 0 的颜色。</translation>
    </message>
    <message>
        <source>Head means multiplied through all layers to the input (Abnar and Zuidema 2020).</source>
        <translation>各头均值经所有层追溯到输入（Abnar 与 Zuidema，2020）。</translation>
    </message>
    <message>
        <source>1 span</source>
        <translation>1 个片段</translation>
    </message>
    <message>
        <source>%1 spans</source>
        <translation>%1 个片段</translation>
    </message>
    <message>
        <source>without special tokens</source>
        <translation>不含特殊词元</translation>
    </message>
    <message>
        <source>without special tokens, rows not renormalised</source>
        <translation>不含特殊词元，各行不重新归一</translation>
    </message>
    <message>
        <source>without sink</source>
        <translation>不含汇聚点</translation>
    </message>
    <message>
        <source>weights ≥ %1</source>
        <translation>权重 ≥ %1</translation>
    </message>
    <message>
        <source>at least %1 tokens apart</source>
        <translation>相距至少 %1 个词元</translation>
    </message>
    <message>
        <source>top %1</source>
        <translation>前 %1 个</translation>
    </message>
    <message>
        <source>parts of the row maximum</source>
        <translation>占行最大值的份额</translation>
    </message>
    <message>
        <source>transposed</source>
        <translation>转置</translation>
    </message>
    <message>
        <source>mean of all heads</source>
        <translation>所有头的均值</translation>
    </message>
    <message>
        <source>maximum of all heads</source>
        <translation>所有头的最大值</translation>
    </message>
    <message>
        <source>Merges subwords: attention to a word is a sum, from it a mean.</source>
        <translation>一个词的各片合为一体：指向词的权重为各片之和，来自词的为均值。</translation>
    </message>
    <message>
        <source>Merges sentences: attention to a sentence is a sum, from it a mean.</source>
        <translation>合并句子：对句子的注意力为和，来自句子的为均值。</translation>
    </message>
    <message>
        <source>Merges the tokens of a span: attention to it is a sum, from it a mean.</source>
        <translation>合并片段中的词元：对片段的注意力为和，来自片段的为均值。</translation>
    </message>
    <message>
        <source>Removes special tokens; rows renormalised.</source>
        <translation>不含分词器附加的词元；各行之和重新为 1。</translation>
    </message>
    <message>
        <source>Removes special tokens; rows not renormalised.</source>
        <translation>不含分词器附加的词元；各行之和小于 1。</translation>
    </message>
    <message>
        <source>Removes the sink (first or special tokens); rows renormalised.</source>
        <translation>不含占有质量却无意义的首词元或特殊词元；各行之和重新为 1。</translation>
    </message>
    <message>
        <source>Weights below %1 are shown as 0.</source>
        <translation>低于 %1 的权重显示为 0。</translation>
    </message>
    <message>
        <source>Weights between tokens less than %1 apart are shown as 0; long-range links remain.</source>
        <translation>相距不足 %1 的词元间权重显示为 0：只留远距离的。</translation>
    </message>
    <message>
        <source>The %1 largest weights of each query; the others are shown as 0.</source>
        <translation>每个查询最大的 %1 个权重；其余显示为 0。</translation>
    </message>
    <message>
        <source>Each row divided by its maximum; the values are no longer weights of the model.</source>
        <translation>每行除以其最大值；所得不再是模型的权重。</translation>
    </message>
    <message>
        <source>Rows show what attends to a token; columns sum to 1.</source>
        <translation>每行表示谁关注某词元；各列之和为 1。</translation>
    </message>
    <message>
        <source>Mean over the layer&apos;s heads.</source>
        <translation>该层所有头的均值。</translation>
    </message>
    <message>
        <source>Maximum over the layer&apos;s heads; rows can sum to more than 1.</source>
        <translation>该层任一头的最大权重；各行之和大于 1。</translation>
    </message>
    <message>
        <source>mean of %1 heads</source>
        <translation>%1 个头的均值</translation>
    </message>
    <message>
        <source>maximum of %1 heads</source>
        <translation>%1 个头的最大值</translation>
    </message>
    <message>
        <source>all heads</source>
        <translation>所有头</translation>
    </message>
    <message>
        <source>%1:  only one side has this token</source>
        <translation>%1：只有一侧有此词元</translation>
    </message>
    <message>
        <source>%1:  %2   ·   row sum %3</source>
        <translation>%1：%2 · 行之和 %3</translation>
    </message>
    <message>
        <source>model 2</source>
        <translation>模型 2</translation>
    </message>
    <message>
        <source>text B</source>
        <translation>文本 B</translation>
    </message>
    <message>
        <source>with changes</source>
        <translation>有改动</translation>
    </message>
    <message>
        <source>layer %1, head %2</source>
        <translation>第 %1 层，头 %2</translation>
    </message>
    <message>
        <source>model %1</source>
        <translation>模型 %1</translation>
    </message>
    <message>
        <source>text A</source>
        <translation>文本 A</translation>
    </message>
    <message>
        <source>without changes</source>
        <translation>无改动</translation>
    </message>
    <message>
        <source>Rings: the strongest source token of each row.</source>
        <translation>圆环：每行最强的源词元。</translation>
    </message>
    <message>
        <source>rows by predicted token</source>
        <translation>按所写内容排行</translation>
    </message>
    <message>
        <source>Labels each row with the token it predicted: where the model attended to generate it.</source>
        <translation>每行以其接着说出的词元命名：模型写该词元时看向哪里。</translation>
    </message>
    <message>
        <source>Predicted next</source>
        <translation>下一个词元</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Prediction for “%1” (token %2)</source>
        <translation>代替“%1”（词元 %2）</translation>
    </message>
    <message>
        <source>Class of “%1” (token %2)</source>
        <translation>“%1”的类别（词元 %2）</translation>
    </message>
    <message>
        <source>%1: hatched, with its own bar.</source>
        <translation>%1 以阴影线表示，并有单独的条。</translation>
    </message>
    <message>
        <source>No image: this model read a text</source>
        <translation>没有图像：该模型读取的是文本</translation>
    </message>
    <message>
        <source>No image for the overlay.</source>
        <translation>没有可叠加的图像。</translation>
    </message>
    <message>
        <source>The image with the attention of one token laid over its %1 patches. </source>
        <translation>图像及其 %1 个图块上叠加的一个词元的注意力。 </translation>
    </message>
    <message>
        <source>Cover %1 with the image&apos;s mean colour</source>
        <translation>用图像的平均颜色覆盖 %1</translation>
    </message>
    <message>
        <source>Cover %1 with grey</source>
        <translation>用灰色覆盖 %1</translation>
    </message>
    <message>
        <source>Occlusion of image patches (Zeiler and Fergus 2014)</source>
        <translation>遮挡图像块 (Zeiler 和 Fergus 2014)</translation>
    </message>
    <message>
        <source>%1: expected a figure exported by Headlight, found no session in it</source>
        <translation>%1：应为 Headlight 导出的图，其中没有会话</translation>
    </message>
    <message>
        <source>%1: file not found</source>
        <translation>%1：找不到文件</translation>
    </message>
    <message>
        <source>token flow: expected as many queries as keys, found %1 and %2</source>
        <translation>词元流：查询数应等于键数，实为 %1 和 %2</translation>
    </message>
    <message>
        <source>image &apos;%1&apos;: file not found</source>
        <translation>图像“%1”：找不到文件</translation>
    </message>
    <message>
        <source>image &apos;%1&apos;: expected at most %2 pixels per side, found %3 x %4</source>
        <translation>图像“%1”：每边最多 %2 像素，实为 %3 x %4</translation>
    </message>
    <message>
        <source>image &apos;%1&apos;: expected a picture, found %2</source>
        <translation>图像“%1”：应为图片，实为 %2</translation>
    </message>
    <message>
        <source>walkthrough: expected the run of a model, found attention without queries and keys</source>
        <translation>讲解：应为模型的一次运行，实为没有查询和键的注意力</translation>
    </message>
    <message>
        <source>%1 contains only attention; there is no model to change.</source>
        <translation>%1 只含注意力：没有可更改的模型。</translation>
    </message>
    <message>
        <source>none: this model reads images</source>
        <translation>无：此模型读取图像</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 个词元</translation>
    </message>
    <message>
        <source>none: token ids only</source>
        <translation>无：只用词元编号</translation>
    </message>
    <message>
        <source>Stopped after %1 tokens; the model would continue.</source>
        <translation>在 %1 个词元后停止；模型还会继续。</translation>
    </message>
    <message>
        <source>it needs a run of a model; the file contains only weights.</source>
        <translation>需要一次模型运行；此文件只含权重。</translation>
    </message>
    <message>
        <source>The text has %1 tokens; the model was trained on up to %2. Results beyond that are unreliable.</source>
        <translation>文本有 %1 个词元，模型训练长度最多 %2：超出部分不可靠。</translation>
    </message>
    <message>
        <source>session: model “%1” not found</source>
        <translation>会话：找不到模型“%1”</translation>
    </message>
    <message>
        <source>The model &apos;%1&apos; has no tokenizer; use token ids.</source>
        <translation>模型“%1”没有分词器；请使用词元编号。</translation>
    </message>
    <message>
        <source>&apos;%1&apos; has learned positions for %2 tokens and cannot read more.</source>
        <translation>“%1”的学习位置只有 %2 个词元，不能读更多。</translation>
    </message>
    <message>
        <source>&apos;%1&apos; was trained on up to %2 tokens. Results beyond that are unreliable.</source>
        <translation>“%1”的训练长度最多 %2 个词元：超出部分不可靠。</translation>
    </message>
    <message>
        <source>%1: expected a session of at most %2 MiB, found %3 bytes</source>
        <translation>%1：会话最多 %2 MiB，实为 %3 字节</translation>
    </message>
    <message>
        <source>%1: expected a session of version %2 or older, found version %3 of a newer Headlight</source>
        <translation>%1：会话版本应为 %2 或更早，实为 %3：由更新的 Headlight 写出</translation>
    </message>
    <message>
        <source>Token ids: expected whole numbers such as 101 2023 102, found “%1”.</source>
        <translation>词元编号：应为整数，例如 101 2023 102，实为“%1”。</translation>
    </message>
    <message>
        <source>A workspace has at most %1 panels.</source>
        <translation>工作区最多 %1 个面板。</translation>
    </message>
    <message>
        <source>A model has at most %1 changes.</source>
        <translation>一个模型最多 %1 处更改。</translation>
    </message>
    <message>
        <source>A deck has at most %1 slides.</source>
        <translation>幻灯片集最多 %1 页。</translation>
    </message>
    <message>
        <source>A panel has at most %1 lenses.</source>
        <translation>一个面板最多 %1 个透镜。</translation>
    </message>
    <message>
        <source>A panel shows at most %1 heads.</source>
        <translation>一个面板最多显示 %1 个头。</translation>
    </message>
    <message>
        <source>A lens has at most %1 spans.</source>
        <translation>一个透镜最多 %1 个片段。</translation>
    </message>
    <message>
        <source>No single head makes a difference.</source>
        <translation>没有任何单独的头有影响。</translation>
    </message>
    <message>
        <source>Numbers of %1</source>
        <translation>数值：%1</translation>
    </message>
    <message>
        <source>key</source>
        <translation>键</translation>
    </message>
    <message>
        <source>%1: %2 ↓, %3 →</source>
        <comment>what a table holds, its rows, its columns</comment>
        <translation>%1：%2 ↓，%3 →</translation>
    </message>
    <message>
        <source>Arrows point from the query to the key.</source>
        <translation>箭头从查询指向键。</translation>
    </message>
    <message>
        <source>Crossed out: heads that are switched off.</source>
        <translation>划掉：已关闭的头。</translation>
    </message>
    <message>
        <source>With a corner: heads that are changed.</source>
        <translation>带角标：已更改的头。</translation>
    </message>
    <message>
        <source>Rows of a map are keys, columns queries.</source>
        <translation>图的行是键，列是查询。</translation>
    </message>
    <message>
        <source>, for each head up to its own maximum (100% of the bar).</source>
        <translation>，每个头到其自身最大值（色条的 100%）。</translation>
    </message>
    <message>
        <source>Each pixel shows the largest of up to %1 × %1 cells.</source>
        <translation>每个像素显示至多 %1 × %1 个单元格中的最大值。</translation>
    </message>
    <message>
        <source>, up to the maximum of the head.</source>
        <translation>，到该头的最大值。</translation>
    </message>
    <message>
        <source>One cell has no value.</source>
        <translation>一个单元格没有数值。</translation>
    </message>
    <message>
        <source>%1 cells have no value.</source>
        <translation>%1 个单元格没有数值。</translation>
    </message>
    <message>
        <source>: “%1” as query</source>
        <translation>：“%1”作为查询</translation>
    </message>
    <message>
        <source>: “%1” as key</source>
        <translation>：“%1”作为键</translation>
    </message>
    <message>
        <source>no value</source>
        <translation>无数值</translation>
    </message>
    <message>
        <source>attended to by</source>
        <translation>被谁关注</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <comment>side of a difference, what it is, its number</comment>
        <translation>%1，%2：%3</translation>
    </message>
    <message>
        <source>Tint: %1 with the framed token as query.</source>
        <translation>着色：以加框词元为查询的%1。</translation>
    </message>
    <message>
        <source>Tint: %1 with the framed token as key.</source>
        <translation>着色：以加框词元为键的%1。</translation>
    </message>
    <message>
        <source>, up to the largest number shown.</source>
        <translation>，到所示的最大数值。</translation>
    </message>
    <message>
        <source>The text with its tokens tinted by %1. </source>
        <translation>文本，词元按%1着色。 </translation>
    </message>
    <message>
        <source>share, and %1 of other links</source>
        <translation>份额，以及其他连接的%1</translation>
    </message>
    <message>
        <source>Coloured: share of the selected token along a path. Grey: other links.</source>
        <translation>彩色：沿路径的所选词元份额。灰色：其他连接。</translation>
    </message>
    <message>
        <source>Token flow follows what queries attend to; it cannot be transposed</source>
        <translation>词元流沿查询所关注的方向：不可转置</translation>
    </message>
    <message>
        <source>the square root of the number</source>
        <translation>数值的平方根</translation>
    </message>
    <message>
        <source>the logarithm of the number</source>
        <translation>数值的对数</translation>
    </message>
    <message>
        <source>the number</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>%1–%2 of %3</source>
        <translation>%1–%2（共 %3）</translation>
    </message>
    <message>
        <source>Part of the map: rows %1, columns %2.</source>
        <translation>图的一部分：行 %1，列 %2。</translation>
    </message>
    <message>
        <source>No difference beyond rounding (%1).</source>
        <translation>除舍入（%1）外没有差异。</translation>
    </message>
    <message>
        <source>Each pixel shows the largest of %1 × %2 cells.</source>
        <translation>每个像素显示 %1 × %2 个单元格中的最大值。</translation>
    </message>
    <message>
        <source>Each pixel shows the largest of up to %1 × %2 cells.</source>
        <translation>每个像素显示至多 %1 × %2 个单元格中的最大值。</translation>
    </message>
    <message>
        <source>No difference</source>
        <translation>无差异</translation>
    </message>
    <message>
        <source>Links from tokens to the query tokens that attend to them, </source>
        <translation>从词元到关注它们的查询词元的连接， </translation>
    </message>
    <message>
        <source>Bars: %1, up to %2 at the upper edge.</source>
        <translation>条形：%1，上缘为 %2。</translation>
    </message>
    <message>
        <source>Muted: words that cannot see the token.</source>
        <translation>变淡：看不到该词元的词。</translation>
    </message>
    <message>
        <source>Muted: words that the token cannot see.</source>
        <translation>变淡：该词元看不到的词。</translation>
    </message>
    <message>
        <source>Bar chart, %1. </source>
        <translation>条形图，%1。 </translation>
    </message>
    <message>
        <source>Near dots are attended to similarly: Jensen–Shannon distance on this text, laid out in two dimensions.</source>
        <translation>相近的点被关注的方式相似：在此文本上的 Jensen–Shannon 距离，布置在二维中。</translation>
    </message>
    <message>
        <source>. Heads that are attended to similarly are near each other.</source>
        <translation>。词元被关注方式相似的头彼此靠近。</translation>
    </message>
    <message>
        <source>share of norm</source>
        <translation>范数份额</translation>
    </message>
    <message>
        <source>contribution</source>
        <translation>贡献</translation>
    </message>
    <message>
        <source>share of change</source>
        <translation>变化份额</translation>
    </message>
    <message>
        <source>effective weight</source>
        <translation>有效权重</translation>
    </message>
    <message>
        <source>part of row maximum</source>
        <translation>行最大值的比例</translation>
    </message>
    <message>
        <source>mean weight</source>
        <translation>平均权重</translation>
    </message>
    <message>
        <source>largest weight</source>
        <translation>最大权重</translation>
    </message>
    <message>
        <source>%1:  no value</source>
        <translation>%1：无数值</translation>
    </message>
    <message>
        <source>↑ %1 on %2, full = 100%</source>
        <translation>↑ %2 上的%1，满格 = 100%</translation>
    </message>
    <message>
        <source>Strip below: mean %1 on %2 (full = 100%), not on the colour scale.</source>
        <translation>下方条带：%2 上的平均%1（满格 = 100%），不计入色阶。</translation>
    </message>
    <message>
        <source>Links to %1 hidden; bars: their mean %2, full = 100%.</source>
        <translation>指向 %1 的连接已隐藏；条形：其平均%2，满格 = 100%。</translation>
    </message>
    <message>
        <source>Bars and hatching: %1 on %2, not on the colour scale.</source>
        <translation>条形与阴影线：%2 上的%1，不计入色阶。</translation>
    </message>
    <message>
        <source>Heatmap of %1, %2</source>
        <translation>热图：%1，%2</translation>
    </message>
    <message>
        <source> The part on %1 is shown separately.</source>
        <translation>%1上的部分单独显示。</translation>
    </message>
    <message>
        <source>Bars: %1 on %2, full = 100%.</source>
        <translation>条形：%2 上的%1，满格 = 100%。</translation>
    </message>
    <message>
        <source>Ablate %1</source>
        <translation>消融%1</translation>
    </message>
    <message>
        <source>Remove change: %1</source>
        <translation>删除更改：%1</translation>
    </message>
    <message>
        <source>Switch change on: %1</source>
        <translation>启用更改：%1</translation>
    </message>
    <message>
        <source>Switch change off: %1</source>
        <translation>停用更改：%1</translation>
    </message>
    <message>
        <source>Edit changes</source>
        <translation>编辑更改</translation>
    </message>
    <message>
        <source>Add lens: %1</source>
        <translation>添加透镜：%1</translation>
    </message>
    <message>
        <source>Remove lens: %1</source>
        <translation>删除透镜：%1</translation>
    </message>
    <message>
        <source>Change lenses</source>
        <translation>更改透镜</translation>
    </message>
    <message>
        <source>Show panel as: %1</source>
        <translation>面板显示为：%1</translation>
    </message>
    <message>
        <source>Change method: %1</source>
        <translation>更改方法：%1</translation>
    </message>
    <message>
        <source>Show difference</source>
        <translation>显示差异</translation>
    </message>
    <message>
        <source>End difference</source>
        <translation>结束差异</translation>
    </message>
    <message>
        <source>Choose heads of panel</source>
        <translation>选择面板的头</translation>
    </message>
    <message>
        <source>Pin head %1 in panel</source>
        <translation>在面板中固定头 %1</translation>
    </message>
    <message>
        <source>Unpin head of panel</source>
        <translation>取消固定面板的头</translation>
    </message>
    <message>
        <source>Change colour scale</source>
        <translation>更改颜色标度</translation>
    </message>
    <message>
        <source>Change threshold</source>
        <translation>更改阈值</translation>
    </message>
    <message>
        <source>Change panel</source>
        <translation>更改面板</translation>
    </message>
    <message>
        <source>Add panel</source>
        <translation>添加面板</translation>
    </message>
    <message>
        <source>Add panels</source>
        <translation>添加多个面板</translation>
    </message>
    <message>
        <source>Close panel</source>
        <translation>关闭面板</translation>
    </message>
    <message>
        <source>Move panel</source>
        <translation>移动面板</translation>
    </message>
    <message>
        <source>Change panels</source>
        <translation>更改多个面板</translation>
    </message>
    <message>
        <source>Add slide</source>
        <translation>添加幻灯片</translation>
    </message>
    <message>
        <source>Remove slide</source>
        <translation>删除幻灯片</translation>
    </message>
    <message>
        <source>Edit slide</source>
        <translation>编辑幻灯片</translation>
    </message>
    <message>
        <source>Move slide</source>
        <translation>移动幻灯片</translation>
    </message>
    <message>
        <source>Open model %1</source>
        <translation>打开模型 %1</translation>
    </message>
    <message>
        <source>Compare with model %1</source>
        <translation>与模型 %1 比较</translation>
    </message>
    <message>
        <source>Stop comparing models</source>
        <translation>结束模型比较</translation>
    </message>
    <message>
        <source>Open image</source>
        <translation>打开图像</translation>
    </message>
    <message>
        <source>Compare texts</source>
        <translation>比较文本</translation>
    </message>
    <message>
        <source>Stop comparing texts</source>
        <translation>结束文本比较</translation>
    </message>
    <message>
        <source>Edit text</source>
        <translation>编辑文本</translation>
    </message>
    <message>
        <source>Edit text B</source>
        <translation>编辑文本 B</translation>
    </message>
    <message>
        <source>Continue text</source>
        <translation>续写文本</translation>
    </message>
    <message>
        <source>Show model with changes</source>
        <translation>显示更改后的模型</translation>
    </message>
    <message>
        <source>Show model without changes</source>
        <translation>显示未更改的模型</translation>
    </message>
    <message>
        <source>Maximise panel</source>
        <translation>最大化面板</translation>
    </message>
    <message>
        <source>Restore panels</source>
        <translation>还原面板</translation>
    </message>
    <message>
        <source>Sort heads</source>
        <translation>排列头</translation>
    </message>
    <message>
        <source>Filter heads</source>
        <translation>筛选头</translation>
    </message>
    <message>
        <source>Select head %1</source>
        <translation>选择头 %1</translation>
    </message>
    <message>
        <source>Pin token</source>
        <translation>固定词元</translation>
    </message>
    <message>
        <source>Unpin token</source>
        <translation>取消固定词元</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>缩放</translation>
    </message>
    <message>
        <source>Which heads &amp;matter…</source>
        <translation>哪些头重要(&amp;M)…</translation>
    </message>
    <message>
        <source>Compare met&amp;hods…</source>
        <translation>方法并列对比(&amp;H)…</translation>
    </message>
    <message>
        <source>Head &amp;table…</source>
        <translation>头的数字(&amp;U)…</translation>
    </message>
    <message>
        <source>&amp;Noise test…</source>
        <translation>文本中的噪声(&amp;N)…</translation>
    </message>
    <message>
        <source>&amp;Cost…</source>
        <translation>开销(&amp;C)…</translation>
    </message>
    <message>
        <source>Dec&amp;k…</source>
        <translation>幻灯片集(&amp;K)…</translation>
    </message>
    <message>
        <source>&amp;Walk through this head…</source>
        <translation>逐步讲解这个头(&amp;W)…</translation>
    </message>
    <message>
        <source>&amp;Five things heads do…</source>
        <translation>头做的五件事(&amp;F)…</translation>
    </message>
    <message>
        <source>&amp;Guide</source>
        <translation>指南(&amp;G)</translation>
    </message>
    <message>
        <source>Panel</source>
        <translation>面板</translation>
    </message>
    <message>
        <source>Show as %1</source>
        <translation>显示为%1</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>头</translation>
    </message>
    <message>
        <source>Layer %1 · Head %2</source>
        <translation>第 %1 层 · 头 %2</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>词元</translation>
    </message>
    <message>
        <source>%1, token %2</source>
        <translation>%1，词元 %2</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>示例</translation>
    </message>
    <message>
        <source>Guide</source>
        <translation>指南</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>Decoder: within the target</source>
        <translation>解码器：目标内部</translation>
    </message>
    <message>
        <source>Cross-attention: from target to source</source>
        <translation>交叉注意力：从目标到源</translation>
    </message>
    <message>
        <source>Encoder: within the source</source>
        <translation>编码器：源内部</translation>
    </message>
    <message>
        <source>decoder</source>
        <translation>解码器</translation>
    </message>
    <message>
        <source>cross</source>
        <translation>交叉</translation>
    </message>
    <message>
        <source>encoder</source>
        <translation>编码器</translation>
    </message>
    <message>
        <source>masked</source>
        <translation>不可见</translation>
    </message>
    <message>
        <source>masked for this query</source>
        <translation>对此查询不可见</translation>
    </message>
    <message>
        <source>Labels: the strongest and some other tokens.</source>
        <translation>标注：最强的词元及其他部分词元。</translation>
    </message>
    <message>
        <source>Dots that would cover one another are moved apart.</source>
        <translation>会相互遮挡的点已被移开。</translation>
    </message>
    <message>
        <source>&amp;Score of a cell…</source>
        <translation>单元格的分数(&amp;S)…</translation>
    </message>
    <message>
        <source>E&amp;xperts…</source>
        <translation>专家(&amp;X)…</translation>
    </message>
    <message>
        <source>Experts</source>
        <translation>专家</translation>
    </message>
    <message>
        <source>Expert load: tokens per expert</source>
        <translation>专家负载：每位专家的词元数</translation>
    </message>
    <message>
        <source>Experts by layer and token, expert %1.%2</source>
        <translation>按层和词元的专家，专家 %1.%2</translation>
    </message>
    <message>
        <source>Experts by layer and token</source>
        <translation>按层和词元的专家</translation>
    </message>
    <message>
        <source>Tokens of expert %1.%2</source>
        <translation>专家 %1.%2 的词元</translation>
    </message>
    <message>
        <source>First expert of each token, layer %1</source>
        <translation>每个词元的首选专家，第 %1 层</translation>
    </message>
    <message>
        <source>Colour and number: expert. Height: its weight; a whole cell is %1. Best expert at the top.</source>
        <translation>颜色和数字：专家。高度：其权重；整格为 %1。最佳专家在最上方。</translation>
    </message>
    <message>
        <source>Bar: tokens that chose the expert, up to %1. Line: even load.</source>
        <translation>条形：选择该专家的词元数，最多 %1。线：均匀负载。</translation>
    </message>
    <message>
        <source>Coloured: tokens that chose the expert, with its weight.</source>
        <translation>着色：选择该专家的词元及其权重。</translation>
    </message>
    <message>
        <source>Colour and number: expert with the largest weight.</source>
        <translation>颜色和数字：权重最大的专家。</translation>
    </message>
    <message>
        <source>“%1”, layer %2: %3</source>
        <translation>“%1”，第 %2 层：%3</translation>
    </message>
    <message>
        <source>no expert</source>
        <translation>没有专家</translation>
    </message>
    <message>
        <source>Expert %1.%2: %3 of %4 tokens, %5 of all choices</source>
        <translation>专家 %1.%2：%4 个词元中的 %3 个，占全部选择的 %5</translation>
    </message>
    <message>
        <source>“%1”, layer %2: expert %3, weight %4</source>
        <translation>“%1”，第 %2 层：专家 %3，权重 %4</translation>
    </message>
    <message>
        <source>Experts, without a text.</source>
        <translation>专家，没有文本。</translation>
    </message>
    <message>
        <source>layer %1: expert %2 for %3 tokens</source>
        <translation>第 %1 层：专家 %2，%3 个词元</translation>
    </message>
    <message>
        <source>. Most used: %1.</source>
        <translation>。使用最多：%1。</translation>
    </message>
    <message>
        <source>content</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Numbers that do not turn</source>
        <translation>不旋转的数值</translation>
    </message>
    <message>
        <source>Wavelength %1 tokens</source>
        <translation>波长 %1 个词元</translation>
    </message>
    <message>
        <source>added</source>
        <translation>附加</translation>
    </message>
    <message>
        <source>Position terms and soft cap</source>
        <translation>位置项与软上限</translation>
    </message>
    <message>
        <source>Score of a cell</source>
        <translation>单元格的分数</translation>
    </message>
    <message>
        <source>Why “%1” attends to “%2”: %3</source>
        <translation>为什么“%1”关注“%2”：%3</translation>
    </message>
    <message>
        <source>Score %1 = content %2 + rotary %3%4; weight %5.</source>
        <translation>分数 %1 = 内容 %2 + 旋转 %3%4；权重 %5。</translation>
    </message>
    <message>
        <source> + added %1</source>
        <translation> + 附加 %1</translation>
    </message>
    <message>
        <source>Masked: the query does not see this key.</source>
        <translation>已遮蔽：该查询看不到这个键。</translation>
    </message>
    <message>
        <source>Bars by wavelength: tokens of a whole turn. Lines: the same with both tokens at one place.</source>
        <translation>按波长的条形：转一整圈的词元数。线：两个词元在同一位置时的值。</translation>
    </message>
    <message>
        <source>Without rotary positions there is one part.</source>
        <translation>没有旋转位置时只有一个部分。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>, at the same place %1</source>
        <translation>，在同一位置时为 %1</translation>
    </message>
    <message>
        <source>Score of a cell, without a cell.</source>
        <translation>单元格的分数，没有单元格。</translation>
    </message>
    <message>
        <source>. Content %1, rotary %2, score %3.</source>
        <translation>。内容 %1，旋转 %2，分数 %3。</translation>
    </message>
    <message>
        <source>no token</source>
        <translation>无词元</translation>
    </message>
    <message>
        <source>%1, no token</source>
        <translation>%1，无词元</translation>
    </message>
    <message>
        <source>Outlined bars: the share of no token (learned sink), which the row&apos;s weights lack to 100%.</source>
        <translation>带边框的条形：无词元的份额（学习到的汇聚点），即该行权重与 100% 的差额。</translation>
    </message>
    <message>
        <source>no token %1</source>
        <translation>无词元 %1</translation>
    </message>
    <message>
        <source>%1   ·   no token %2</source>
        <translation>%1   ·   无词元 %2</translation>
    </message>
    <message>
        <source>every expert</source>
        <translation>所有专家</translation>
    </message>
    <message>
        <source>expert %1</source>
        <translation>专家 %1</translation>
    </message>
    <message>
        <source>experts %1</source>
        <translation>专家 %1</translation>
    </message>
    <message>
        <source>Force %1</source>
        <translation>强制使用%1</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation>%1（在%2）</translation>
    </message>
    <message>
        <source>Router logit at −∞: another expert takes its place</source>
        <translation>路由器 logit 设为 −∞：由另一位专家替代</translation>
    </message>
    <message>
        <source>First choice of the router, with the weight of its own logit</source>
        <translation>路由器的首选，权重取自其自身的 logit</translation>
    </message>
    <message>
        <source>C&amp;ontacts…</source>
        <translation>接触(&amp;O)…</translation>
    </message>
    <message>
        <source>contact probability</source>
        <translation>接触概率</translation>
    </message>
    <message>
        <source>Predicted contacts, %1</source>
        <translation>预测的接触，%1</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>接触</translation>
    </message>
    <message>
        <source>Logit &amp;lens…</source>
        <translation>Logit 透镜(&amp;L)…</translation>
    </message>
    <message>
        <source>Logit lens</source>
        <translation>Logit 透镜</translation>
    </message>
    <message>
        <source>Logit lens: what the model would predict after each layer</source>
        <translation>Logit 透镜：模型在每一层之后会预测什么</translation>
    </message>
    <message>
        <source>Before the first layer</source>
        <translation>第一层之前</translation>
    </message>
    <message>
        <source>After layer %1</source>
        <translation>第 %1 层之后</translation>
    </message>
    <message>
        <source>probability</source>
        <translation>概率</translation>
    </message>
    <message>
        <source>logit</source>
        <translation>logit</translation>
    </message>
    <message>
        <source>Each cell: the most likely token at this place if the output head read the hidden state of that layer; colour: its probability.</source>
        <translation>每格：若输出头读取该层的隐藏状态，此处最可能的词元；颜色：其概率。</translation>
    </message>
    <message>
        <source>Each cell: the most likely next token if the output head read the hidden state of that layer; colour: its probability.</source>
        <translation>每格：若输出头读取该层的隐藏状态，最可能的下一个词元；颜色：其概率。</translation>
    </message>
    <message>
        <source>Tokens %1 to %2 of %3.</source>
        <translation>词元 %1 到 %2，共 %3 个。</translation>
    </message>
    <message>
        <source>No room for words: point at a cell.</source>
        <translation>空间不足，无法显示词：请指向单元格。</translation>
    </message>
    <message>
        <source>input</source>
        <comment>hidden state before the first layer</comment>
        <translation>输入</translation>
    </message>
    <message>
        <source>%1 at “%2”</source>
        <translation>%1，“%2”处</translation>
    </message>
    <message>
        <source>What each head adds to the logit at “%1”</source>
        <translation>各头对“%1”处 logit 的贡献</translation>
    </message>
    <message>
        <source>What each head adds to the logit of “%1” (%2)</source>
        <translation>各头对“%1”的 logit 的贡献（%2）</translation>
    </message>
    <message>
        <source>%1, token %2 “%3”: “%4” %5</source>
        <translation>%1，词元 %2“%3”：“%4”%5</translation>
    </message>
    <message>
        <source>“%1”: %2</source>
        <translation>“%1”：%2</translation>
    </message>
    <message>
        <source>%1: logit %2</source>
        <translation>%1：logit %2</translation>
    </message>
    <message>
        <source>A logit lens without a text.</source>
        <translation>没有文本的 logit 透镜。</translation>
    </message>
    <message>
        <source>%1 “%2” %3</source>
        <translation>%1“%2”%3</translation>
    </message>
    <message>
        <source>A grid of %1 hidden states by %2 tokens. At token %3 “%4”: %5.</source>
        <translation>%1 个隐藏状态乘 %2 个词元的网格。在词元 %3“%4”处：%5。</translation>
    </message>
    <message>
        <source> The head that adds most to the logit is %1 (%2).</source>
        <translation>对 logit 贡献最大的头是 %1（%2）。</translation>
    </message>
    <message>
        <source>needs %1, this computer has %2</source>
        <translation>需要 %1，本机有 %2</translation>
    </message>
    <message>
        <source>needs %1 of %2 free</source>
        <translation>需要 %1，可用 %2</translation>
    </message>
    <message>
        <source>%1, fits</source>
        <translation>%1，可容纳</translation>
    </message>
    <message>
        <source>Sc&amp;atter of heads…</source>
        <translation>头的散点图(&amp;A)…</translation>
    </message>
    <message>
        <source>%1 against %2</source>
        <translation>%1 对 %2</translation>
    </message>
    <message>
        <source>Named: heads that lie furthest from the others.</source>
        <translation>标名的是离其他头最远的头。</translation>
    </message>
    <message>
        <source>%1 (%2): %3 %4, %5 %6</source>
        <translation>%1(%2):%3 %4,%5 %6</translation>
    </message>
    <message>
        <source>%1 of %2 heads. Highest %3: %4, head %5. Highest %6: %7, head %8.</source>
        <translation>%2个头的%1。%3最高:%4,头 %5。%6最高:%7,头 %8。</translation>
    </message>
    <message>
        <source>Heads</source>
        <translation>头</translation>
    </message>
    <message>
        <source>Sort heads by %1</source>
        <translation>按%1排列头</translation>
    </message>
    <message>
        <source>Sort heads by layer and head</source>
        <translation>按层和头排列头</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>Another language shows after a restart.</source>
        <translation>更改语言后重启生效。</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>主题(&amp;T)</translation>
    </message>
    <message>
        <source>colours dark light high contrast</source>
        <translation>颜色 深色 浅色 高对比度</translation>
    </message>
    <message>
        <source>Text &amp;size</source>
        <translation>文字大小(&amp;S)</translation>
    </message>
    <message>
        <source>Of menus, panes and figures on the screen.</source>
        <translation>屏幕上的菜单、窗格和图。</translation>
    </message>
    <message>
        <source>font larger smaller zoom</source>
        <translation>字体 放大 缩小</translation>
    </message>
    <message>
        <source>Reduce &amp;motion</source>
        <translation>减少动画(&amp;M)</translation>
    </message>
    <message>
        <source>animation</source>
        <translation>动画</translation>
    </message>
    <message>
        <source>Panels</source>
        <translation>面板</translation>
    </message>
    <message>
        <source>&amp;Colour scale</source>
        <translation>颜色标度(&amp;C)</translation>
    </message>
    <message>
        <source>Of the panels that are open and of new sessions.</source>
        <translation>用于打开的面板和新会话。</translation>
    </message>
    <message>
        <source>linear logarithmic</source>
        <translation>线性 对数</translation>
    </message>
    <message>
        <source>Separate attention sin&amp;ks</source>
        <translation>单独显示注意力汇(&amp;K)</translation>
    </message>
    <message>
        <source>Attention on the first token or special tokens has its own bar.</source>
        <translation>对首个词元或特殊词元的注意力有自己的条。</translation>
    </message>
    <message>
        <source>Computing</source>
        <translation>计算</translation>
    </message>
    <message>
        <source>Th&amp;reads</source>
        <translation>线程(&amp;R)</translation>
    </message>
    <message>
        <source>All cores (%1)</source>
        <translation>所有核心(%1)</translation>
    </message>
    <message>
        <source>processor CPU</source>
        <translation>处理器 CPU</translation>
    </message>
    <message>
        <source>M&amp;emory of a run</source>
        <translation>一次运行的内存(&amp;E)</translation>
    </message>
    <message>
        <source>Half of what is free</source>
        <translation>空闲内存的一半</translation>
    </message>
    <message>
        <source>Longer texts use a scratch file on disk.</source>
        <translation>更长的文本使用磁盘上的临时文件。</translation>
    </message>
    <message>
        <source>RAM</source>
        <translation>RAM</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>隐私</translation>
    </message>
    <message>
        <source>Remember recent models and sessi&amp;ons</source>
        <translation>记住最近的模型和会话(&amp;O)</translation>
    </message>
    <message>
        <source>history</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>Keep a copy of unsaved &amp;work</source>
        <translation>保留未保存工作的副本(&amp;W)</translation>
    </message>
    <message>
        <source>Restores your work after a crash and at the next start.</source>
        <translation>在崩溃后和下次启动时恢复您的工作。</translation>
    </message>
    <message>
        <source>autosave recovery</source>
        <translation>自动保存 恢复</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Forgotten</source>
        <translation>已清除</translation>
    </message>
    <message>
        <source>&amp;Forget what was opened</source>
        <translation>清除打开记录(&amp;F)</translation>
    </message>
    <message>
        <source>Deletes recent lists, unsaved sessions and crash reports. Your own files stay.</source>
        <translation>删除最近列表、未保存的会话和崩溃报告。您自己的文件会保留。</translation>
    </message>
    <message>
        <source>history clear delete</source>
        <translation>历史 清空 删除</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>全部重置</translation>
    </message>
    <message>
        <source>&amp;Usual keys for all commands</source>
        <translation>所有命令的默认按键(&amp;U)</translation>
    </message>
    <message>
        <source>Without %1: %2 %3 → %4</source>
        <translation>去掉 %1：%2 %3 → %4</translation>
    </message>
    <message>
        <source>Ablation, head by head</source>
        <translation>逐头消融</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步</translation>
    </message>
    <message>
        <source>Through the layers</source>
        <translation>逐层</translation>
    </message>
    <message>
        <source>Through the heads</source>
        <translation>逐头</translation>
    </message>
    <message>
        <source>Token by token</source>
        <translation>逐词元</translation>
    </message>
    <message>
        <source>Step %1 of %2: %3</source>
        <translation>第 %1 步，共 %2 步：%3</translation>
    </message>
    <message>
        <source>Walkthrough: %1, “%2”</source>
        <translation>逐步讲解：%1，“%2”</translation>
    </message>
    <message>
        <source>Pale: the sums of the step before, on the same axis.</source>
        <translation>浅色：上一步的总和，同一坐标轴。</translation>
    </message>
    <message>
        <source>Token by token, as it was written</source>
        <translation>按写出顺序逐词元</translation>
    </message>
    <message>
        <source>Walkthrough of this head</source>
        <translation>逐步讲解此头</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1(%2)</translation>
    </message>
    <message>
        <source>Heads that look at contacts most: %1; chance %2.</source>
        <translation>最关注接触的头：%1；随机水平 %2。</translation>
    </message>
    <message>
        <source>%1: expected a figure with its session, found one exported without a session</source>
        <translation>%1：应为带会话的图，此图导出时不含会话</translation>
    </message>
    <message>
        <source>%1: expected a figure with its session, found one exported without text and session</source>
        <translation>%1：应为带会话的图，此图导出时不含文本与会话</translation>
    </message>
    <message>
        <source>model &apos;%1&apos;: needs about %2 of memory, this machine has %3</source>
        <translation>模型“%1”：约需 %2 内存，本机有 %3</translation>
    </message>
    <message>
        <source>%1: expected a session, found something that is not JSON</source>
        <translation>%1：应为会话，内容不是 JSON</translation>
    </message>
    <message>
        <source>Two mo&amp;dels…</source>
        <translation>两个模型(&amp;D)…</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>还有 %1 个</translation>
    </message>
    <message>
        <source>Two models</source>
        <translation>两个模型</translation>
    </message>
    <message>
        <source>Two models: %1 and %2</source>
        <translation>两个模型：%1 与 %2</translation>
    </message>
    <message>
        <source>Heads: Jensen–Shannon divergence of their attention, mean over rows, in nats; at most %1.</source>
        <translation>头：注意力的 Jensen–Shannon 散度，各行均值（nat）；最大 %1。</translation>
    </message>
    <message>
        <source>Predictions: Kullback–Leibler divergence of %1 from %2, in nats.</source>
        <translation>预测：%1 相对于 %2 的 Kullback–Leibler 散度（nat）。</translation>
    </message>
    <message>
        <source>Tensors: relative error (Frobenius) against %1. Bars are parts of the largest of a list.</source>
        <translation>张量：相对于 %1 的相对误差（Frobenius）。条形为各列表最大值的比例。</translation>
    </message>
    <message>
        <source>Heads by change of attention</source>
        <translation>按注意力变化排列的头</translation>
    </message>
    <message>
        <source>No heads.</source>
        <translation>没有头。</translation>
    </message>
    <message>
        <source>Changed predictions: %1 of %2</source>
        <translation>变化的预测：%1 / %2</translation>
    </message>
    <message>
        <source>Changed predictions</source>
        <translation>变化的预测</translation>
    </message>
    <message>
        <source>The most likely prediction is the same everywhere.</source>
        <translation>各处最可能的预测都相同。</translation>
    </message>
    <message>
        <source>Tensors by relative error</source>
        <translation>按相对误差排列的张量</translation>
    </message>
    <message>
        <source>All tensors are the same.</source>
        <translation>所有张量都相同。</translation>
    </message>
    <message>
        <source>%1: %2 nats; %3 of a row moved on average; largest difference %4</source>
        <translation>%1：%2 nat；每行平均移动 %3；最大差异 %4</translation>
    </message>
    <message>
        <source>%1 (%2): %3 nats</source>
        <translation>%1（%2）：%3 nat</translation>
    </message>
    <message>
        <source>; %1 %2 → %3 %4</source>
        <translation>；%1 %2 → %3 %4</translation>
    </message>
    <message>
        <source>%1, %2 → %3: relative error %4, largest difference %5</source>
        <translation>%1，%2 → %3：相对误差 %4，最大差异 %5</translation>
    </message>
    <message>
        <source>Differences of two models, without two of them.</source>
        <translation>两个模型的差异，没有两个模型。</translation>
    </message>
    <message>
        <source>The attention of %1 changes most, by %2 nats. </source>
        <translation>%1 的注意力变化最大，为 %2 nat。 </translation>
    </message>
    <message>
        <source>The most likely prediction changes at %1 of %2 places. </source>
        <translation>最可能的预测在 %2 处中的 %1 处发生变化。 </translation>
    </message>
    <message>
        <source>The largest relative error of a tensor is %1.</source>
        <translation>张量的最大相对误差为 %1。</translation>
    </message>
    <message>
        <source>The chat template does not write what turn %1 says as it is; tokens made of it count as the template&apos;s.</source>
        <translation>聊天模板没有按原样写出第 %1 轮的内容；由它产生的词元计为模板的词元。</translation>
    </message>
    <message>
        <source>Write a conversation</source>
        <translation>书写对话</translation>
    </message>
    <message>
        <source>Write a plain text</source>
        <translation>书写纯文本</translation>
    </message>
    <message>
        <source>Edit turn %1</source>
        <translation>编辑第 %1 轮</translation>
    </message>
    <message>
        <source>Add turn</source>
        <translation>添加轮次</translation>
    </message>
    <message>
        <source>Remove turn</source>
        <translation>移除轮次</translation>
    </message>
    <message>
        <source>Change role of turn %1</source>
        <translation>更改第 %1 轮的角色</translation>
    </message>
    <message>
        <source>Move turn</source>
        <translation>移动轮次</translation>
    </message>
    <message>
        <source>Change end of conversation</source>
        <translation>更改对话的结尾</translation>
    </message>
    <message>
        <source>Edit conversation</source>
        <translation>编辑对话</translation>
    </message>
    <message>
        <source>A conversation has at most %1 turns.</source>
        <translation>一个对话最多有 %1 轮。</translation>
    </message>
    <message>
        <source>Experts are chosen for each token: remove the lenses that merge or hide tokens.</source>
        <translation>专家是为每个词元选择的：请移除合并或隐藏词元的透镜。</translation>
    </message>
    <message>
        <source>This model has no experts. Open a mixture of experts, such as Mixtral or Qwen3-MoE.</source>
        <translation>该模型没有专家。请打开混合专家模型，例如 Mixtral 或 Qwen3-MoE。</translation>
    </message>
    <message>
        <source>Choose expert %1</source>
        <translation>选择专家 %1</translation>
    </message>
    <message>
        <source>Show all experts</source>
        <translation>显示所有专家</translation>
    </message>
    <message>
        <source>Set adapter to %1</source>
        <translation>将适配器设为 %1</translation>
    </message>
    <message>
        <source>Edit note of panel</source>
        <translation>编辑面板备注</translation>
    </message>
    <message>
        <source>Edit note of head</source>
        <translation>编辑头的备注</translation>
    </message>
    <message>
        <source>At most %1 heads have notes.</source>
        <translation>最多 %1 个头可以有备注。</translation>
    </message>
    <message>
        <source>A note has at most %1 bytes.</source>
        <translation>一条备注最多 %1 字节。</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>布局</translation>
    </message>
    <message>
        <source>Layout %1</source>
        <translation>布局 %1</translation>
    </message>
    <message>
        <source>Axes: %1 ↓, %2 →.</source>
        <translation>坐标轴：%1 ↓，%2 →。</translation>
    </message>
    <message>
        <source>Axes: %1 ↓, %2 →; full bar = 100%.</source>
        <translation>坐标轴：%1 ↓，%2 →；满格 = 100%。</translation>
    </message>
    <message>
        <source>Vision: within the pictures</source>
        <translation>视觉：图像内部</translation>
    </message>
    <message>
        <source>Nothing to compare</source>
        <translation>没有可比较的内容</translation>
    </message>
    <message>
        <source>No difference above %1</source>
        <translation>没有超过 %1 的差异</translation>
    </message>
    <message>
        <source>vision</source>
        <translation>视觉</translation>
    </message>
    <message>
        <source>C&amp;ircuits…</source>
        <translation>电路(&amp;I)…</translation>
    </message>
    <message>
        <source>Who gave the answer</source>
        <translation>谁给出了答案</translation>
    </message>
    <message>
        <source>Put values of B into A</source>
        <translation>将 B 的值放入 A</translation>
    </message>
    <message>
        <source>Switch off each head</source>
        <translation>逐个关闭头</translation>
    </message>
    <message>
        <source>Hide each token</source>
        <translation>逐个隐藏词元</translation>
    </message>
    <message>
        <source>Gradient of each token</source>
        <translation>每个词元的梯度</translation>
    </message>
    <message>
        <source>Integrated gradients</source>
        <translation>积分梯度</translation>
    </message>
    <message>
        <source>Relevance through all layers</source>
        <translation>贯穿所有层的相关性</translation>
    </message>
    <message>
        <source>Head importance by gradient</source>
        <translation>按梯度的头重要性</translation>
    </message>
    <message>
        <source>Why a head looks there</source>
        <translation>头为何看向那里</translation>
    </message>
    <message>
        <source>Circuit by gradient (EAP)</source>
        <translation>按梯度的电路（EAP）</translation>
    </message>
    <message>
        <source>Circuit by patched edges</source>
        <translation>按替换边的电路</translation>
    </message>
    <message>
        <source>Circuit by path patching</source>
        <translation>按路径修补的电路</translation>
    </message>
    <message>
        <source>Patching by gradient (AtP)</source>
        <translation>按梯度的修补（AtP）</translation>
    </message>
    <message>
        <source>Which heads read which (weights)</source>
        <translation>哪些头读取哪些头（权重）</translation>
    </message>
    <message>
        <source>Which heads copy (weights)</source>
        <translation>哪些头在复制（权重）</translation>
    </message>
    <message>
        <source>What each head wrote from each source token into the answer, directly; the rows add up.</source>
        <translation>每个头从每个来源词元直接写入答案的内容；各行可相加。</translation>
    </message>
    <message>
        <source>How much of the difference between two texts comes back when one value of B is put into the run of A: 0 nothing, 1 all.</source>
        <translation>将 B 的一个值放入 A 的运行后，两文本之差恢复多少：0 为无，1 为全部。</translation>
    </message>
    <message>
        <source>How the metric changes without what a head writes.</source>
        <translation>去掉一个头所写内容后指标如何变化。</translation>
    </message>
    <message>
        <source>What the prediction loses when no head can look at a token. It is measured, not estimated.</source>
        <translation>当没有头能看到某个词元时，预测损失多少。这是测得的，而非估计的。</translation>
    </message>
    <message>
        <source>How strongly the metric reacts to each token, to first order, by one backward pass.</source>
        <translation>指标对每个词元的一阶反应强度，由一次反向传播得出。</translation>
    </message>
    <message>
        <source>Each token’s part of the metric, along the way from empty embeddings; the parts add up.</source>
        <translation>从空嵌入出发，每个词元在指标中的份额；各份额可相加。</translation>
    </message>
    <message>
        <source>Attention weighted by its gradient, carried through all layers (Chefer et al., 2021).</source>
        <translation>以梯度加权的注意力，贯穿所有层（Chefer 等，2021）。</translation>
    </message>
    <message>
        <source>How much the metric would change without a head, estimated by its gradient (Michel et al., 2019).</source>
        <translation>去掉一个头后指标的变化，由梯度估计（Michel 等，2019）。</translation>
    </message>
    <message>
        <source>Who wrote what the query looks for, and who wrote what the key offers: the score of one cell.</source>
        <translation>谁写了查询所寻找的，谁写了键所提供的：一个单元格的分数。</translation>
    </message>
    <message>
        <source>Which parts hand which others what tells B from A, estimated for all edges at once.</source>
        <translation>哪些部分把区分 B 与 A 的信息传给哪些部分，对所有边一次估计。</translation>
    </message>
    <message>
        <source>The same measured edge by edge: one part reads what another wrote in B. This takes its time.</source>
        <translation>同样的内容逐边测量：一个部分读取另一部分在 B 中所写的。需要一些时间。</translation>
    </message>
    <message>
        <source>What a head hands on to the queries, keys and values of later heads, all others held as in A.</source>
        <translation>一个头传给后续头的查询、键和值的内容，其余保持 A 中的状态。</translation>
    </message>
    <message>
        <source>What putting values of B into A would do, estimated for all places by one backward pass.</source>
        <translation>将 B 的值放入 A 会产生的效果，由一次反向传播对所有位置估计。</translation>
    </message>
    <message>
        <source>What the model would predict at each token if it stopped within the layers.</source>
        <translation>若模型在各层之间停止，它在每个词元处会预测什么。</translation>
    </message>
    <message>
        <source>How much of what a head writes a later one reads, above random pairs; no text is needed.</source>
        <translation>一个头所写的内容有多少被后面的头读取，高于随机配对的部分；不需要文本。</translation>
    </message>
    <message>
        <source>Whether a head raises the tokens that it sees (1) or suppresses them (−1); no text is needed.</source>
        <translation>一个头是提升其所见词元（1）还是抑制它们（−1）；不需要文本。</translation>
    </message>
    <message>
        <source>Residual stream</source>
        <translation>残差流</translation>
    </message>
    <message>
        <source>Attention outputs</source>
        <translation>注意力输出</translation>
    </message>
    <message>
        <source>MLP outputs</source>
        <translation>MLP 输出</translation>
    </message>
    <message>
        <source>Head outputs</source>
        <translation>头输出</translation>
    </message>
    <message>
        <source>Head outputs by token</source>
        <translation>各词元的头输出</translation>
    </message>
    <message>
        <source>Queries</source>
        <translation>查询</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>键</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Attention patterns</source>
        <translation>注意力模式</translation>
    </message>
    <message>
        <source>Text A</source>
        <translation>文本 A</translation>
    </message>
    <message>
        <source>Text B</source>
        <translation>文本 B</translation>
    </message>
    <message>
        <source>Replaced by zero</source>
        <translation>以零替换</translation>
    </message>
    <message>
        <source>Replaced by its mean</source>
        <translation>以其均值替换</translation>
    </message>
    <message>
        <source>Replaced by its mean over B</source>
        <translation>以其在 B 上的均值替换</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>隐藏</translation>
    </message>
    <message>
        <source>weight × 0.1</source>
        <translation>权重 × 0.1</translation>
    </message>
    <message>
        <source>score × 0.1</source>
        <translation>分数 × 0.1</translation>
    </message>
    <message>
        <source>The answer, %1</source>
        <translation>答案，%1</translation>
    </message>
    <message>
        <source>Every later token, %1</source>
        <translation>之后的每个词元，%1</translation>
    </message>
    <message>
        <source>Gradient × input</source>
        <translation>梯度 × 输入</translation>
    </message>
    <message>
        <source>Length of gradient × input</source>
        <translation>梯度 × 输入的长度</translation>
    </message>
    <message>
        <source>Length of the gradient</source>
        <translation>梯度的长度</translation>
    </message>
    <message>
        <source>EAP-IG from 0</source>
        <translation>从 0 开始的 EAP-IG</translation>
    </message>
    <message>
        <source>Norms held</source>
        <translation>固定归一化</translation>
    </message>
    <message>
        <source>Rank of the final word</source>
        <translation>最终词的名次</translation>
    </message>
    <message>
        <source>Entropy</source>
        <translation>熵</translation>
    </message>
    <message>
        <source>KL to the end</source>
        <translation>到末端的 KL</translation>
    </message>
    <message>
        <source>weights as stored</source>
        <translation>原样权重</translation>
    </message>
    <message>
        <source>norms folded in</source>
        <translation>已并入归一化</translation>
    </message>
    <message>
        <source>Through queries, %1</source>
        <translation>经由查询，%1</translation>
    </message>
    <message>
        <source>Through keys, %1</source>
        <translation>经由键，%1</translation>
    </message>
    <message>
        <source>Through values, %1</source>
        <translation>经由值，%1</translation>
    </message>
    <message>
        <source>All of it</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>restored</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>metric</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Δ metric</source>
        <translation>Δ 指标</translation>
    </message>
    <message>
        <source>Δ ln p</source>
        <translation>Δ ln p</translation>
    </message>
    <message>
        <source>rank</source>
        <translation>名次</translation>
    </message>
    <message>
        <source>score</source>
        <translation>分数</translation>
    </message>
    <message>
        <source>relevance</source>
        <translation>相关性</translation>
    </message>
    <message>
        <source>copying score</source>
        <translation>复制分数</translation>
    </message>
    <message>
        <source>above chance</source>
        <translation>高于随机</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a method and what of it is shown</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>The method did not find this for this model.</source>
        <translation>该方法未对此模型得出此结果。</translation>
    </message>
    <message>
        <source>B: %1</source>
        <comment>the second text</comment>
        <translation>B：%1</translation>
    </message>
    <message>
        <source>Metric: ln p of “%1”</source>
        <translation>指标：“%1”的 ln p</translation>
    </message>
    <message>
        <source>Metric: logit of “%1”</source>
        <translation>指标：“%1”的 logit</translation>
    </message>
    <message>
        <source>Metric: logit of “%1” − “%2”</source>
        <translation>指标：“%1” − “%2”的 logit</translation>
    </message>
    <message>
        <source> at “%1”, token %2</source>
        <translation>，位于“%1”，词元 %2</translation>
    </message>
    <message>
        <source>; A %1, B %2</source>
        <translation>；A %1，B %2</translation>
    </message>
    <message>
        <source>Strongest: %1.</source>
        <translation>最强：%1。</translation>
    </message>
    <message>
        <source>No edge has an effect.</source>
        <translation>没有边产生效果。</translation>
    </message>
    <message>
        <source>%1 edges from %2 of the strongest (%3) on; %4 weaker ones are left out.</source>
        <translation>从最强边（%3）的 %2 起共 %1 条边；省略 %4 条较弱的边。</translation>
    </message>
    <message>
        <source>Edges end at a head’s queries (above), keys (middle) or values (below).</source>
        <translation>边终止于头的查询（上）、键（中）或值（下）。</translation>
    </message>
    <message>
        <source>%1 → queries of %2: %3</source>
        <translation>%1 → %2 的查询：%3</translation>
    </message>
    <message>
        <source>%1 → keys of %2: %3</source>
        <translation>%1 → %2 的键：%3</translation>
    </message>
    <message>
        <source>%1 → values of %2: %3</source>
        <translation>%1 → %2 的值：%3</translation>
    </message>
    <message>
        <source>%1 → %2: %3</source>
        <translation>%1 → %2：%3</translation>
    </message>
    <message>
        <source>%1: in %2, out %3</source>
        <translation>%1：入 %2，出 %3</translation>
    </message>
    <message>
        <source>No room for numbers: point at a cell.</source>
        <translation>空间不足，无法显示数值：请指向单元格。</translation>
    </message>
    <message>
        <source>sum</source>
        <translation>总和</translation>
    </message>
    <message>
        <source>Strongest heads first.</source>
        <translation>最强的头在前。</translation>
    </message>
    <message>
        <source>Bars: sums of rows and columns, the strongest first.</source>
        <translation>条形：各行与各列之和，最强者在前。</translation>
    </message>
    <message>
        <source>Bars: sums of the rows, the strongest first.</source>
        <translation>条形：各行之和，最强者在前。</translation>
    </message>
    <message>
        <source>Rows wrote the query, columns the key.</source>
        <translation>行写了查询，列写了键。</translation>
    </message>
    <message>
        <source>Rows: the hidden token; columns: the token that predicts.</source>
        <translation>行：被隐藏的词元；列：进行预测的词元。</translation>
    </message>
    <message>
        <source>A token’s own share may exceed the scale.</source>
        <translation>词元自身的份额可能超出标度。</translation>
    </message>
    <message>
        <source>%1 weaker ones are left out.</source>
        <translation>省略 %1 个较弱的。</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a row and a column</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>%1: sum %2</source>
        <translation>%1：总和 %2</translation>
    </message>
    <message>
        <source>the input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>logits</source>
        <translation>logits</translation>
    </message>
    <message>
        <source>the logits</source>
        <translation>logits</translation>
    </message>
    <message>
        <source>the MLP of layer %1</source>
        <translation>第 %1 层的 MLP</translation>
    </message>
    <message>
        <source>Layer %1, key/value head %2</source>
        <translation>第 %1 层，键/值头 %2</translation>
    </message>
    <message>
        <source>Columns are key/value heads, each read by %1 heads.</source>
        <translation>各列为键/值头，每个被 %1 个头读取。</translation>
    </message>
    <message>
        <source>L%1 mid</source>
        <comment>after the attention of a layer</comment>
        <translation>L%1 中</translation>
    </message>
    <message>
        <source>end</source>
        <comment>after the last layer</comment>
        <translation>末端</translation>
    </message>
    <message>
        <source>Before layer %1</source>
        <translation>第 %1 层之前</translation>
    </message>
    <message>
        <source>After the attention of layer %1</source>
        <translation>第 %1 层的注意力之后</translation>
    </message>
    <message>
        <source>At the end</source>
        <translation>在末端</translation>
    </message>
    <message>
        <source>Layer %1</source>
        <translation>第 %1 层</translation>
    </message>
    <message>
        <source>There is no text to tint.</source>
        <translation>没有可着色的文本。</translation>
    </message>
    <message>
        <source>“%1”, token %2: %3</source>
        <translation>“%1”，词元 %2：%3</translation>
    </message>
    <message>
        <source>Smallest circuit</source>
        <translation>最小电路</translation>
    </message>
    <message>
        <source>The fewest edges that carry 85% of what tells A from B, measured with all others as in B.</source>
        <translation>承载 A 与 B 之差 85% 的最少边，其余均取 B 的值时测得。</translation>
    </message>
    <message>
        <source>The circuit of %1 edges reaches %2 of the difference.</source>
        <translation>由 %1 条边组成的电路达到差异的 %2。</translation>
    </message>
    <message>
        <source>attention flow</source>
        <translation>注意力流</translation>
    </message>
    <message>
        <source>flow</source>
        <translation>流量</translation>
    </message>
    <message>
        <source>The most that can flow through the head means of all layers to the input; up to 64 tokens (Abnar and Zuidema 2020).</source>
        <translation>通过所有层各头均值流向输入的最大流；最多 64 个词元（Abnar 和 Zuidema 2020）。</translation>
    </message>
    <message>
        <source>What each head does</source>
        <translation>每个头做什么</translation>
    </message>
    <message>
        <source>beyond chance</source>
        <translation>超出随机</translation>
    </message>
    <message>
        <source>text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>what attention goes to and its share</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>sound</source>
        <translation>声音</translation>
    </message>
    <message>
        <source>pictures</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>after the sound</source>
        <translation>声音之后</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>声音</translation>
    </message>
    <message>
        <source>Picture %1</source>
        <translation>图片 %1</translation>
    </message>
    <message>
        <source>In tiles</source>
        <translation>分块</translation>
    </message>
    <message>
        <source>As a whole</source>
        <translation>整体</translation>
    </message>
    <message>
        <source>Picture %1, in tiles</source>
        <translation>图片 %1，分块</translation>
    </message>
    <message>
        <source>Picture %1, as a whole</source>
        <translation>图片 %1，整体</translation>
    </message>
    <message>
        <source>The sound as the model hears it, in grey; higher values have a stronger, denser colour.</source>
        <translation>模型听到的声音，以灰色显示；值越高，颜色越深越浓。</translation>
    </message>
    <message>
        <source>The picture in dimmed colours; higher values have a stronger, denser colour.</source>
        <translation>图片颜色变暗；值越高，颜色越深越浓。</translation>
    </message>
    <message>
        <source>Paler: what the model does not see.</source>
        <translation>较淡：模型看不到的部分。</translation>
    </message>
    <message>
        <source>Patches beyond the picture are padding.</source>
        <translation>图片之外的图块是填充。</translation>
    </message>
    <message>
        <source>The model reads the picture as a whole and in tiles.</source>
        <translation>模型既读整张图片，也分块读取。</translation>
    </message>
    <message>
        <source>Hatched: %1.</source>
        <translation>斜线：%1。</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>the smallest and the largest share</comment>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>Bars: attention on the sound (colour; %1), on %2 (grey), on sinks (hatched).</source>
        <translation>条形：对声音的注意力（彩色；%1）、对 %2（灰色）、对汇（斜线）。</translation>
    </message>
    <message>
        <source>Bars: attention on the picture (colour; %1), on %2 (grey), on sinks (hatched).</source>
        <translation>条形：对图片的注意力（彩色；%1）、对 %2（灰色）、对汇（斜线）。</translation>
    </message>
    <message>
        <source>The sound with the attention of one token laid over its %1 frames. </source>
        <translation>声音，其 %1 帧上叠加一个词元的注意力。 </translation>
    </message>
    <message>
        <source> %1: strongest %2; %3.</source>
        <translation> %1：最强 %2；%3。</translation>
    </message>
    <message>
        <source>image &apos;%1&apos;: it has %2 frames; the first is read.</source>
        <translation>图像“%1”：有 %2 帧；读取第一帧。</translation>
    </message>
    <message>
        <source>image &apos;%1&apos;: it has 16 bits a colour; it is read with 8.</source>
        <translation>图像“%1”：每种颜色 16 位；按 8 位读取。</translation>
    </message>
    <message>
        <source>pictures as one</source>
        <translation>图片合一</translation>
    </message>
    <message>
        <source>Merges the tokens of each picture: attention to it is a sum, from it a mean.</source>
        <translation>合并每张图片的词元：指向它的注意力取和，来自它的取平均。</translation>
    </message>
    <message>
        <source>%1 reads no pictures. “%2” stays here and is not read.</source>
        <translation>%1 不读取图片。“%2”保留在此，但不会被读取。</translation>
    </message>
    <message>
        <source>%1 reads no pictures. All %2 stay here and are not read.</source>
        <translation>%1 不读取图片。%2 张图片均保留在此，但不会被读取。</translation>
    </message>
    <message>
        <source>%1 reads one picture: the first of %2.</source>
        <translation>%1 只读取一张图片：%2 张中的第一张。</translation>
    </message>
    <message>
        <source>%1 reads no sounds. “%2” stays here and is not read.</source>
        <translation>%1 不读取声音。“%2”保留在此，但不会被读取。</translation>
    </message>
    <message>
        <source>The text has a place for a picture, &lt;image&gt;, and no picture.</source>
        <translation>文本中有图片的位置 &lt;image&gt;，但没有图片。</translation>
    </message>
    <message>
        <source>Add picture</source>
        <translation>添加图片</translation>
    </message>
    <message>
        <source>Remove picture</source>
        <translation>移除图片</translation>
    </message>
    <message>
        <source>Move picture</source>
        <translation>移动图片</translation>
    </message>
    <message>
        <source>Replace picture</source>
        <translation>替换图片</translation>
    </message>
    <message>
        <source>Open sound</source>
        <translation>打开声音</translation>
    </message>
    <message>
        <source>Remove sound</source>
        <translation>移除声音</translation>
    </message>
    <message>
        <source>A text has at most %1 pictures.</source>
        <translation>一段文本最多有 %1 张图片。</translation>
    </message>
    <message>
        <source>O&amp;ver many texts…</source>
        <translation>多个文本(&amp;V)…</translation>
    </message>
    <message>
        <source>%1 texts: %2</source>
        <translation>%1 个文本:%2</translation>
    </message>
    <message>
        <source>%1 texts cut after %2 tokens.</source>
        <translation>%1 个文本在 %2 个词元后截断。</translation>
    </message>
    <message>
        <source>%1 texts skipped; the first: %2</source>
        <translation>跳过 %1 个文本;第一个:%2</translation>
    </message>
    <message>
        <source>Stopped before the last text.</source>
        <translation>在最后一个文本之前停止。</translation>
    </message>
    <message>
        <source>%1 to %2: %3 texts</source>
        <translation>%1 至 %2:%3 个文本</translation>
    </message>
    <message>
        <source>Rows by largest weight</source>
        <translation>按最大权重的行</translation>
    </message>
    <message>
        <source>Mean weight by offset</source>
        <translation>按偏移的平均权重</translation>
    </message>
    <message>
        <source>Attention by distance</source>
        <translation>按距离的注意力</translation>
    </message>
    <message>
        <source>%1: no text has a value.</source>
        <translation>%1:没有文本有值。</translation>
    </message>
    <message>
        <source> too few texts</source>
        <translation> 文本太少</translation>
    </message>
    <message>
        <source>Attends to:</source>
        <translation>关注:</translation>
    </message>
    <message>
        <source>Active at:</source>
        <translation>活跃于:</translation>
    </message>
    <message>
        <source>Texts by mean</source>
        <translation>按均值的文本</translation>
    </message>
    <message>
        <source>Norms computed again</source>
        <translation>重新计算归一化</translation>
    </message>
    <message>
        <source>Most likely word</source>
        <translation>最可能的词</translation>
    </message>
    <message>
        <source>top: %1</source>
        <translation>最高:%1</translation>
    </message>
    <message>
        <source>Causal tracing with noise</source>
        <translation>带噪声的因果追踪</translation>
    </message>
    <message>
        <source>How much of the answer’s probability comes back when one value is restored while noise hides the subject (Meng et al., 2022).</source>
        <translation>用噪声隐藏主语时，恢复一个值能找回答案多少概率（Meng 等，2022）。</translation>
    </message>
    <message>
        <source>Δ probability</source>
        <translation>Δ 概率</translation>
    </message>
    <message>
        <source>Metric: p of “%1”</source>
        <translation>指标：“%1”的 p</translation>
    </message>
    <message>
        <source>Noise on %1: p %2 without noise, %3 with it, mean of %4 draws.</source>
        <translation>噪声加在 %1：无噪声时 p %2，有噪声时 %3，%4 次抽取的平均值。</translation>
    </message>
    <message>
        <source>the subject</source>
        <translation>主语</translation>
    </message>
    <message>
        <source>Stopped or still measuring: %1 of the cells are there.</source>
        <translation>已停止或仍在测量：已有 %1 的单元格。</translation>
    </message>
    <message>
        <source>every layer</source>
        <translation>每一层</translation>
    </message>
    <message>
        <source>queries of %1</source>
        <translation>%1 的查询</translation>
    </message>
    <message>
        <source>keys of %1</source>
        <translation>%1 的键</translation>
    </message>
    <message>
        <source>values of %1</source>
        <translation>%1 的值</translation>
    </message>
    <message>
        <source>output of %1</source>
        <translation>%1 的输出</translation>
    </message>
    <message>
        <source>attention output of %1</source>
        <translation>%1 的注意力输出</translation>
    </message>
    <message>
        <source>feed-forward output of %1</source>
        <translation>%1 的前馈输出</translation>
    </message>
    <message>
        <source>stream that %1 reads</source>
        <translation>%1 读取的残差流</translation>
    </message>
    <message>
        <source>Zero: %1</source>
        <translation>置零：%1</translation>
    </message>
    <message>
        <source>Mean over the text: %1</source>
        <translation>取文本平均值：%1</translation>
    </message>
    <message>
        <source>Mean over %2: %1</source>
        <translation>取 %2 的平均值：%1</translation>
    </message>
    <message>
        <source>Mean over the texts of %2: %1</source>
        <translation>取 %2 中文本的平均值：%1</translation>
    </message>
    <message>
        <source>Resample from %2: %1</source>
        <translation>从 %2 重采样：%1</translation>
    </message>
    <message>
        <source>Patch from %2: %1</source>
        <translation>从 %2 修补：%1</translation>
    </message>
    <message>
        <source>Times %2: %1</source>
        <translation>乘以 %2：%1</translation>
    </message>
    <message>
        <source>Steer by %1, strength %2</source>
        <translation>用 %1 引导，强度 %2</translation>
    </message>
    <message>
        <source>Zero ablation of values inside a layer</source>
        <translation>层内值的零消融</translation>
    </message>
    <message>
        <source>Mean ablation of values inside a layer (Wang et al. 2022)</source>
        <translation>层内值的平均值消融（Wang 等，2022）</translation>
    </message>
    <message>
        <source>Resample ablation (Chan et al. 2022)</source>
        <translation>重采样消融（Chan 等，2022）</translation>
    </message>
    <message>
        <source>Activation patching (Vig et al. 2020)</source>
        <translation>激活修补（Vig 等，2020）</translation>
    </message>
    <message>
        <source>Values inside a layer, scaled</source>
        <translation>层内值，经缩放</translation>
    </message>
    <message>
        <source>Steering vector added to the stream (Turner et al. 2023)</source>
        <translation>加入残差流的引导向量（Turner 等，2023）</translation>
    </message>
    <message>
        <source>Smoothed between the middles of patches; the model sees no finer than a patch.</source>
        <translation>在图块中心之间平滑；模型看不到比图块更细的内容。</translation>
    </message>
    <message>
        <source>Not smoothed where patches have several sizes.</source>
        <translation>图块大小不一之处未平滑。</translation>
    </message>
    <message>
        <source>Blur %1</source>
        <translation>模糊 %1</translation>
    </message>
    <message>
        <source>How far each head goes beyond chance: 0 chance, 1 certain. Copying: −1 lowers what it sees. Retrieval: finds a needle planted in the text.</source>
        <translation>每个头超出随机的程度：0 为随机，1 为确定。复制：−1 表示压低所见。检索：找到埋在文本中的针。</translation>
    </message>
    <message>
        <source>All tests</source>
        <translation>全部测试</translation>
    </message>
    <message>
        <source>Copying</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Retrieval</source>
        <translation>检索</translation>
    </message>
    <message>
        <source>The model itself predicts %1 of the needle.</source>
        <translation>模型自己复述了针的 %1。</translation>
    </message>
    <message>
        <source>Whole model: the most likely prediction</source>
        <translation>整个模型：最可能的预测</translation>
    </message>
    <message>
        <source>Whole model: prediction “%1”, %2</source>
        <translation>整个模型：预测“%1”，%2</translation>
    </message>
    <message>
        <source>ρ weights</source>
        <translation>ρ 权重</translation>
    </message>
    <message>
        <source>ρ effect</source>
        <translation>ρ 效果</translation>
    </message>
    <message>
        <source>ρ effect: the same with what ln p of the prediction loses when no head sees the token. Nearest to it: %1, %2.</source>
        <translation>ρ 效果：与没有任何头看到该词元时预测的 ln p 损失的相关。最接近：%1，%2。</translation>
    </message>
    <message>
        <source>effect of hiding</source>
        <translation>隐藏的效果</translation>
    </message>
    <message>
        <source>gradient × input</source>
        <translation>梯度 × 输入</translation>
    </message>
    <message>
        <source>integrated gradients</source>
        <translation>积分梯度</translation>
    </message>
    <message>
        <source>gradient × attention</source>
        <translation>梯度 × 注意力</translation>
    </message>
    <message>
        <source>deck: expected at least one slide, found none</source>
        <translation>演示：应至少有一张幻灯片，但没有</translation>
    </message>
    <message>
        <source>Back to what it shows: %1</source>
        <translation>回到所示内容：%1</translation>
    </message>
    <message>
        <source>Factor</source>
        <translation>系数</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>强度</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>温度</translation>
    </message>
    <message>
        <source>Maximum</source>
        <translation>最大值</translation>
    </message>
    <message>
        <source>Find heads &amp;by drawing…</source>
        <translation>用绘制查找头(&amp;B)…</translation>
    </message>
    <message>
        <source>A: %1; B: %2</source>
        <translation>A：%1；B：%2</translation>
    </message>
    <message>
        <source>%1 of %2 heads have a 95% interval (Welch) without 0; about %3 would without any difference.</source>
        <translation>%2 个头中有 %1 个的 95% 区间（Welch）不含 0；若无任何差异约为 %3 个。</translation>
    </message>
    <message>
        <source>A and B read the same texts: intervals are wider than they need be.</source>
        <translation>A 和 B 读了相同的文本：区间比必要的宽。</translation>
    </message>
    <message>
        <source>Texts are cut after %1 tokens (A) and %2 tokens (B), on which distances and entropies depend.</source>
        <translation>文本在 %1 个词元（A）和 %2 个词元（B）后截断，距离和熵取决于此。</translation>
    </message>
    <message>
        <source>%1: %2 (A, %3 texts) and %4 (B, %5 texts); A − B %6, 95% interval %7 to %8</source>
        <translation>%1：%2（A，%3 个文本）与 %4（B，%5 个文本）；A − B %6，95% 区间 %7 到 %8</translation>
    </message>
    <message>
        <source>No head changes clearly from one step to the next.</source>
        <translation>没有头在相邻两步之间明显变化。</translation>
    </message>
    <message>
        <source>%1 of %2 heads change most between %3 and %4.</source>
        <translation>%2 个头中有 %1 个在 %3 与 %4 之间变化最大。</translation>
    </message>
    <message>
        <source>%1, step %2</source>
        <comment>a head and a step of training</comment>
        <translation>%1，第 %2 步</translation>
    </message>
    <message>
        <source>%1: %2 (95% interval %3 to %4, %5 texts)</source>
        <translation>%1：%2（95% 区间 %3 到 %4，%5 个文本）</translation>
    </message>
    <message>
        <source>Over many texts</source>
        <translation>多个文本</translation>
    </message>
    <message>
        <source>%1 texts skipped.</source>
        <translation>跳过 %1 个文本。</translation>
    </message>
    <message>
        <source>Difference in %1</source>
        <translation>差异：%1</translation>
    </message>
    <message>
        <source>A − B, mean over texts with 95% interval</source>
        <translation>A − B，文本均值及 95% 区间</translation>
    </message>
    <message>
        <source>No head has this metric in at least two texts of both.</source>
        <translation>没有头在两者中各至少两个文本里有此指标。</translation>
    </message>
    <message>
        <source>%1 by head and step of training</source>
        <translation>%1（按头和训练步）</translation>
    </message>
    <message>
        <source>Not all steps have this metric.</source>
        <translation>并非所有步都有此指标。</translation>
    </message>
    <message>
        <source>Line: a head’s surest change between two steps, where their intervals do not overlap.</source>
        <translation>线：头在两个区间不重叠的步之间最确定的变化。</translation>
    </message>
    <message>
        <source>%1: %2 heads, %3 steps. %4</source>
        <translation>%1：%2 个头，%3 步。%4</translation>
    </message>
    <message>
        <source>%1: %2, chance %3, rank %4 of %5, %6 queries</source>
        <translation>%1：%2，随机 %3，第 %4 名（共 %5），%6 个查询</translation>
    </message>
    <message>
        <source>Outlined: 30% of the way from chance to certainty, and three standard errors.</source>
        <translation>加框：从随机到确定的路程的 30%，且三个标准误。</translation>
    </message>
    <message>
        <source>Outlined: the interval is without 0.</source>
        <translation>加框：区间不含 0。</translation>
    </message>
    <message>
        <source>%1, step %2</source>
        <comment>a metric and a step of training</comment>
        <translation>%1，第 %2 步</translation>
    </message>
    <message>
        <source>Means over texts; the colours are those of all steps.</source>
        <translation>文本均值；颜色对所有步相同。</translation>
    </message>
    <message>
        <source>%1 of %2 heads by layer; the strongest: %3.</source>
        <translation>%2 个头的%1（按层）；最强：%3。</translation>
    </message>
    <message>
        <source>%1 over training</source>
        <translation>训练过程中的%1</translation>
    </message>
    <message>
        <source>Coloured: the heads that change most, with 95% intervals over texts.</source>
        <translation>着色：变化最大的头，附文本上的 95% 区间。</translation>
    </message>
    <message>
        <source>Ring: the surest change between two steps, where their intervals do not overlap.</source>
        <translation>圆环：两个区间不重叠的步之间最确定的变化。</translation>
    </message>
    <message>
        <source>step of training</source>
        <translation>训练步</translation>
    </message>
    <message>
        <source>step of training, on the scale of log(1 + step)</source>
        <translation>训练步，刻度为 log(1 + 步)</translation>
    </message>
    <message>
        <source>%1 of %2 heads at %3 steps. %4</source>
        <translation>%2 个头在 %3 步上的%1。%4</translation>
    </message>
    <message>
        <source>Heads that attend to the drawn cells (%1)</source>
        <translation>关注所画单元格的头（%1）</translation>
    </message>
    <message>
        <source>Heads by pattern: %1</source>
        <translation>按模式的头：%1</translation>
    </message>
    <message>
        <source>Of whole rows, since a cell on a sink is among them.</source>
        <translation>按整行计算，因为其中有汇聚点上的单元格。</translation>
    </message>
    <message>
        <source>Of rows without the sink (first token, special tokens).</source>
        <translation>按不含汇聚点（首词元、特殊词元）的行计算。</translation>
    </message>
    <message>
        <source>Strong: 30% of the way from chance to certainty, three standard errors, four queries.</source>
        <translation>深色：从随机到确定的路程的 30%，三个标准误，四个查询。</translation>
    </message>
    <message>
        <source>share of attention on the cells; line: chance</source>
        <translation>单元格上的注意力份额；线：随机</translation>
    </message>
    <message>
        <source>%1. The first: %2.</source>
        <translation>%1。第一：%2。</translation>
    </message>
    <message>
        <source>Hatched: there is nothing to measure.</source>
        <translation>阴影线：没有可测量的内容。</translation>
    </message>
    <message>
        <source>share</source>
        <translation>占比</translation>
    </message>
    <message>
        <source>%1: %2 ± %3 (mean over %4 texts, standard error)</source>
        <translation>%1：%2 ± %3（%4 个文本的均值，标准误）</translation>
    </message>
    <message>
        <source>Rank %1 of %2 by this mean.</source>
        <translation>按此均值排第 %1，共 %2 个。</translation>
    </message>
    <message>
        <source>Chance level: %1.</source>
        <translation>随机水平：%1。</translation>
    </message>
    <message>
        <source>Heads like it (distance):</source>
        <translation>相似的头（距离）：</translation>
    </message>
    <message>
        <source>In relevance a token begins with all of itself: its own bar (%1) is grey and cut.</source>
        <translation>在相关性中，每个词元从完整的自身开始：它自己的柱（%1）为灰色并被截断。</translation>
    </message>
    <message>
        <source>Stage %1: within windows of its patches</source>
        <translation>第 %1 阶段：图块窗口内部</translation>
    </message>
    <message>
        <source>stage %1</source>
        <translation>第 %1 阶段</translation>
    </message>
    <message>
        <source>%1. %2. At the top: %3.</source>
        <translation>%1。%2。最上方：%3。</translation>
    </message>
    <message>
        <source>%1: Δ ln p %2, 95% interval %3 to %4, %5 texts</source>
        <translation>%1：Δ ln p %2，95% 区间 %3 至 %4，%5 篇文本</translation>
    </message>
    <message>
        <source>Mean change in ln p of the class. Negative: the head helps. With all heads: %1 (95% interval %2 to %3).</source>
        <translation>类别 ln p 的平均变化。负值：该头有帮助。保留所有头时：%1（95% 区间 %2 至 %3）。</translation>
    </message>
    <message>
        <source>Mean change in ln p of each next token. Negative: the head helps. With all heads: %1 (95% interval %2 to %3).</source>
        <translation>每个下一 token 的 ln p 的平均变化。负值：该头有帮助。保留所有头时：%1（95% 区间 %2 至 %3）。</translation>
    </message>
    <message>
        <source>%1 of %2 heads have a 95% interval without 0; about %3 would without any effect.</source>
        <translation>%2 个头中有 %1 个的 95% 区间不含 0；若毫无作用，约有 %3 个。</translation>
    </message>
    <message>
        <source>Change in ln p, mean over texts with 95% interval</source>
        <translation>ln p 的变化，文本均值及 95% 区间</translation>
    </message>
    <message>
        <source>No text has been read yet.</source>
        <translation>尚未读取任何文本。</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <comment>what is lost and over which texts</comment>
        <translation>%1：%2。</translation>
    </message>
    <message>
        <source>Texts by change in ln p</source>
        <translation>按 ln p 变化的文本</translation>
    </message>
    <message>
        <source>Without it: Δ ln p %1 (95% interval %2 to %3, %4 texts), rank %5 of %6 by loss.</source>
        <translation>没有它：Δ ln p %1（95% 区间 %2 至 %3，%4 个文本），按损失排名第 %5，共 %6。</translation>
    </message>
    <message>
        <source>%1 ± %2 (%3 texts)</source>
        <comment>a mean with its standard error</comment>
        <translation>%1 ± %2（%3 个文本）</translation>
    </message>
    <message>
        <source>%1 (%2 to %3)</source>
        <comment>a number and its interval</comment>
        <translation>%1（%2 至 %3）</translation>
    </message>
    <message>
        <source>Change in ln p without the head</source>
        <translation>去除该头后 ln p 的变化</translation>
    </message>
</context>
<context>
    <name>headlight::WorkController</name>
    <message>
        <source>Autosave failed: %1</source>
        <translation>自动保存失败：%1</translation>
    </message>
    <message>
        <source>This is your last session, as you left it.</source>
        <translation>这是您上次的会话，与离开时一样。</translation>
    </message>
    <message>
        <source>Start afresh</source>
        <translation>重新开始</translation>
    </message>
    <message>
        <source>Crash report: %1. It contains none of your text and was not sent.</source>
        <translation>出错的情况（不含您的文本）记录在 %1 中，未发送到任何地方。</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Save session</source>
        <translation>保存会话</translation>
    </message>
    <message>
        <source>Save the changes to “%1”?</source>
        <translation>保存对“%1”的更改？</translation>
    </message>
    <message>
        <source>Save this session to a file?</source>
        <translation>将此会话保存到文件？</translation>
    </message>
    <message>
        <source>Its deck is unsaved and will be lost.</source>
        <translation>其幻灯片集未保存，将会丢失。</translation>
    </message>
    <message>
        <source>“%1” has been changed by another program since it was opened. Replace it?</source>
        <translation>“%1”打开后被其他程序更改过。替换它？</translation>
    </message>
    <message>
        <source>Headlight sessions (*.headlight)</source>
        <translation>Headlight 会话 (*.headlight)</translation>
    </message>
    <message>
        <source>Ne&amp;w session</source>
        <translation>新建会话(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Save session</source>
        <translation>保存会话(&amp;S)</translation>
    </message>
    <message>
        <source>Sa&amp;ve session as…</source>
        <translation>会话另存为(&amp;V)…</translation>
    </message>
    <message>
        <source>Headlight crashed. A copy of your work from %1 was saved.</source>
        <translation>Headlight 已崩溃。已保存您在 %1 的工作副本。</translation>
    </message>
    <message>
        <source>Headlight ended without being closed. A copy of your work from %1 was saved.</source>
        <translation>Headlight 未被关闭便已结束。已保存您在 %1 的工作副本。</translation>
    </message>
</context>
<context>
    <name>headlight::Workspace</name>
    <message>
        <source>Skipped “%1”: %2</source>
        <translation>已略去“%1”：%2</translation>
    </message>
    <message>
        <source>%1 unavailable: %2</source>
        <translation>缺少%1：%2</translation>
    </message>
    <message>
        <source>Type a sentence to see what each head attends to.</source>
        <translation>输入一个句子，看每个头关注什么。</translation>
    </message>
    <message>
        <source>Stopped. Panels still show the previous text.</source>
        <translation>已停止。图显示的是先前的文本。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1:%2</translation>
    </message>
    <message>
        <source>Type the text to compare with.</source>
        <translation>请输入用于比较的文本。</translation>
    </message>
    <message>
        <source>Open an image, or drop one here, to see what each head attends to.</source>
        <translation>打开一张图像，或将其拖放到此处，查看每个头关注什么。</translation>
    </message>
    <message>
        <source>This model has no tokenizer. Type token ids, such as 101 2023 102.</source>
        <translation>此模型没有分词器。请输入词元编号，例如 101 2023 102。</translation>
    </message>
    <message>
        <source>Add a turn to see what each head attends to.</source>
        <translation>添加一个轮次，查看每个头关注什么。</translation>
    </message>
    <message>
        <source>Open a sound, or drop one here, to see what each head attends to.</source>
        <translation>打开一段声音，或拖放到此处，查看每个头关注什么。</translation>
    </message>
</context>
<context>
    <name>headlight::WrittenNote</name>
    <message>
        <source>Open file</source>
        <translation>打开文件</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <source>Saved to %1</source>
        <translation>已写入 %1</translation>
    </message>
</context>
</TS>

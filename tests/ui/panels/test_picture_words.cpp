#include <qcustomplot.h>

#include <QRegularExpression>
#include <QTest>
#include <cmath>
#include <limits>

#include "core/attention/matrix_maps.h"
#include "tests/support/made_maps.h"
#include "tests/support/painted.h"
#include "tests/support/suite.h"
#include "ui/charts/ablation_figure.h"
#include "ui/export/figure_writer.h"
#include "ui/export/weight_table.h"
#include "ui/figures/cell_words.h"
#include "ui/figures/heatmap/heatmap_figure.h"
#include "ui/figures/similarity/similarity_figure.h"
#include "ui/panels/panel_pictures.h"
#include "ui/reading/linked_selection.h"
#include "ui/reading/panel_sight.h"
#include "ui/state/words/method_words.h"
#include "ui/state/panel_kind.h"
#include "ui/views/heatmap_view.h"

using namespace headlight;
using namespace headlight::test;

namespace {

const QStringList kWords = {QStringLiteral("alpha"), QStringLiteral("beta"), QStringLiteral("gamma"),
                            QStringLiteral("delta"), QStringLiteral("epsilon")};
constexpr QSize kSize(900, 640);
constexpr float kNone = std::numeric_limits<float>::quiet_NaN();

std::vector<Token> tokens() {
  std::vector<std::string> displays;
  for (const QString& word : kWords) displays.push_back(word.toStdString());
  return makeTokens(displays);
}

/// 2 × 2 heads of a causal model: no token attends to a later one.
std::shared_ptr<const AttentionMaps> causalMaps(unsigned seed = 1) { return randomMaps(2, 2, tokens(), true, seed); }

AttentionContext causalContext() {
  AttentionContext context;
  context.modelName = QStringLiteral("small");
  context.visibility.assign(2, Visibility{true});
  return context;
}

/// What a panel of that kind draws.
std::unique_ptr<AttentionFigure> figureOf(PanelKind kind, const LensResult& seen) {
  PanelState panel;
  panel.kind = kind;
  panel.threshold = 0;
  std::unique_ptr<AttentionFigure> figure = panelPicture(kind).makeFigure();
  figure->setMaps(seen.maps, seen.context);
  showPanel(*figure, panel, seen, {1, 1}, Index{3}, FigureStyle());
  return figure;
}

LensResult seenThrough(std::shared_ptr<const AttentionMaps> maps, AttentionContext context, bool transposed = false) {
  std::vector<PanelLens> lenses;
  if (transposed) {
    lenses.emplace_back();
    lenses.back().kind = PanelLens::Kind::Transposed;
  }
  return applyLenses(std::move(maps), std::move(context), lenses);
}

/// The texts in a figure's SVG file.
QStringList drawnTexts(const Figure& figure) {
  const QString svg = QString::fromUtf8(figureBytes(figure, FigureFormat::Svg, {kSize, 96, {}}));
  static const QRegularExpression text(QStringLiteral("<text[^>]*>([^<]*)</text>"));
  QStringList texts;
  for (auto it = text.globalMatch(svg); it.hasNext();) texts << it.next().captured(1).trimmed();
  return texts;
}

/// Whether `says` is one of the texts: a file splits a text where another font has the arrow or the sign.
bool isDrawn(const QStringList& texts, const QString& says) {
  static const QRegularExpression sign(QStringLiteral("[←↑→↓−]"));
  return std::any_of(texts.begin(), texts.end(), [&](QString text) { return text.remove(sign).trimmed() == says; });
}

/// Everything that is said of a figure.
QStringList sentences(const Figure& figure) {
  QStringList all{figure.title(), figure.altText()};
  for (const FigureSpot& spot : figure.spots(QSizeF(kSize))) all << spot.text;
  return all + drawnTexts(figure);
}

/// Who is said to attend to whom: of each sentence the tokens named after a verb, with the one named before it.
std::vector<std::pair<QString, QString>> saidToAttend(const QStringList& all) {
  std::vector<std::pair<QString, QString>> pairs;
  static const QRegularExpression word(QStringLiteral("“(\\w+)”|(attends to|is attended to by)|(;|[.](?= ))"));
  for (const QString& sentence : all) {
    std::vector<QRegularExpressionMatch> words;
    for (auto it = word.globalMatch(sentence); it.hasNext();) words.push_back(it.next());
    QString subject, verb;
    for (std::size_t i = 0; i < words.size(); ++i) {
      const QString name = words[i].captured(1);
      const bool beforeVerb = i + 1 < words.size() && !words[i + 1].captured(2).isEmpty();
      if (!words[i].captured(3).isEmpty())
        verb.clear();
      else if (!words[i].captured(2).isEmpty())
        verb = words[i].captured(2);
      else if (subject.isEmpty() || beforeVerb)
        subject = name;
      else if (verb == QStringLiteral("attends to"))
        pairs.emplace_back(subject, name);
      else if (!verb.isEmpty())
        pairs.emplace_back(name, subject);
    }
  }
  return pairs;
}

/// Kinds that draw a text's attention over itself.
std::vector<PanelKind> textKinds() {
  std::vector<PanelKind> kinds;
  for (const PanelKindRow& row : panelKinds())
    if (!row.has.image && !row.has.experts) kinds.push_back(row.kind);
  return kinds;
}

/// How far the furthest pixel of `rect` is from `colour`.
double furthest(const QImage& image, const QRectF& rect, const QColor& colour) {
  double most = 0;
  for (int y = qCeil(rect.top()); y < qFloor(rect.bottom()); ++y)
    for (int x = qCeil(rect.left()); x < qFloor(rect.right()); ++x)
      most = std::max(most, perceivedDistance(image.pixelColor(x, y), colour));
  return most;
}

/// A − B of two runs of the same model.
LensResult differenceOf(std::shared_ptr<const AttentionMaps> a, std::shared_ptr<const AttentionMaps> b) {
  RunResults results;
  RunResult first, second;
  first.maps = std::move(a);
  second.maps = std::move(b);
  first.context = second.context = causalContext();
  results.all[indexOf({0, 0, false})] = std::make_shared<RunResult>(first);
  results.all[indexOf({0, 1, false})] = std::make_shared<RunResult>(second);
  PanelState panel;
  panel.minus = PanelMinus{{0, 1, false}, {}};
  return resolvePanel(panel, results);
}

std::shared_ptr<const AttentionMaps> changed(const std::function<void(Matrix&)>& change) {
  std::vector<std::vector<Matrix>> maps(2);
  const auto base = causalMaps();
  for (int layer = 0; layer < 2; ++layer)
    for (int head = 0; head < 2; ++head) {
      maps[static_cast<std::size_t>(layer)].push_back(base->weights(HeadId{layer, head}));
      change(maps[static_cast<std::size_t>(layer)].back());
    }
  return std::make_shared<MatrixMaps>(std::move(maps), tokens(), tokens());
}

/// Layers 2 and 7 of a model, as a file may hold them alone.
class TwoLayers final : public AttentionMaps {
 public:
  int layers() const override { return 8; }
  int heads() const override { return m_maps->heads(); }
  bool hasLayer(int layer) const override { return layer == 2 || layer == 7; }
  const std::vector<Token>& queryTokens() const override { return m_maps->queryTokens(); }
  const std::vector<Token>& keyTokens() const override { return m_maps->keyTokens(); }
  using AttentionMaps::weights;
  void weights(HeadId head, const Rect& rect, MatrixOut out) const override {
    m_maps->weights({head.layer == 2 ? 0 : 1, head.head}, rect, out);
  }

 private:
  std::shared_ptr<const AttentionMaps> m_maps = causalMaps();
};

}  // namespace

/// What pictures say: which way attention goes, what the numbers are, what was subtracted, where there is no number.
class TestPictureWords : public QObject {
  Q_OBJECT
 private slots:
  void noPictureLetsACausalModelLookAhead_data() {
    QTest::addColumn<int>("kind");
    QTest::addColumn<bool>("transposed");
    for (const PanelKind kind : textKinds())
      for (const bool transposed : {false, true})
        QTest::addRow("%s%s", panelKind(kind).name, transposed ? ", transposed" : "")
            << static_cast<int>(kind) << transposed;
  }
  void noPictureLetsACausalModelLookAhead() {
    QFETCH(int, kind);
    QFETCH(bool, transposed);
    const auto figure =
        figureOf(static_cast<PanelKind>(kind), seenThrough(causalMaps(), causalContext(), transposed));
    const QStringList all = sentences(*figure);
    for (const auto& [query, key] : saidToAttend(all))
      QVERIFY2(kWords.indexOf(key) <= kWords.indexOf(query), qPrintable(query + " attends to " + key));
    // What stands over the axes follows.
    if (static_cast<PanelKind>(kind) == PanelKind::Heatmap) {
      QCOMPARE(isDrawn(all, QStringLiteral("attends to")), !transposed);
      QCOMPARE(isDrawn(all, QStringLiteral("attended to by")), transposed);
      QCOMPARE(isDrawn(all, QStringLiteral("query")), !transposed);
    }
    if (static_cast<PanelKind>(kind) == PanelKind::Links) {
      QCOMPARE(all.contains(QStringLiteral("attends to")), !transposed);
      QCOMPARE(all.contains(QStringLiteral("attended to by")), transposed);
    }
    if (static_cast<PanelKind>(kind) == PanelKind::Atlas)
      QVERIFY(all.join(u' ').contains(transposed ? QStringLiteral("Rows of a map are keys")
                                                 : QStringLiteral("Rows of a map are queries")));
  }

  void bothWaysSayTheSame() {
    for (const PanelKind kind : {PanelKind::Heatmap, PanelKind::Links, PanelKind::Text, PanelKind::Arcs}) {
      const auto said = [kind](bool transposed) {
        auto pairs = saidToAttend(sentences(*figureOf(kind, seenThrough(causalMaps(), causalContext(), transposed))));
        std::sort(pairs.begin(), pairs.end());
        pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
        return pairs;
      };
      QVERIFY2(!said(false).empty(), panelKind(kind).name);
      QVERIFY2(said(false) == said(true), panelKind(kind).name);
    }
  }

  void cardsTablesAndStatusFollowTheDirection() {
    const LensResult seen = seenThrough(causalMaps(), causalContext(), true);
    // Row 1 is the key "beta", column 3 the query "delta".
    QVERIFY(cellSentence(seen, {1, 1}, 1, 3).startsWith(QStringLiteral("“delta” (3) → “beta” (1)")));
    Selection selection;
    HeatmapView view(&selection);
    view.setMaps(seen.maps, seen.context);
    view.setHead({1, 1});
    QVERIFY(view.cellText({1, 3}).endsWith(QStringLiteral("“delta” (3) → “beta” (1)")));
    QVERIFY(weightTableText(view.figure(), 100).startsWith(QStringLiteral("weight: key ↓, query →\t")));
    QVERIFY(weightTableHtml(view.figure(), 100).contains(QStringLiteral("<th>weight: key ↓, query →</th>")));
  }

  void aCellIsTheSameInATurnedPanel() {
    Selection shared;
    LinkedSelection turned(&shared);
    turned.setLink(seenThrough(causalMaps(), causalContext(), true).tokens);
    shared.setCell(Cell{3, 1});
    QCOMPARE(turned.cell(), std::optional(Cell{1, 3}));
    turned.setCell(Cell{0, 4});
    QCOMPARE(shared.cell(), std::optional(Cell{4, 0}));
  }

  void lensesMeanQueriesWhereverTheMapIsTurned() {
    PanelLens top, turned;
    top.kind = PanelLens::Kind::Top;
    top.count = 1;
    turned.kind = PanelLens::Kind::Transposed;
    const Matrix last = applyLenses(causalMaps(), causalContext(), {top, turned}).maps->weights({0, 0});
    QVERIFY(last == applyLenses(causalMaps(), causalContext(), {turned, top}).maps->weights({0, 0}));
    for (Index query = 0; query < last.cols(); ++query) QCOMPARE((last.col(query).array() > 0).count(), Index{1});
    // Twice is not at all.
    const LensResult twice = applyLenses(causalMaps(), causalContext(), {turned, turned});
    QVERIFY(!twice.context.transposed && twice.context.lenses.isEmpty());
  }

  void legendsNameTheQuantity_data() {
    QTest::addColumn<int>("method");
    QTest::addColumn<int>("kind");
    for (const MethodInfo& info : methods())
      for (const PanelKind kind : textKinds())
        if (kind != PanelKind::Similarity)
          QTest::addRow("%s, %s", std::string(info.name).c_str(), panelKind(kind).name)
              << static_cast<int>(info.method) << static_cast<int>(kind);
  }
  void legendsNameTheQuantity() {
    QFETCH(int, method);
    QFETCH(int, kind);
    AttentionContext context = causalContext();
    context.quantity = quantityOf(static_cast<Method>(method));
    context.sinkColumns = {0};
    const auto figure = figureOf(static_cast<PanelKind>(kind), seenThrough(causalMaps(), context));
    const QString texts = drawnTexts(*figure).join(u'\n') + u'\n' + figure->altText();
    const QString name = quantityName(context);
    QVERIFY2(texts.contains(name), qPrintable(texts));
    if (static_cast<Method>(method) == Method::Raw) return;
    QVERIFY(!name.isEmpty() && name != QStringLiteral("weight"));
    static const QRegularExpression weight(QStringLiteral("(?<!effective )\\bweights?\\b"));
    QVERIFY2(!texts.contains(weight), qPrintable(texts));
    QVERIFY2(!texts.contains(QStringLiteral("attention on")), qPrintable(texts));
    if (!context.quantity.attends) QVERIFY2(!texts.contains(QStringLiteral("attends to")), qPrintable(texts));
  }

  void lensesThatMakeOtherNumbersNameThem() {
    for (const auto& [kind, name] : {std::pair(PanelLens::Kind::MeanOfHeads, "mean weight"),
                                     std::pair(PanelLens::Kind::MaxOfHeads, "largest weight"),
                                     std::pair(PanelLens::Kind::RowMaximum, "part of row maximum")}) {
      PanelLens lens;
      lens.kind = kind;
      const LensResult seen = applyLenses(causalMaps(), causalContext(), {lens});
      QVERIFY(drawnTexts(*figureOf(PanelKind::Heatmap, seen)).contains(QString::fromUtf8(name)));
    }
  }

  void aDifferenceNamesBothSidesEverywhere() {
    const LensResult seen = differenceOf(causalMaps(1), causalMaps(2));
    const auto figure = figureOf(PanelKind::Heatmap, seen);
    QCOMPARE(figure->title(), QStringLiteral("Layer 1, head 1: text A − text B"));
    QVERIFY(figure->altText().contains(QStringLiteral("text A − text B")));
    const QStringList drawn = drawnTexts(*figure);
    QVERIFY(isDrawn(drawn, QStringLiteral("text A")) && isDrawn(drawn, QStringLiteral("text B")));
    QVERIFY(cellSentence(seen, {1, 1}, 3, 1).contains(QStringLiteral("text A − text B = ")));
    QVERIFY(weightTableText(*figure, 100).startsWith(QStringLiteral("text A − text B: query ↓, key →")));
    Selection selection;
    HeatmapView view(&selection);
    view.setMaps(seen.maps, seen.context);
    view.setHead({1, 1});
    const QString card = view.cellText({3, 1});
    const double a = causalMaps(1)->weights({1, 1})(3, 1), b = causalMaps(2)->weights({1, 1})(3, 1);
    QVERIFY2(card.contains(QStringLiteral("A, text A: ") + percentText(a, 2)), qPrintable(card));
    QVERIFY2(card.contains(QStringLiteral("B, text B: ") + percentText(b, 2)), qPrintable(card));
  }

  void aDifferenceOfHeadsNamesBothHeads() {
    RunResults results;
    RunResult only;
    only.maps = causalMaps();
    only.context = causalContext();
    results.all[0] = std::make_shared<RunResult>(only);
    PanelState panel;
    panel.pinned = HeadId{0, 1};
    panel.minus = PanelMinus{{}, HeadId{1, 0}};
    const LensResult seen = resolvePanel(panel, results);
    HeatmapFigure figure;
    figure.setMaps(seen.maps, seen.context);
    figure.setHead({0, 1});
    QCOMPARE(figure.title(), QStringLiteral("Layer 0, head 1 − layer 1, head 0"));
    QCOMPARE(figure.scaleTitle(),
             QStringList({QStringLiteral("layer 0, head 1"), QStringLiteral("− layer 1, head 0")}));
  }

  void roundingLooksLikeNothing_data() {
    QTest::addColumn<int>("scale");
    QTest::addColumn<bool>("dark");
    for (const ScaleKind scale : {ScaleKind::Linear, ScaleKind::Sqrt, ScaleKind::Log})
      for (const bool dark : {false, true})
        QTest::addRow("scale %d, %s", static_cast<int>(scale), dark ? "dark" : "light")
            << static_cast<int>(scale) << dark;
  }
  void roundingLooksLikeNothing() {
    QFETCH(int, scale);
    QFETCH(bool, dark);
    const auto noisy = changed([](Matrix& map) {
      for (Index i = 0; i < map.size(); ++i) map.data()[i] += (i % 2 ? 4e-6F : -4e-6F);
    });
    FigureStyle style;
    style.scale = static_cast<ScaleKind>(scale);
    style.theme = dark ? Theme::Dark : Theme::Light;
    style.range = ScaleRange::PerHead;
    const auto looks = [&](std::shared_ptr<const AttentionMaps> other) {
      const LensResult seen = differenceOf(causalMaps(), std::move(other));
      HeatmapFigure figure;
      figure.setMaps(seen.maps, seen.context);
      figure.setStyle(style);
      const HeatmapLayout layout = figure.layout(QSizeF(kSize));
      // Below the words in the middle of the map.
      const QRectF cell = layout.cellRect(4, 0).adjusted(2, 2, -3, -3);
      return std::pair(furthest(painted(figure, kSize), cell, style.map(true).colour(0.5)),
                       sentences(figure).join(u' '));
    };
    const auto [nothing, says] = looks(noisy);
    QVERIFY2(nothing < 0.01, qPrintable(QString::number(nothing)));
    QVERIFY(says.contains(QStringLiteral("No difference")));
    const auto [something, silent] = looks(causalMaps(7));
    QVERIFY(something > 0.03);
    QVERIFY(!silent.contains(QStringLiteral("No difference")));
  }

  void smallNumbersDoNotFillAScaleOfTheirOwn() {
    // All but a thousandth of a thousandth goes to a sink.
    const auto tiny = changed([](Matrix& map) {
      map *= 1e-7F;
      map.col(0).setOnes();
    });
    AttentionContext context = causalContext();
    context.sinkColumns = {0};
    for (const PanelKind kind : textKinds()) {
      if (!panelKind(kind).has.scale) continue;
      PanelState panel;
      panel.kind = kind;
      panel.range = ScaleRange::PerHead;
      const LensResult seen = seenThrough(tiny, context);
      std::unique_ptr<AttentionFigure> figure = panelPicture(kind).makeFigure();
      figure->setMaps(seen.maps, seen.context);
      showPanel(*figure, panel, seen, {1, 1}, Index{3}, FigureStyle());
      const QColor full = figure->style().map().colour(1);
      const QImage image = painted(*figure, kSize);
      // The legend has the full colour, no cell does.
      if (kind != PanelKind::Heatmap) continue;
      const HeatmapLayout layout = static_cast<HeatmapFigure&>(*figure).layout(QSizeF(kSize));
      QVERIFY(perceivedDistance(image.pixelColor(layout.cellRect(4, 3).center().toPoint()), full) > 0.3);
    }
  }

  void heatsOfHeadsThatDoNothingStayPale() {
    AblationReport story;
    story.effects = {{{0, 0}, -4e-6, 2e-6}, {{0, 1}, 3e-6, 1e-6}};
    story.logProbability = -1;
    const AblationFigure figure(std::make_shared<const AblationReport>(story), FigureStyle(),
                                AblationMeasure::LogProbability);
    QCOMPARE(figure.scale().position(-4e-6), 0.5);
    QVERIFY(drawnTexts(figure).join(u' ').contains(QStringLiteral("No single head makes a difference.")));
  }

  void headsThatAreAlikeLieTogether() {
    const Matrix map = causalMaps()->weights({0, 0});
    std::vector<std::vector<Matrix>> maps(2, std::vector<Matrix>(2, map));
    for (Index i = 0; i < map.size(); ++i) maps[1][1].data()[i] += 1e-6F;
    SimilarityFigure figure;
    figure.setMaps(std::make_shared<MatrixMaps>(maps, tokens(), tokens()), causalContext());
    const SimilarityLayout layout = figure.layout(QSizeF(kSize));
    for (const QPointF centre : layout.centres) QVERIFY(QLineF(centre, layout.centres.front()).length() < 60);
  }

  void whatIsNoNumberIsHatchedAndSaid_data() {
    QTest::addColumn<int>("kind");
    for (const PanelKind kind : textKinds())
      if (kind != PanelKind::Similarity && kind != PanelKind::Atlas)
        QTest::addRow("%s", panelKind(kind).name) << static_cast<int>(kind);
  }
  void whatIsNoNumberIsHatchedAndSaid() {
    QFETCH(int, kind);
    const auto broken = changed([](Matrix& map) { map(3, 1) = kNone; });
    const auto figure = figureOf(static_cast<PanelKind>(kind), seenThrough(broken, causalContext()));
    const QString all = sentences(*figure).join(u'\n');
    QVERIFY2(all.contains(QStringLiteral("no value")), qPrintable(all));
    QVERIFY2(!all.contains(QStringLiteral("nan")), qPrintable(all));
    QVERIFY(!painted(*figure, kSize).isNull());
  }

  void aCellWithoutANumberIsHatched() {
    const auto broken = changed([](Matrix& map) { map(3, 1) = kNone; });
    Selection selection;
    HeatmapView view(&selection);
    view.setMaps(broken, causalContext());
    view.setHead({1, 1});
    const HeatmapFigure& figure = view.figure();
    const HeatmapLayout layout = figure.layout(QSizeF(kSize));
    const auto colours = [&](Index query, Index key) {
      const QImage image = painted(figure, kSize);
      const QRect cell = layout.cellRect(query, key).adjusted(2, 2, -3, -3).toRect();
      QSet<QRgb> found;
      for (int y = cell.top(); y < cell.bottom(); ++y)
        for (int x = cell.left(); x < cell.right(); ++x) found << image.pixel(x, y);
      return found.size();
    };
    QCOMPARE(colours(3, 0), qsizetype{1});
    QVERIFY(colours(3, 1) > 3);
    QVERIFY(view.cellText({3, 1}).startsWith(QStringLiteral("no value")));
    QVERIFY(cellSentence(seenThrough(broken, causalContext()), {1, 1}, 3, 1).endsWith(QStringLiteral("no value")));
    // It is not lost where several cells are one dot, and a table leaves it empty.
    const HeatmapData pooled = computeHeatmapData(*broken, {{1, 1}, broken->whole(), 2, 2, Pool::Max, {}});
    QVERIFY(std::isnan(pooled.weights(1, 0)) && !std::isnan(pooled.weights(0, 0)));
    QCOMPARE(pooled.numberless, Index{1});
    QVERIFY(!weightTableText(figure, 100).contains(QStringLiteral("nan")));
  }

  void layersKeepTheirNumbers_data() {
    QTest::addColumn<int>("kind");
    for (const PanelKind kind : textKinds()) QTest::addRow("%s", panelKind(kind).name) << static_cast<int>(kind);
  }
  void layersKeepTheirNumbers() {
    QFETCH(int, kind);
    AttentionContext context = causalContext();
    context.visibility.assign(8, Visibility{true});
    const LensResult seen = seenThrough(std::make_shared<TwoLayers>(), context);
    PanelState panel;
    panel.kind = static_cast<PanelKind>(kind);
    panel.pinned = HeadId{7, 1};
    std::unique_ptr<AttentionFigure> figure = panelPicture(panel.kind).makeFigure();
    figure->setMaps(seen.maps, seen.context);
    showPanel(*figure, panel, seen, {2, 0}, Index{3}, FigureStyle());
    const QString all = sentences(*figure).join(u'\n');
    if (panel.kind == PanelKind::Flow) {
      QVERIFY2(all.contains(QStringLiteral("every layer")), qPrintable(all));
      return;
    }
    static const QRegularExpression real(QStringLiteral("\\b(L|[Ll]ayer )?7(\\.| |,|$)"));
    static const QRegularExpression counted(QStringLiteral("\\b(L|[Ll]ayer )[0134568]\\b"));
    QVERIFY2(all.contains(real), qPrintable(all));
    QVERIFY2(!all.contains(counted), qPrintable(all));
  }
};

HEADLIGHT_TEST(TestPictureWords)
#include "test_picture_words.moc"

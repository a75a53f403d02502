#include <QtTest>

#include "tests/support/fixed_metrics.h"
#include "tests/support/suite.h"
#include "ui/figures/heatmap/heatmap_layout.h"
#include "ui/figures/links/links_layout.h"
#include "ui/figures/turn_bands/turn_bands.h"

using namespace headlight;
using headlight::test::FixedMetrics;

namespace {

/// Tokens of the turns that `roles` names, "" for those of the template.
std::vector<Token> tokensOf(const std::vector<std::string>& roles) {
  std::vector<Token> tokens(roles.size());
  int turn = -1;
  for (std::size_t i = 0; i < roles.size(); ++i) {
    if (roles[i].empty()) continue;
    if (i == 0 || roles[i] != roles[i - 1]) ++turn;
    tokens[i].turn = TurnPlace{turn, roles[i]};
  }
  return tokens;
}

std::vector<QString> labels(int count) {
  std::vector<QString> out;
  for (int i = 0; i < count; ++i) out.push_back(QStringLiteral("word%1").arg(i));
  return out;
}

const std::vector<TurnBand> kBands = {{1, 9, "system"}, {11, 20, "user"}, {22, 24, "assistant"}};

template <class Layout>
void verifyBands(const Layout& layout) {
  for (const auto* bands : {&layout.queryBands, &layout.keyBands}) {
    QCOMPARE(bands->size(), kBands.size());
    for (const PlacedBand& band : *bands) {
      QVERIFY(QRectF(QPointF(0, 0), QSizeF(800, 600)).contains(band.box));
      if (!band.role.text.isEmpty()) QVERIFY(band.box.contains(band.role.outline.boundingRect()));
    }
  }
}

}  // namespace

class TestTurnBands : public QObject {
  Q_OBJECT
 private slots:
  void turnsAreBands() {
    QVERIFY(turnBands(tokensOf({"", "", ""})).empty());
    const std::vector<TurnBand> bands = turnBands(tokensOf({"", "system", "system", "", "user", "assistant", ""}));
    QCOMPARE(bands, (std::vector<TurnBand>{{1, 3, "system"}, {4, 5, "user"}, {5, 6, "assistant"}}));
  }

  void lieBelowAndBesideAHeatmap() {
    HeatmapSpec spec;
    spec.size = {800, 600};
    spec.queryLabels = spec.keyLabels = labels(24);
    spec.visible = QRectF(0, 0, 24, 24);
    spec.title = QStringLiteral("Layer 1, head 2");
    const HeatmapLayout without = layoutHeatmap(spec, FixedMetrics());
    QVERIFY(without.queryBands.empty() && without.keyBands.empty());
    spec.queryBands = spec.keyBands = kBands;
    const HeatmapLayout layout = layoutHeatmap(spec, FixedMetrics());
    QVERIFY(layout.map.isValid());
    verifyBands(layout);
    for (std::size_t i = 0; i < kBands.size(); ++i) {
      const QRectF across = layout.keyBands[i].box, down = layout.queryBands[i].box;
      QVERIFY(across.top() >= layout.map.bottom() && down.left() >= layout.map.right());
      QVERIFY(std::abs(across.left() - layout.cellRect(0, kBands[i].begin).left()) < 1e-6);
      QVERIFY(std::abs(across.right() - layout.cellRect(0, kBands[i].end).left()) < 1e-6);
      QVERIFY(std::abs(down.top() - layout.cellRect(kBands[i].begin, 0).top()) < 1e-6);
      QVERIFY(std::abs(down.bottom() - layout.cellRect(kBands[i].end, 0).top()) < 1e-6);
      QVERIFY(layout.legend.bar.isEmpty() || !layout.legend.bar.intersects(down));
      QVERIFY(!layout.legend.bar.intersects(across));
    }
    QCOMPARE(layout.keyBands[0].role.text, QString("system"));
    QCOMPARE(layout.queryBands[1].role.text, QString("user"));
  }

  /// A part in view has the bands that reach into it, as far as they do.
  void areCutAtThePartInView() {
    HeatmapSpec spec;
    spec.size = {800, 600};
    spec.queryLabels = spec.keyLabels = labels(24);
    spec.visible = QRectF(8, 12, 6, 6);
    spec.queryBands = spec.keyBands = kBands;
    const HeatmapLayout layout = layoutHeatmap(spec, FixedMetrics());
    QCOMPARE(layout.keyBands.size(), std::size_t(2));
    QCOMPARE(layout.queryBands.size(), std::size_t(1));
    for (const PlacedBand& band : layout.keyBands)
      QVERIFY(band.box.left() >= layout.map.left() - 1e-6 && band.box.right() <= layout.map.right() + 1e-6);
    QVERIFY(std::abs(layout.queryBands[0].box.height() - layout.map.height()) < 1e-6);
  }

  void lieOutsideTheLabelsOfLinks() {
    LinksSpec spec;
    spec.size = {800, 600};
    spec.queryLabels = spec.keyLabels = labels(24);
    spec.heads = {QStringLiteral("head 2")};
    spec.samples = {0.1, 0.5};
    spec.queryBands = spec.keyBands = kBands;
    const LinksLayout layout = layoutLinks(spec, FixedMetrics());
    QVERIFY(layout.links.isValid());
    verifyBands(layout);
    for (const PlacedLabel& label : layout.queryLabels)
      for (const PlacedBand& band : layout.queryBands) QVERIFY(!band.box.intersects(label.outline.boundingRect()));
    for (const PlacedLabel& label : layout.keyLabels)
      for (const PlacedBand& band : layout.keyBands) QVERIFY(!band.box.intersects(label.outline.boundingRect()));
    for (std::size_t i = 0; i < kBands.size(); ++i)
      QVERIFY(std::abs(layout.queryBands[i].box.top() - layout.rowOf(layout.queryColumn, kBands[i].begin).top()) <
              1e-6);
  }
};

HEADLIGHT_TEST(TestTurnBands)
#include "test_turn_bands.moc"

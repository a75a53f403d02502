#include <qcustomplot.h>

#include <QtTest>

#include "tests/support/fixed_metrics.h"
#include "tests/support/painted.h"
#include "tests/support/suite.h"
#include "tests/support/synthetic_maps.h"
#include "ui/figures/coloured_text/coloured_text_figure.h"

using namespace headlight;
using namespace headlight::test;

/// The text in colours: its numbers, its geometry and its pixels.
class TestColouredText : public QObject {
  Q_OBJECT
 private slots:
  void givesARow();
  void receivesAColumn();
  void tintsAreTheColoursOfTheWeights_data();
  void tintsAreTheColoursOfTheWeights();
  void specialTokensAreSmaller();
  void piecesDoNotOverlap_data();
  void piecesDoNotOverlap();
  void spotsTellTheWeights();
  void joinedEmojiAreOnePicture();
  void textStandsInItsOwnDirection_data();
  void textStandsInItsOwnDirection();
};

namespace {

std::shared_ptr<SyntheticMaps> textMaps(std::size_t tokens, bool causal = true) {
  return std::make_shared<SyntheticMaps>(wordTokens(tokens), 2, 3, causal);
}

AttentionContext textContext() {
  AttentionContext context;
  context.modelName = QStringLiteral("gpt");
  context.sinkColumns = {0};
  context.visibility.assign(2, Visibility{true});
  return context;
}

}  // namespace

void TestColouredText::givesARow() {
  const auto maps = textMaps(12);
  const ColouredTextData data = computeColouredText(*maps, textContext(), {{1, 2}, 8, Direction::Gives, {0}});
  const Matrix row = maps->weights({1, 2}, {8, 0, 1, 12});
  QCOMPARE(data.chosen, Index{8});
  double sum = data.sinkMass;
  for (Index key = 0; key < 12; ++key) {
    const auto i = static_cast<std::size_t>(key);
    if (key == 0) {
      QVERIFY(data.sink[i] && data.weights[i] < 0);
      QCOMPARE(data.sinkWeights[i], row(0, 0));
      QCOMPARE(data.sinkMass, static_cast<double>(row(0, 0)));
    } else if (key > 8) {
      QVERIFY(data.weights[i] < 0);  // after the token: hidden from it, which is not 0
    } else {
      QCOMPARE(data.weights[i], row(0, key));
      sum += data.weights[i];
    }
  }
  QVERIFY(std::abs(sum - 1) < 1e-5);
}

void TestColouredText::receivesAColumn() {
  const auto maps = textMaps(12);
  const ColouredTextData data = computeColouredText(*maps, textContext(), {{0, 1}, 4, Direction::Receives, {0}});
  const Matrix weights = maps->weights({0, 1});
  QCOMPARE(data.sinkMass, 0.0);  // a column has no sink in it
  for (Index query = 0; query < 12; ++query) {
    const float found = data.weights[static_cast<std::size_t>(query)];
    if (query < 4)
      QVERIFY(found < 0);
    else
      QCOMPARE(found, weights(query, 4));
  }
}

void TestColouredText::tintsAreTheColoursOfTheWeights_data() {
  QTest::addColumn<bool>("dark");
  QTest::addColumn<int>("direction");
  for (const bool dark : {false, true})
    for (const int direction : {0, 1}) QTest::addRow("%d %d", dark, direction) << dark << direction;
}

void TestColouredText::tintsAreTheColoursOfTheWeights() {
  QFETCH(bool, dark);
  QFETCH(int, direction);
  const auto maps = textMaps(12);
  ColouredTextFigure figure;
  figure.setMaps(maps, textContext());
  figure.setHead({1, 1});
  figure.setDirection(static_cast<Direction>(direction));
  figure.setToken(direction ? 2 : 10);
  FigureStyle style;
  style.theme = dark ? Theme::Dark : Theme::Light;
  figure.setStyle(style);
  const QImage image = painted(figure, {900, 500});
  const ColouredTextLayout layout = figure.layout({900, 500});
  int compared = 0;
  for (const ColouredTextLayout::Piece& piece : layout.pieces) {
    const float weight = figure.data().weights[static_cast<std::size_t>(piece.token)];
    if (weight < 0) continue;
    // Between the top of the letters and the top of the box there is tint alone.
    const QPoint at(qRound(piece.box.center().x()), qRound(piece.box.top()) + 2);
    QCOMPARE(image.pixel(at), style.map().rgb(figure.scale().position(weight)));
    ++compared;
  }
  QVERIFY(compared >= 10);
}

void TestColouredText::specialTokensAreSmaller() {
  ColouredTextSpec spec;
  spec.size = {800, 400};
  spec.pieces = {
      {QStringLiteral("[CLS]")}, {QStringLiteral("the")}, {QStringLiteral("cat")}, {QStringLiteral("[SEP]")}};
  for (TextPiece& piece : spec.pieces) piece.gapBefore = piece.breakBefore = true;
  spec.pieces.front().added = spec.pieces.back().added = true;
  const ColouredTextLayout layout = layoutColouredText(spec, FixedMetrics());
  QCOMPARE(layout.pieces[1].size, layout.textSize);
  QVERIFY(layout.pieces[0].size < 0.7 * layout.textSize && layout.pieces[0].size >= kSmallestLabel);
  // The box fits the smaller text: 5 letters, and tint on both sides.
  QVERIFY(layout.pieces[0].box.width() < 5 * 0.6 * 0.7 * layout.textSize + 0.3 * layout.textSize);
  QCOMPARE(layout.pieces[0].origin.y(), layout.pieces[1].origin.y());
}

void TestColouredText::piecesDoNotOverlap_data() {
  QTest::addColumn<int>("tokens");
  QTest::addColumn<QSize>("size");
  for (const int tokens : {1, 5, 40, 120, 700})
    for (const QSize size : {QSize(240, 160), QSize(640, 400), QSize(1600, 900)})
      QTest::addRow("%d in %dx%d", tokens, size.width(), size.height()) << tokens << size;
}

void TestColouredText::piecesDoNotOverlap() {
  QFETCH(int, tokens);
  QFETCH(QSize, size);
  ColouredTextSpec spec;
  spec.size = size;
  spec.chosen = tokens - 1;
  for (int i = 0; i < tokens; ++i) {
    TextPiece piece;
    piece.text = QString(1 + i * 7 % 11, u'x');
    piece.gapBefore = piece.breakBefore = i % 3 != 1;
    piece.added = i == 0;
    spec.pieces.push_back(piece);
  }
  spec.sinkText = QStringLiteral("on x");
  const ColouredTextLayout layout = layoutColouredText(spec, FixedMetrics());
  QVERIFY(layout.piece(spec.chosen));
  for (const auto& a : layout.pieces) {
    QVERIFY(a.box.left() >= layout.text.left() - 1e-6 && a.box.right() <= layout.text.right() + 1e-6);
    QVERIFY(a.box.top() >= layout.text.top() - 1 && a.box.bottom() <= layout.text.bottom() + layout.textSize);
    for (const auto& b : layout.pieces)
      if (b.token < a.token) QVERIFY(!a.box.adjusted(0.01, 0.01, -0.01, -0.01).intersects(b.box));
  }
  // Nothing is left out in silence.
  if (layout.pieces.size() < static_cast<std::size_t>(tokens)) {
    QString notes;
    for (const PlacedText& note : layout.frame.notes) notes += note.text;
    QVERIFY2(notes.contains(QStringLiteral("of %1").arg(tokens)), qPrintable(notes));
  }
}

void TestColouredText::spotsTellTheWeights() {
  const auto maps = textMaps(12);
  ColouredTextFigure figure;
  figure.setMaps(maps, textContext());
  figure.setToken(8);
  const std::vector<FigureSpot> spots = figure.spots({900, 500});
  QCOMPARE(spots.size(), std::size_t{9});  // what comes after the token is not seen
  for (const FigureSpot& spot : spots) {
    QCOMPARE(spot.query, Index{8});
    QVERIFY(spot.text.endsWith(percentText(maps->weights({0, 0})(8, spot.key), 2)));
    QCOMPARE(spots[spotAt(spots, spot.rect.center()).value()].key, spot.key);
  }
}

void TestColouredText::joinedEmojiAreOnePicture() {
  // A family is one character to a person: it is as wide as a face, not as three faces with boxes between them.
  const FigureStyle style;
  const FontTextMetrics metrics(style);
  const QString face = QStringLiteral("😀"), family = QStringLiteral("👩‍👩‍👧");
  if (metrics.width(face, 40, QFont::Normal) <= 0) QSKIP("no font with emoji");
  QVERIFY2(metrics.width(family, 40, QFont::Normal) < 1.6 * metrics.width(face, 40, QFont::Normal),
           qPrintable(QStringLiteral("%1 for a family, %2 for a face")
                          .arg(metrics.width(family, 40, QFont::Normal))
                          .arg(metrics.width(face, 40, QFont::Normal))));
}

void TestColouredText::textStandsInItsOwnDirection_data() {
  QTest::addColumn<QStringList>("tokens");
  QTest::addColumn<QStringList>("fromTheLeft");
  QTest::addColumn<bool>("atTheRight");
  const auto add = [](const char* name, const QString& tokens, const QString& shown, bool right = false) {
    QTest::newRow(name) << tokens.split('|') << shown.split('|') << right;
  };
  add("English", "one| two|.", "one|two|.");
  add("Arabic", "القطة| السوداء|.", ".|السوداء|القطة", true);
  add("a number in it", "في| عام| 3|.|5| مليون", "مليون|3|.|5|عام|في", true);
  add("Hebrew in English", "say| שלום| עולם| now|.", "say|עולם|שלום|now|.");
  add("English in Hebrew", "אמר| good| day|!", "!|good|day|אמר", true);
  add("a comma in a quotation", "say| שלום|,| עולם|.", "say|עולם|,|שלום|.");
}

void TestColouredText::textStandsInItsOwnDirection() {
  QFETCH(QStringList, tokens);
  QFETCH(QStringList, fromTheLeft);
  QFETCH(bool, atTheRight);
  std::vector<std::string> words;
  for (const QString& token : tokens) words.push_back(token.toStdString());
  ColouredTextFigure figure;
  figure.setMaps(std::make_shared<SyntheticMaps>(words, 1, 1, true), {});
  const ColouredTextLayout layout = figure.layout({1600, 900});
  std::vector<const ColouredTextLayout::Piece*> pieces;
  for (std::size_t i = 0; i < layout.pieces.size(); ++i) {
    QCOMPARE(layout.pieces[i].token, static_cast<Index>(i));
    pieces.push_back(&layout.pieces[i]);
  }
  std::sort(pieces.begin(), pieces.end(), [](const auto* a, const auto* b) { return a->box.left() < b->box.left(); });
  QStringList shown;
  for (const auto* piece : pieces) shown << piece->text;
  QCOMPARE(shown, fromTheLeft);
  QCOMPARE(std::abs(pieces.back()->box.right() - layout.text.right()) < 0.01, atTheRight);
  QCOMPARE(std::abs(pieces.front()->box.left() - layout.text.left()) < 0.01, !atTheRight);
}

HEADLIGHT_TEST(TestColouredText)
#include "test_coloured_text.moc"

#include <qcustomplot.h>

#include <QSignalSpy>
#include <QtTest>
#include <set>

#include "tests/support/shown_view.h"
#include "tests/support/suite.h"
#include "tests/support/synthetic_maps.h"
#include "ui/figures/atlas/atlas_figure.h"
#include "ui/views/arcs_view.h"
#include "ui/views/coloured_text_view.h"
#include "ui/views/flow_view.h"
#include "ui/views/links_view.h"
#include "ui/views/profile_view.h"
#include "ui/views/similarity_view.h"

using namespace headlight;
using namespace headlight::test;

/// Views that point into a painted picture: pointer, keyboard, selection and what screen readers hear.
class TestPictureViews : public QObject {
  Q_OBJECT
 private slots:
  void everySpotIsFoundAndDescribed();
  void theNearestSpotIsMeant();
  void linksReadWithoutPinning();
  void colouredTextChoosesAndReads();
  void colouredTextTurns();
  void colouredTextWalksLines();
  void arcsFocusOnAWord();
  void profileReadsBars();
  void flowLightsPaths();
  void similarityComputesAndChooses();
  void newMapsWithFewerTokens();
  void hiddenViewsDoNoWork();
};

namespace {

QRectF pieceBox(const ColouredTextView& view, Index place) {
  return view.figure().layout(view.size()).piece(place)->box;
}

template <class Figure, class Change>
void edit(AttentionView& view, Change change) {
  view.edit([&](AttentionFigure& figure) { change(static_cast<Figure&>(figure)); });
}

}  // namespace

void TestPictureViews::everySpotIsFoundAndDescribed() {
  const QSizeF size(900, 600);
  const auto check = [&](auto figure, std::size_t count) {
    figure.setMaps(someMaps(12), context());
    const std::vector<FigureSpot> places = figure.places(size), spots = figure.spots(size);
    QCOMPARE(places.size(), count);
    std::set<Index> ids;
    for (const FigureSpot& place : places) {
      QVERIFY(ids.insert(place.id).second);
      QVERIFY(QRectF(QPointF(), size).contains(place.rect));
      const auto found = spotAt(places, place.rect.center());
      QVERIFY(found && places[*found].id == place.id);
      QVERIFY(!figure.describe(place.id).isEmpty());
    }
    // What has words for a page is among them.
    QVERIFY(!spots.empty());
    for (const FigureSpot& spot : spots) QVERIFY(ids.count(spot.id) == 1 && !spot.text.isEmpty());
    QVERIFY(!spotAt(places, {-50, -50}));
    figure.setMaps(nullptr, {});
    QVERIFY(figure.places(size).empty() && figure.spots(size).empty() && figure.describe(0).isEmpty());
  };
  check(ArcsFigure(), 12);
  check(ColouredTextFigure(), 12);
  check(ProfileFigure(), 12);
  check(LinksFigure(), 24);
  check(FlowFigure(), 12 * 5);
  check(AtlasFigure(), 24);
  check(SimilarityFigure(), 24);
}

void TestPictureViews::theNearestSpotIsMeant() {
  const auto spot = [](QRectF rect, double reach) {
    FigureSpot made;
    made.rect = rect;
    made.reach = rect.adjusted(-reach, -reach, reach, reach);
    return made;
  };
  const std::vector<FigureSpot> spots = {spot({0, 0, 100, 10}, 6), spot({104, 0, 4, 10}, 6), spot({50, 30, 10, 10}, 6)};
  QCOMPARE(spotAt(spots, {99, 5}), std::optional<std::size_t>(0));   // In it, however near to the middle of another.
  QCOMPARE(spotAt(spots, {103, 5}), std::optional<std::size_t>(1));  // In reach of both.
  QCOMPARE(spotAt(spots, {55, 26}), std::optional<std::size_t>(2));
  QCOMPARE(spotAt(spots, {80, 20}), std::nullopt);
  QCOMPARE(nextThatWay(spots, 0, 1, 0), std::optional<std::size_t>(1));
  QCOMPARE(nextThatWay(spots, 0, 0, 1), std::optional<std::size_t>(2));
  QCOMPARE(nextThatWay(spots, 0, 0, -1), std::nullopt);
}

void TestPictureViews::linksReadWithoutPinning() {
  Selection selection;
  LinksView view(&selection);
  show(view, 12);
  selection.setToken(4);
  QTest::keyClick(&view, Qt::Key_Down, Qt::ShiftModifier);
  QCOMPARE(view.pointed(), std::optional<Index>(5));
  QCOMPARE(selection.token(), std::optional<Index>(4));
  QCOMPARE(selection.hoveredToken(), std::optional<Index>(5));
  QVERIFY2(view.accessibleDescription().startsWith(QStringLiteral("“mice” attends to")),
           qPrintable(view.accessibleDescription()));
  // A key is told by who attends to it.
  const LinksLayout layout = view.figure().layout(view.size());
  moveTo(view, layout.rowOf(layout.keyColumn, 2).center());
  QCOMPARE(view.pointed(), std::optional<Index>(14));
  QVERIFY2(view.accessibleDescription().contains(QStringLiteral("is attended to by")),
           qPrintable(view.accessibleDescription()));
  // A click on the pinned token unpins it on either side.
  selection.setToken(2);
  QTest::mouseClick(&view, Qt::LeftButton, {}, layout.rowOf(layout.keyColumn, 2).center().toPoint());
  QCOMPARE(selection.token(), std::nullopt);
}

void TestPictureViews::colouredTextChoosesAndReads() {
  Selection selection;
  ColouredTextView view(&selection);
  show(view, 12);
  const auto centre = [&](Index place) { return pieceBox(view, place).center(); };
  const QImage before = view.grab().toImage();
  QCOMPARE(view.figure().token(), Index{11});  // the last token until one is chosen
  moveTo(view, centre(5));
  QCOMPARE(selection.hoveredToken(), std::optional<Index>(5));
  const float weight = view.figure().maps()->weights({0, 0})(11, 5);
  QVERIFY2(view.accessibleDescription().contains(QString::number(weight, 'g', 6)),
           qPrintable(view.accessibleDescription()));
  QVERIFY(view.grab().toImage() != before);
  keep(view, "text");
  moveTo(view, {2, 2});
  QCOMPARE(selection.hoveredToken(), std::nullopt);
  QCOMPARE(view.grab().toImage(), before);
  QVERIFY(view.accessibleDescription().contains(QStringLiteral("Strongest")));

  QTest::mouseClick(&view, Qt::LeftButton, {}, centre(7).toPoint());
  QCOMPARE(selection.token(), std::optional<Index>(7));
  QCOMPARE(view.figure().token(), Index{7});
  QVERIFY(view.figure().title().contains(QStringLiteral("“hungry”")));
  QTest::keyClick(&view, Qt::Key_Left);
  QCOMPARE(selection.token(), std::optional<Index>(6));
  // Shift reads another token and leaves the chosen one.
  view.activateWindow();
  QTest::keyClick(&view, Qt::Key_Left, Qt::ShiftModifier);
  QTest::keyClick(&view, Qt::Key_Left, Qt::ShiftModifier);
  QCOMPARE(selection.token(), std::optional<Index>(6));
  QCOMPARE(view.pointed(), std::optional<Index>(4));
  QVERIFY(view.accessibleDescription().contains(QString::number(view.figure().maps()->weights({0, 0})(6, 4), 'g', 6)));
  // What lies after the token is not visible to it, and that is not 0.
  for (int i = 0; i < 5; ++i) QTest::keyClick(&view, Qt::Key_Right, Qt::ShiftModifier);
  QVERIFY(view.accessibleDescription().contains(QStringLiteral("masked")));
  QTest::keyClick(&view, Qt::Key_Escape);
  QCOMPARE(view.pointed(), std::nullopt);
  QCOMPARE(selection.token(), std::optional<Index>(6));
  QTest::keyClick(&view, Qt::Key_Escape);
  QCOMPARE(selection.token(), std::nullopt);
}

void TestPictureViews::colouredTextTurns() {
  Selection selection;
  ColouredTextView view(&selection);
  show(view, 12);
  selection.setToken(3);
  QSignalSpy turned(&view, &ColouredTextView::directionChanged);
  QTest::keyClick(&view, Qt::Key_R);
  QCOMPARE(view.figure().direction(), Direction::Receives);
  QCOMPARE(turned.count(), 1);
  moveTo(view, pieceBox(view, 9).center());
  QVERIFY(view.accessibleDescription().contains(QString::number(view.figure().maps()->weights({0, 0})(9, 3), 'g', 6)));
}

void TestPictureViews::colouredTextWalksLines() {
  Selection selection;
  ColouredTextView view(&selection);
  show(view, 60, {420, 400});
  selection.setToken(0);
  QTest::keyClick(&view, Qt::Key_Down);
  const auto token = selection.token();
  QVERIFY(token && *token > 1);
  QVERIFY(pieceBox(view, *token).top() > pieceBox(view, 0).top());
  QTest::keyClick(&view, Qt::Key_Up);
  QCOMPARE(selection.token(), std::optional<Index>(0));
}

void TestPictureViews::arcsFocusOnAWord() {
  Selection selection;
  ArcsView view(&selection);
  show(view, 12, {900, 480});
  const auto centre = [&](Index place) { return view.figure().layout(view.size()).placeBox(place).center(); };
  const QImage before = view.grab().toImage();
  moveTo(view, centre(5));
  QCOMPARE(view.focus(), std::optional<Index>(5));
  QCOMPARE(selection.hoveredToken(), std::optional<Index>(5));
  QVERIFY(view.grab().toImage() != before);
  keep(view, "arcs");
  // The strongest arc that leaves the word, with its weight.
  const Matrix row = view.figure().maps()->weights({0, 0}, {5, 1, 1, 5});
  QVERIFY2(view.accessibleDescription().contains(percentText(row.maxCoeff(), 2)),
           qPrintable(view.accessibleDescription()));
  moveTo(view, {3, 3});
  QCOMPARE(view.grab().toImage(), before);
  QTest::mouseClick(&view, Qt::LeftButton, {}, centre(7).toPoint());
  QCOMPARE(selection.token(), std::optional<Index>(7));
  QTest::keyClick(&view, Qt::Key_Right);
  QCOMPARE(selection.token(), std::optional<Index>(8));
  edit<ArcsFigure>(view, [](ArcsFigure& arcs) { arcs.setThreshold(0.5); });
  const ArcsLayout strong = view.figure().layout(view.size());
  for (const ArcsLayout::Arc& arc : strong.arcs) QVERIFY(arc.link.weight >= 0.5F);
  // Another view's pointer lights the word here too.
  selection.setToken({});
  selection.setHoveredToken(3);
  QCOMPARE(view.focus(), std::optional<Index>(3));
}

void TestPictureViews::profileReadsBars() {
  Selection selection;
  ProfileView view(&selection);
  show(view, 12, {900, 480});
  edit<ProfileFigure>(view, [](ProfileFigure& profile) { profile.setHeads({{0, 1}, {2, 3}}); });
  selection.setToken(9);
  QCOMPARE(view.figure().token(), Index{9});
  moveTo(view, view.figure().layout(view.size()).keyBox(4).center());
  keep(view, "profile");
  for (const HeadId head : {HeadId{0, 1}, HeadId{2, 3}})
    QVERIFY2(view.accessibleDescription().contains(
                 QString::number(view.figure().maps()->weights(head, {9, 4, 1, 1})(0, 0), 'g', 6)),
             qPrintable(view.accessibleDescription()));
  QTest::keyClick(&view, Qt::Key_Right, Qt::ShiftModifier);
  QCOMPARE(view.pointed(), std::optional<Index>(5));
  QTest::keyClick(&view, Qt::Key_Left);
  QCOMPARE(selection.token(), std::optional<Index>(8));
  moveTo(view, view.figure().layout(view.size()).keyBox(10).center());
  QVERIFY(view.accessibleDescription().contains(QStringLiteral("masked")));
}

void TestPictureViews::flowLightsPaths() {
  Selection selection;
  FlowView view(&selection);
  show(view, 12, {900, 600});
  const auto node = [&](int level, Index token) {
    return view.figure().layout(view.size()).nodeRect(level, token).center();
  };
  QCOMPARE(view.figure().level(), 4);
  moveTo(view, node(0, 3));
  keep(view, "flow");
  QVERIFY2(view.accessibleDescription().contains(percentText(view.figure().data().share(0, 3), 2)),
           qPrintable(view.accessibleDescription()));
  QTest::mouseClick(&view, Qt::LeftButton, {}, node(2, 6).toPoint());
  QCOMPARE(selection.token(), std::optional<Index>(6));
  QCOMPARE(view.figure().level(), 2);
  QCOMPARE(view.figure().data().share(2, 6), 1.0F);
  QTest::keyClick(&view, Qt::Key_Up);  // towards the output
  QCOMPARE(view.figure().level(), 3);
  QTest::keyClick(&view, Qt::Key_Left);
  QCOMPARE(selection.token(), std::optional<Index>(5));
  // Each of many tokens is reached, however narrow its column.
  view.resize(160, 520);
  view.setMaps(someMaps(240), context());
  selection.setToken(100);
  QVERIFY(view.isReady() && view.figure().layout(view.size()).line.pitch < 1);
  QTest::keyClick(&view, Qt::Key_Right);
  QCOMPARE(selection.token(), std::optional<Index>(101));
  view.setMaps(someMaps(12), context());
  QTest::keyClick(&view, Qt::Key_Escape);
  QTest::keyClick(&view, Qt::Key_Escape);
  QCOMPARE(view.figure().level(), 4);
  edit<FlowFigure>(view, [](FlowFigure& flow) { flow.setWeights(FlowWeights::Rollout); });
  QVERIFY(view.figure().title().contains(QStringLiteral("rollout")));
}

void TestPictureViews::similarityComputesAndChooses() {
  Selection selection;
  SimilarityView view(&selection);
  show(view, 12, {900, 600});
  QTRY_VERIFY(view.figure().hasData());
  const auto dot = [&](HeadId head) {
    return view.figure().layout(view.size()).dot(view.figure().data().indexOf(head)).center();
  };
  moveTo(view, dot({2, 4}));
  keep(view, "similarity");
  const auto pointed = view.pointed();
  QVERIFY(pointed);
  const SimilarityData& data = view.figure().data();
  const HeadId nearest = data.headOf(data.nearest(*pointed).front());
  QVERIFY2(
      view.accessibleDescription().contains(QStringLiteral("nearest: L%1 H%2").arg(nearest.layer).arg(nearest.head)),
      qPrintable(view.accessibleDescription()));
  QTest::mouseClick(&view, Qt::LeftButton, {}, dot({1, 3}).toPoint());
  const HeadId chosen = selection.head();
  QVERIFY((dot(chosen) - dot({1, 3})).manhattanLength() < 20);
  // Arrow keys go in their direction.
  const QPointF before = dot(selection.head());
  QTest::keyClick(&view, Qt::Key_Right);
  QVERIFY(selection.head() == chosen || dot(selection.head()).x() > before.x());
  // New maps while a job runs: the newest wins.
  for (std::size_t tokens = 20; tokens < 30; ++tokens) view.setMaps(someMaps(tokens), context());
  QTRY_VERIFY(view.figure().hasData() && view.isReady());
  QVERIFY((view.figure().data().distances - computeSimilarity(*someMaps(29)).distances).norm() < 1e-12);
}

void TestPictureViews::newMapsWithFewerTokens() {
  Selection selection;
  ColouredTextView text(&selection);
  ArcsView arcs(&selection);
  ProfileView profile(&selection);
  FlowView flow(&selection);
  SimilarityView similarity(&selection);
  for (AttentionView* view :
       {static_cast<AttentionView*>(&text), static_cast<AttentionView*>(&arcs), static_cast<AttentionView*>(&profile),
        static_cast<AttentionView*>(&flow), static_cast<AttentionView*>(&similarity)}) {
    show(*view, 30);
    selection.setToken(25);
    selection.setHoveredToken(27);
    moveTo(*view, QPointF(view->width() / 2.0, view->height() / 2.0));
    view->setMaps(someMaps(3), context());
    view->grab();
    QTest::keyClick(view, Qt::Key_Right, Qt::ShiftModifier);
    view->setMaps(nullptr, {});
    view->grab();
    for (const Qt::Key key : {Qt::Key_Down, Qt::Key_Right, Qt::Key_Escape, Qt::Key_R}) QTest::keyClick(view, key);
    QTest::mouseClick(view, Qt::LeftButton, {}, {50, 50});
    view->resize(200, 150);
    view->setMaps(someMaps(3), context());
    view->grab();
    view->hide();
  }
}

void TestPictureViews::hiddenViewsDoNoWork() {
  class Never final : public AttentionMaps {
   public:
    std::vector<Token> tokens = std::vector<Token>(5);
    int layers() const override { return 2; }
    int heads() const override { return 2; }
    const std::vector<Token>& queryTokens() const override { return tokens; }
    const std::vector<Token>& keyTokens() const override { return tokens; }
    void weights(HeadId, const Rect&, MatrixOut) const override { QFAIL("a hidden view asked for weights"); }
  };
  Selection selection;
  ColouredTextView text(&selection);
  ArcsView arcs(&selection);
  ProfileView profile(&selection);
  FlowView flow(&selection);
  SimilarityView similarity(&selection);
  for (AttentionView* view :
       {static_cast<AttentionView*>(&text), static_cast<AttentionView*>(&arcs), static_cast<AttentionView*>(&profile),
        static_cast<AttentionView*>(&flow), static_cast<AttentionView*>(&similarity)})
    view->setMaps(std::make_shared<Never>(), context());
  selection.setHead({1, 1});
  selection.setToken(2);
  selection.setHoveredToken(3);
  edit<ColouredTextFigure>(text, [](ColouredTextFigure& figure) { figure.setDirection(Direction::Receives); });
  edit<FlowFigure>(flow, [](FlowFigure& figure) { figure.setWeights(FlowWeights::Rollout); });
}

HEADLIGHT_TEST(TestPictureViews)
#include "test_picture_views.moc"

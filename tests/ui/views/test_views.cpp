#include <qcustomplot.h>

#include <QNativeGestureEvent>
#include <QSignalSpy>
#include <QtTest>

#include "tests/support/rule_maps.h"
#include "tests/support/shown_view.h"
#include "tests/support/suite.h"
#include "tests/support/synthetic_maps.h"
#include "ui/export/figure_writer.h"
#include "ui/views/atlas_view.h"
#include "ui/views/flow_view.h"
#include "ui/views/heatmap_view.h"
#include "ui/views/links_view.h"

using namespace headlight;
using namespace headlight::test;

class TestViews : public QObject {
  Q_OBJECT
 private slots:
  void screenEqualsExport();
  void hiddenViewsDoNoWork();
  void firstPictureShowsTheWholeMap();
  void largeMapsDoNotBlock_data();
  void largeMapsDoNotBlock();
  void anotherSizeStartsNothingAgain();
  void heatmapPinch();
  void heatmapHover();
  void heatmapKeyboard();
  void heatmapZoomAndDrag();
  void heatmapFollowsTheHead();
  void linksHoverAndPin();
  void linksSeveralHeads();
  void atlasPointAndChoose();
  void newMapsWithFewerTokens();
};

namespace {

/// Counts how often weights are asked for.
class CountingMaps final : public AttentionMaps {
 public:
  explicit CountingMaps(std::shared_ptr<SyntheticMaps> maps) : m_maps(std::move(maps)) {}
  int layers() const override { return m_maps->layers(); }
  int heads() const override { return m_maps->heads(); }
  const std::vector<Token>& queryTokens() const override { return m_maps->queryTokens(); }
  const std::vector<Token>& keyTokens() const override { return m_maps->keyTokens(); }
  void weights(HeadId head, const Rect& rect, MatrixOut out) const override {
    ++calls;
    m_maps->weights(head, rect, out);
  }
  mutable int calls = 0;

 private:
  std::shared_ptr<SyntheticMaps> m_maps;
};

}  // namespace

void TestViews::screenEqualsExport() {
  Selection selection;
  HeatmapView heatmap(&selection);
  LinksView links(&selection);
  AtlasView atlas(&selection);
  for (AttentionView* view : {static_cast<AttentionView*>(&heatmap), static_cast<AttentionView*>(&links),
                              static_cast<AttentionView*>(&atlas)}) {
    show(*view, 12);
    // Without its frame around the chosen head the atlas shows the figure alone.
    selection.setHead({-1, -1});
    view->setHead({1, 2});
    if (QCustomPlot* plot = view->findChild<QCustomPlot*>()) plot->replot(QCustomPlot::rpImmediateRefresh);
    const QImage screen = view->grab().toImage().convertToFormat(QImage::Format_RGB32);
    const QImage file = QImage::fromData(figureBytes(view->figure(), FigureFormat::Png, {view->size(), 96, {}}))
                            .convertToFormat(QImage::Format_RGB32);
    QCOMPARE(screen.size(), file.size());
    int differing = 0;
    for (int y = 0; y < file.height(); ++y)
      for (int x = 0; x < file.width(); ++x) {
        const QRgb a = screen.pixel(x, y), b = file.pixel(x, y);
        differing += std::abs(qRed(a) - qRed(b)) + std::abs(qGreen(a) - qGreen(b)) + std::abs(qBlue(a) - qBlue(b)) > 24;
      }
    // The atlas frames the chosen head on screen only.
    const int allowed = view == &atlas ? 4 * 2 * 200 : file.width() * file.height() / 2000;
    QVERIFY2(differing <= allowed, qPrintable(QStringLiteral("%1: %2 pixels").arg(view->objectName()).arg(differing)));
  }
}

void TestViews::hiddenViewsDoNoWork() {
  Selection selection;
  HeatmapView heatmap(&selection);
  LinksView links(&selection);
  AtlasView atlas(&selection);
  for (AttentionView* view : {static_cast<AttentionView*>(&heatmap), static_cast<AttentionView*>(&links),
                              static_cast<AttentionView*>(&atlas)}) {
    const auto maps = std::make_shared<CountingMaps>(someMaps(9));
    view->resize(500, 400);
    view->setMaps(maps, context());
    selection.setHead({2, 1});
    selection.setToken(3);
    FigureStyle dark;
    dark.theme = Theme::Dark;
    view->setStyle(dark);
    QCOMPARE(maps->calls, 0);
    view->show();
    QVERIFY(QTest::qWaitForWindowExposed(view));
    QVERIFY(maps->calls > 0);
    view->hide();
    const int before = maps->calls;
    selection.setHead({0, 0});
    selection.setToken({});
    selection.setCell(Cell{4, 2});
    selection.setCell({});
    QCOMPARE(maps->calls, before);
  }
}

void TestViews::firstPictureShowsTheWholeMap() {
  Selection selection;
  HeatmapView view(&selection);
  QSignalSpy moved(&view, &HeatmapView::visibleCellsChanged);
  show(view, 12);
  view.resize(500, 450);
  QTRY_COMPARE(view.figure().visibleCells(), QRectF(0, 0, 12, 12));
  view.setMaps(someMaps(20), context());
  QTRY_COMPARE(view.figure().visibleCells(), QRectF(0, 0, 20, 20));
  QCOMPARE(moved.count(), 0);
}

void TestViews::largeMapsDoNotBlock_data() {
  QTest::addColumn<int>("kind");
  QTest::newRow("heatmap") << 0;
  QTest::newRow("links") << 1;
  QTest::newRow("atlas") << 2;
  QTest::newRow("flow") << 3;
}

/// A view of large maps has its numbers computed elsewhere, and shows in the end what a file would hold.
void TestViews::largeMapsDoNotBlock() {
  QFETCH(int, kind);
  const auto gate = std::make_shared<std::atomic<bool>>(false);
  const auto other = QThread::currentThread();
  const auto readHere = std::make_shared<std::atomic<Index>>(0);
  const auto maps = std::make_shared<RuleMaps>(1600, 2, 2, [=](HeadId head, Index query, Index key) {
    if (QThread::currentThread() == other) ++*readHere;
    while (QThread::currentThread() != other && !*gate) QThread::msleep(1);
    return key > query ? 0 : scattered(head, query, key) / 20;
  });
  AttentionContext causal = context();
  causal.visibility.assign(2, Visibility{true});
  Selection selection;
  std::unique_ptr<AttentionView> view;
  if (kind == 0) view = std::make_unique<HeatmapView>(&selection);
  if (kind == 1) view = std::make_unique<LinksView>(&selection);
  if (kind == 2) view = std::make_unique<AtlasView>(&selection);
  if (kind == 3) view = std::make_unique<FlowView>(&selection);
  view->resize(600, 500);
  view->setMaps(maps, causal);
  view->show();
  QVERIFY(QTest::qWaitForWindowExposed(view.get()));
  auto* waiting = view->findChild<QWidget*>(QStringLiteral("waiting"));
  QVERIFY(waiting && waiting->isVisible());
  QVERIFY(!view->isReady());
  QVERIFY(view->figure().ready(view->size()) < 1);
  // Hovering asks for nothing that is not there.
  moveTo(*view, {300, 250});
  QTest::keyClick(view.get(), Qt::Key_Down);
  view->grab();
  QVERIFY2(*readHere <= 2 * 1600, qPrintable(QString::number(*readHere)));
  *gate = true;
  QTRY_VERIFY_WITH_TIMEOUT(view->isReady() && !waiting->isVisible(), 20000);
  QCOMPARE(view->figure().ready(view->size()), 1.0);
  QTest::keyClick(view.get(), Qt::Key_Escape);
  selection.setToken({});
  selection.setCell({});
  moveTo(*view, {1, 1});
  QCoreApplication::processEvents();
  if (kind == 2) return;  // The frame of the chosen head is not in files.
  const std::unique_ptr<AttentionFigure> fresh = view->figure().clone();
  QImage expected(view->size(), QImage::Format_RGB32);
  expected.fill(Qt::white);
  {
    QCPPainter painter(&expected);
    painter.setMode(QCPPainter::pmNoCaching);
    fresh->paint(painter, QRectF(view->rect()));
  }
  if (const QString folder = qEnvironmentVariable("HEADLIGHT_GALLERY"); !folder.isEmpty())
    expected.save(folder + QStringLiteral("/large-file-%1.png").arg(kind));
  keep(*view, qPrintable(QStringLiteral("large-%1").arg(kind)));
  QImage found = view->grab().toImage().convertToFormat(QImage::Format_RGB32);
  if (const auto* heatmap = dynamic_cast<HeatmapView*>(view.get())) {
    // QCustomPlot's buffer blends letters a little differently.
    const QRect map = heatmap->figureLayout().map.toRect();
    QVERIFY(map.width() > 100);
    found = found.copy(map);
    expected = expected.copy(map);
  }
  QCOMPARE(found, expected);
}

/// What was computed of all heads, or is being computed, stays when a bar above takes some lines of the room.
void TestViews::anotherSizeStartsNothingAgain() {
  const auto gate = std::make_shared<std::atomic<bool>>(true);
  const auto maps = std::make_shared<RuleMaps>(1600, 2, 2, [=](HeadId head, Index query, Index key) {
    while (!*gate) QThread::msleep(1);
    return key > query ? 0 : scattered(head, query, key) / 20;
  });
  Selection selection;
  AtlasView view(&selection);
  view.resize(600, 500);
  view.setMaps(maps, context());
  view.show();
  QVERIFY(QTest::qWaitForWindowExposed(&view));
  QTRY_VERIFY_WITH_TIMEOUT(view.isReady() && view.figure().ready(view.size()) == 1, 20000);
  const Index once = maps->cellsRead;  // A sample, then every cell.
  QVERIFY(once >= 4 * 1600 * 1600);
  view.resize(600, 464);
  QVERIFY(view.isReady());
  QCOMPARE(Index{maps->cellsRead}, once);
  // What a file gets has the size of the file all the same.
  AtlasFigure exact = view.figure();
  exact.setPatient(false);
  const AtlasLayout places = exact.layout({900, 900});
  QCOMPARE(exact.data(places).cells, exact.cells(places));

  *gate = false;
  const Index before = maps->cellsRead;
  AtlasView other(&selection);
  other.resize(600, 500);
  other.setMaps(maps, context());
  other.show();
  QVERIFY(QTest::qWaitForWindowExposed(&other));
  QVERIFY(!other.isReady());
  other.resize(600, 464);
  other.resize(600, 480);
  *gate = true;
  QTRY_VERIFY_WITH_TIMEOUT(other.isReady() && other.figure().ready(other.size()) == 1, 20000);
  QCOMPARE(maps->cellsRead - before, once);

  // Neither does what leaves a picture's numbers as they are: a panel shows its state at every step of another one.
  *gate = false;
  const Index links = maps->cellsRead;
  LinksView linked(&selection);
  linked.resize(600, 500);
  linked.setMaps(maps, context());
  linked.show();
  QVERIFY(QTest::qWaitForWindowExposed(&linked));
  QVERIFY(!linked.isReady());
  for (int step = 0; step < 3; ++step) linked.edit([](AttentionFigure& figure) { figure.setHead(figure.head()); });
  linked.resize(560, 500);
  *gate = true;
  QTRY_VERIFY_WITH_TIMEOUT(linked.isReady(), 20000);
  QCOMPARE(maps->cellsRead - links, Index{1600 * 1600});
}

void TestViews::heatmapPinch() {
  Selection selection;
  HeatmapView view(&selection);
  show(view, 12);
  QSignalSpy moved(&view, &HeatmapView::visibleCellsChanged);
  QCustomPlot* plot = view.findChild<QCustomPlot*>(QStringLiteral("heatmapPlot"));
  QVERIFY(plot);
  const QPointF at = view.figureLayout().cellRect(6, 3).center();
  const auto pinch = [&](double by) {
    QNativeGestureEvent event(Qt::ZoomNativeGesture, QPointingDevice::primaryPointingDevice(), 2, at, at,
                              plot->mapToGlobal(at), by, {});
    QVERIFY(QCoreApplication::sendEvent(plot, &event));
  };
  pinch(0.5);
  // Half as large again, and what was under the fingers still is.
  QCOMPARE(moved.count(), 1);
  const QRectF seen = view.figure().visibleCells();
  QCOMPARE(seen.width(), 8.0);
  QCOMPARE(seen.left() + (3.5 / 12) * seen.width(), 3.5);
  QCOMPARE(seen.top() + (6.5 / 12) * seen.height(), 6.5);
  pinch(-0.9);
  QCOMPARE(view.figure().visibleCells(), QRectF(0, 0, 12, 12));
}

void TestViews::heatmapHover() {
  Selection selection;
  HeatmapView view(&selection);
  show(view, 12);
  QCustomPlot* plot = view.findChild<QCustomPlot*>(QStringLiteral("heatmapPlot"));
  QVERIFY(plot);
  const QImage before = view.grab().toImage();
  moveTo(*plot, view.figureLayout().cellRect(5, 3).center());
  QCOMPARE(selection.cell(), (std::optional<Cell>(Cell{5, 3})));
  QVERIFY(view.grab().toImage() != before);
  keep(view, "heatmap");
  const float weight = view.figure().maps()->weights({0, 0})(5, 3);
  const QString text = view.cellText({5, 3});
  QVERIFY2(text.contains(QString::number(weight, 'g', 6)) && text.contains(QStringLiteral("“mice” (5)")) &&
               text.contains(QStringLiteral("“chased” (3)")),
           qPrintable(text));
  QVERIFY(view.accessibleDescription().contains(QString::number(weight, 'g', 6)));
  QVERIFY(view.cellText({2, 7}).contains(QStringLiteral("masked")));
  QCOMPARE(view.cellText({99, 0}), QString());
  moveTo(*plot, {3, 3});
  QCOMPARE(selection.cell(), std::nullopt);
  QCOMPARE(view.grab().toImage(), before);
}

void TestViews::heatmapKeyboard() {
  Selection selection;
  HeatmapView view(&selection);
  show(view, 12);
  QTest::keyClick(&view, Qt::Key_Down);
  QCOMPARE(selection.cell(), (std::optional<Cell>(Cell{0, 0})));
  QTest::keyClick(&view, Qt::Key_Down);
  QTest::keyClick(&view, Qt::Key_Right);
  QCOMPARE(selection.cell(), (std::optional<Cell>(Cell{1, 1})));
  for (int i = 0; i < 20; ++i) QTest::keyClick(&view, Qt::Key_Right);
  QCOMPARE(selection.cell(), (std::optional<Cell>(Cell{1, 11})));
  // The part in view follows the cell.
  view.setVisibleCells({0, 0, 4, 4});
  QTest::keyClick(&view, Qt::Key_Down);
  QVERIFY(view.figure().visibleCells().contains(QRectF(11, 2, 1, 1)));
  QTest::keyClick(&view, Qt::Key_0);
  QCOMPARE(view.figure().visibleCells(), QRectF(0, 0, 12, 12));
  QTest::keyClick(&view, Qt::Key_Plus);
  QVERIFY(view.figure().visibleCells().width() < 12);
  QTest::keyClick(&view, Qt::Key_Escape);
  QCOMPARE(selection.cell(), std::nullopt);
}

void TestViews::heatmapZoomAndDrag() {
  Selection selection;
  HeatmapView view(&selection);
  show(view, 40);
  QCustomPlot* plot = view.findChild<QCustomPlot*>();
  QSignalSpy moved(&view, &HeatmapView::visibleCellsChanged);
  const QPointF at = view.figureLayout().cellRect(30, 10).center();
  QWheelEvent wheel(at, plot->mapToGlobal(at), {}, QPoint(0, 240), Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase,
                    false);
  QCoreApplication::sendEvent(plot, &wheel);
  QTRY_VERIFY(view.figure().visibleCells().width() < 39);
  QVERIFY(moved.count() > 0);
  // The cell under the pointer stays there.
  const auto under = view.figureLayout().cellAt(at);
  QVERIFY(under && std::abs(under->first - 30) <= 1 && std::abs(under->second - 10) <= 1);
  QVERIFY(QRectF(0, 0, 40, 40).contains(view.figure().visibleCells()));

  const QRectF before = view.figure().visibleCells();
  const QPoint from = view.figureLayout().map.center().toPoint();
  QTest::mousePress(plot, Qt::LeftButton, {}, from);
  QMouseEvent drag(QEvent::MouseMove, from - QPoint(30, 20), plot->mapToGlobal(from - QPoint(30, 20)), Qt::LeftButton,
                   Qt::LeftButton, Qt::NoModifier);
  QCoreApplication::sendEvent(plot, &drag);
  QTRY_VERIFY(view.figure().visibleCells().left() > before.left());
  QTest::mouseRelease(plot, Qt::LeftButton, {}, from - QPoint(30, 20));
  QVERIFY(std::abs(view.figure().visibleCells().width() - before.width()) < 1e-6);

  QTest::mouseDClick(plot, Qt::LeftButton, {}, from);
  QTRY_COMPARE(view.figure().visibleCells(), QRectF(0, 0, 40, 40));
}

void TestViews::heatmapFollowsTheHead() {
  Selection selection;
  HeatmapView follower(&selection), keeper(&selection);
  keeper.setFollowsSelection(false);
  show(follower, 9);
  show(keeper, 9);
  keeper.setHead({1, 1});
  selection.setHead({3, 2});
  QCOMPARE(follower.head(), (HeadId{3, 2}));
  QCOMPARE(keeper.head(), (HeadId{1, 1}));
}

void TestViews::linksHoverAndPin() {
  Selection selection;
  LinksView view(&selection);
  show(view, 12);
  const LinksLayout layout = view.figure().layout(view.size());
  const QImage before = view.grab().toImage();
  const QPointF query(layout.queryColumn.center().x(), layout.rowY(4)),
      key(layout.keyColumn.center().x(), layout.rowY(2));
  moveTo(view, query);
  QCOMPARE(selection.hoveredToken(), (std::optional<Index>(4)));
  QCOMPARE(view.focus(), (std::optional<LinksFigure::Focus>({4, true, false})));
  keep(view, "links");
  QVERIFY(view.grab().toImage() != before);
  QVERIFY(view.accessibleDescription().contains(QStringLiteral("“the” attends to")));
  QVERIFY(!view.figure().focus());  // never part of what is exported
  moveTo(view, key);
  QCOMPARE(view.focus(), (std::optional<LinksFigure::Focus>({2, false, true})));
  QTest::mouseClick(&view, Qt::LeftButton, {}, key.toPoint());
  QCOMPARE(selection.token(), (std::optional<Index>(2)));
  moveTo(view, layout.links.center());
  QCOMPARE(selection.hoveredToken(), std::nullopt);
  QCOMPARE(view.focus(), (std::optional<LinksFigure::Focus>({2, true, true})));
  QTest::keyClick(&view, Qt::Key_Down);
  QCOMPARE(selection.token(), (std::optional<Index>(3)));
  QTest::keyClick(&view, Qt::Key_Escape);
  QCOMPARE(selection.token(), std::nullopt);
  QCOMPARE(view.grab().toImage(), before);
}

void TestViews::linksSeveralHeads() {
  Selection selection;
  LinksView view(&selection);
  show(view, 12);
  view.edit([](AttentionFigure& figure) { static_cast<LinksFigure&>(figure).setHeads({{0, 1}, {2, 3}}); });
  QCOMPARE(view.figure().layout(view.size()).legend.heads.size(), std::size_t{2});
  QCOMPARE(view.figure().title(), QStringLiteral("Heads L0 H1, L2 H3"));
  view.edit([](AttentionFigure& figure) { static_cast<LinksFigure&>(figure).setThreshold(0.5); });
  for (const Link& link : view.figure().data().links) QVERIFY(link.weight >= 0.5F);
}

void TestViews::atlasPointAndChoose() {
  Selection selection;
  AtlasView view(&selection);
  show(view, 12);
  QSignalSpy beside(&view, &AtlasView::headActivatedBeside);
  const auto centre = [&](HeadId head) { return view.figure().layout(view.size()).thumbnail(head).center().toPoint(); };
  moveTo(view, centre({2, 4}));
  QCOMPARE(view.hoveredHead(), (std::optional<HeadId>(HeadId{2, 4})));
  keep(view, "atlas");
  QTest::mouseClick(&view, Qt::LeftButton, {}, centre({1, 3}));
  QCOMPARE(selection.head(), (HeadId{1, 3}));
  QTest::mouseClick(&view, Qt::LeftButton, Qt::ControlModifier, centre({3, 5}));
  QCOMPARE(selection.head(), (HeadId{1, 3}));
  QCOMPARE(beside.count(), 1);
  QCOMPARE(beside.at(0).at(0).value<HeadId>(), (HeadId{3, 5}));
  QTest::keyClick(&view, Qt::Key_Right);
  QTest::keyClick(&view, Qt::Key_Down);
  QCOMPARE(selection.head(), (HeadId{2, 4}));
  for (int i = 0; i < 9; ++i) QTest::keyClick(&view, Qt::Key_Down);
  QCOMPARE(selection.head(), (HeadId{3, 4}));
  QVERIFY(view.accessibleDescription().contains(QStringLiteral("Layer 3, head 4")));
  QTest::keyClick(&view, Qt::Key_Return, Qt::ControlModifier);
  QCOMPARE(beside.count(), 2);
  // Shift and the space bar mark heads; a second time unmarks.
  QTest::mouseClick(&view, Qt::LeftButton, Qt::ShiftModifier, centre({0, 1}));
  QTest::keyClick(&view, Qt::Key_Space);
  QCOMPARE(view.marked(), (std::vector<HeadId>{{0, 1}, {3, 4}}));
  QVERIFY(view.accessibleDescription().contains(QStringLiteral("marked")));
  QTest::mouseClick(&view, Qt::LeftButton, Qt::ShiftModifier, centre({0, 1}));
  QCOMPARE(view.marked(), (std::vector<HeadId>{{3, 4}}));
  QCOMPARE(beside.count(), 2);
  // In lines the arrows follow the list.
  view.setListed({{3, 1}, {0, 2}, {2, 2}});
  selection.setHead({3, 1});
  QTest::keyClick(&view, Qt::Key_Right);
  QCOMPARE(selection.head(), (HeadId{0, 2}));
  QTest::mouseClick(&view, Qt::LeftButton, {}, centre({2, 2}));
  QCOMPARE(selection.head(), (HeadId{2, 2}));
  QVERIFY(view.figure().layout(view.size()).thumbnail({1, 1}).isNull());
}

void TestViews::newMapsWithFewerTokens() {
  Selection selection;
  HeatmapView heatmap(&selection);
  LinksView links(&selection);
  AtlasView atlas(&selection);
  for (AttentionView* view : {static_cast<AttentionView*>(&heatmap), static_cast<AttentionView*>(&links),
                              static_cast<AttentionView*>(&atlas)}) {
    show(*view, 30);
    selection.setToken(25);
    selection.setHoveredToken(27);
    selection.setCell(Cell{28, 20});
    view->setMaps(someMaps(3), context());
    view->grab();
    view->setMaps(nullptr, {});
    view->grab();
    QTest::keyClick(view, Qt::Key_Down);
    view->resize(200, 150);
    view->setMaps(someMaps(3), context());
    view->grab();
  }
}

HEADLIGHT_TEST(TestViews)
#include "test_views.moc"

#include <QClipboard>
#include <QDesktopServices>
#include <QGuiApplication>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QUrl>
#include <filesystem>

#include "core/base/error.h"
#include "core/sound/wav.h"
#include "tests/support/child.h"
#include "tests/support/suite.h"
#include "ui/figures/image_overlay/image_overlay_data.h"
#include "ui/images/image_file.h"
#include "ui/images/sound_player.h"
#include "ui/panels/panel.h"
#include "ui/panels/panel_area.h"
#include "ui/panes/media/answer_stepper.h"
#include "ui/panes/media/media_bar.h"
#include "ui/panes/media/patch_words.h"
#include "ui/panes/token_strip.h"
#include "ui/reading/engine.h"
#include "ui/reading/media_input.h"
#include "ui/state/panel_kind.h"
#include "ui/state/session_file.h"
#include "ui/views/image_overlay_view.h"
#include "ui/window/main_window.h"
#include "ui/window/path_opener.h"
#include "ui/window/session_controller.h"

using namespace headlight;
using headlight::test::child;
namespace fs = std::filesystem;

namespace {

const fs::path kMedia = fs::path(HEADLIGHT_SOURCE_DIR) / "tests/data/multimodal";

/// A window with a tiny model without a tokenizer, and `ids` typed.
struct MediaWindow {
  MainWindow window{coreEngine()};
  Workspace& workspace = window.workspace();

  explicit MediaWindow(const fs::path& model, const std::string& ids = {}) {
    window.resize(1280, 800);
    window.show();
    WorkspaceState state;
    state.model = model;
    state.ids = ids;
    state.panels = openingPanels();
    window.openState(state);
    if (!QTest::qWaitFor([this] { return workspace.model() != nullptr; })) qFatal("no model");
  }
  std::size_t tokens() { return workspace.result() ? workspace.result()->maps->queryTokens().size() : 0; }
  std::size_t panelsOfPictures() {
    std::size_t count = 0;
    for (const PanelState& panel : workspace.panels()) count += panelKind(panel.kind).has.image ? 1 : 0;
    return count;
  }
};

KeptImage picture(QRgb colour) {
  QImage image(30, 20, QImage::Format_RGB888);
  image.fill(colour);
  return keptImage("a.png", rgbOf(image));
}

}  // namespace

/// A player of the desktop that keeps what it is given.
class DesktopPlayer : public QObject {
  Q_OBJECT
 public:
  std::vector<Sound> played;
 public slots:
  void play(const QUrl& file) { played.push_back(readSound(file.toLocalFile().toStdString())); }
};

/// Pictures that stand in texts, and sounds, in states and in the window.
class TestMediaWindow : public QObject {
  Q_OBJECT
 private slots:
  void init() { QSettings().clear(); }

  void aPictureComesIntoTheText() {
    MediaWindow opened(kMedia / "llava-next", "1 34 67");
    QTRY_COMPARE(opened.tokens(), std::size_t(3));
    QVERIFY(child<QToolButton>(opened.window, "addPicture").isVisible());
    opened.window.opener().open(kMedia / "pictures/rgb.png");
    QTRY_VERIFY(opened.tokens() > 3);
    QCOMPARE(opened.workspace.ids(), std::string("95 1 34 67"));
    QCOMPARE(child<QPlainTextEdit>(opened.window, "tokenIds").toPlainText(), QString("95 1 34 67"));
    QCOMPARE(opened.workspace.notice().text, QString());
    QVERIFY(child<QToolButton>(opened.window, "picture0").isVisible());
    QVERIFY(child<QToolButton>(opened.window, "addPicture").isVisible());
    QCOMPARE(opened.panelsOfPictures(), std::size_t(2));
    QVERIFY(opened.workspace.result()->beside.contains(AttentionType::Vision));

    opened.window.act("undoAction");
    QTRY_COMPARE(opened.tokens(), std::size_t(3));
    QVERIFY(opened.workspace.pictures().empty());
    QCOMPARE(opened.workspace.ids(), std::string("1 34 67"));
    opened.window.act("redoAction");
    QTRY_VERIFY(opened.tokens() > 3);
    opened.workspace.removePicture(0);
    QTRY_COMPARE(opened.tokens(), std::size_t(3));
    QCOMPARE(opened.workspace.ids(), std::string("1 34 67"));
  }

  void theTokensOfAPictureAreOneChip() {
    MediaWindow opened(kMedia / "llava-next", "1 34 67");
    opened.window.opener().open(kMedia / "pictures/rgb.png");
    auto& strip = child<TokenStrip>(opened.window, "tokenStrip");
    QTRY_VERIFY(opened.tokens() > 3);
    QTRY_COMPARE(strip.chips().chips.size(), std::size_t(4));
    const auto count = static_cast<Index>(opened.tokens());
    QCOMPARE(strip.chipOf(0), std::size_t(0));
    QCOMPARE(strip.chipOf(count - 1), std::size_t(3));
    QTest::mouseClick(strip.viewport(), Qt::LeftButton, {}, strip.chips().chips[3].center().toPoint());
    QCOMPARE(opened.workspace.selection()->pinned(), std::optional(count - 1));
    QTest::mouseClick(strip.viewport(), Qt::LeftButton, {}, strip.chips().chips[0].center().toPoint());
    QVERIFY(strip.isOpen(0));
    QCOMPARE(strip.chips().chips.size(), static_cast<std::size_t>(count) + 1);
    QTest::mouseClick(strip.viewport(), Qt::LeftButton, {}, strip.chips().chips[0].center().toPoint());
    QCOMPARE(strip.chips().chips.size(), std::size_t(4));
    QTest::keyClick(&strip, Qt::Key_Home);
    QTest::keyClick(&strip, Qt::Key_Right);
    QTest::keyClick(&strip, Qt::Key_Return);
    QCOMPARE(opened.workspace.selection()->pinned(), std::optional(count - 3));
  }

  void severalPicturesArePlacedInOrder() {
    MediaWindow opened(kMedia / "llava-next", "1 34 67");
    opened.window.opener().open(std::vector<fs::path>{kMedia / "pictures/rgb.png", kMedia / "pictures/gray.png"});
    QTRY_COMPARE(opened.workspace.pictures().size(), std::size_t(2));
    QCOMPARE(opened.workspace.ids(), std::string("95 95 1 34 67"));
    auto& strip = child<TokenStrip>(opened.window, "tokenStrip");
    QTRY_COMPARE(strip.chips().chips.size(), std::size_t(5));
    QCOMPARE(child<MediaBar>(opened.window, "mediaBar").pictures().size(), std::size_t(2));
    // Without its place a picture is missed, and what was read stays.
    opened.workspace.setIds(std::string("95 1 34 67"));
    QTRY_COMPARE(opened.workspace.notice().level, Notice::Level::Error);
    QVERIFY2(opened.workspace.notice().text.contains("for each of the 2"), qPrintable(opened.workspace.notice().text));
    QCOMPARE(opened.workspace.pictures().size(), std::size_t(2));
  }

  void aPastedPictureIsRead() {
    MediaWindow opened(kMedia / "llava-next", "1 34 67");
    QTRY_COMPARE(opened.tokens(), std::size_t(3));
    auto* copied = new QMimeData;
    copied->setImageData(qimageOf(readImage(kMedia / "pictures/rgb.png")));
    QGuiApplication::clipboard()->setMimeData(copied);
    child<QPlainTextEdit>(opened.window, "tokenIds").paste();
    QTRY_COMPARE(opened.workspace.pictures().size(), std::size_t(1));
    QTRY_VERIFY(opened.tokens() > 3);
  }

  void aSessionKeepsPicturesAndSound() {
    const QTemporaryDir folder;
    const fs::path file = folder.filePath("a.headlight").toStdString();
    WorkspaceState state;
    {
      MediaWindow opened(kMedia / "llava-next", "1 34 67");
      opened.workspace.setSound(openSound(kMedia / "sweep.wav"));
      opened.workspace.putPicture(picture(qRgb(200, 20, 20)));
      opened.workspace.putPicture(picture(qRgb(20, 200, 20)));
      QTRY_VERIFY(opened.tokens() > 3);
      QVERIFY2(opened.workspace.notice().text.contains("reads no sounds"), qPrintable(opened.workspace.notice().text));
      QVERIFY(opened.window.sessions().save(file));
      state = opened.workspace.state();
    }
    MediaWindow other(kMedia / "llava-next");
    other.window.opener().open(file);
    QTRY_COMPARE(other.workspace.pictures().size(), std::size_t(2));
    QVERIFY(other.workspace.pictures() == state.pictures);
    QVERIFY(other.workspace.sound() == state.sound);
    QTRY_VERIFY(other.tokens() > 3);
  }

  void aSoundIsHeard() {
    MediaWindow opened(kMedia / "whisper");
    QTRY_VERIFY2(opened.workspace.notice().text.startsWith("Open a sound"), qPrintable(opened.workspace.notice().text));
    QVERIFY(child<QToolButton>(opened.window, "addSound").isVisible());
    opened.window.opener().open(kMedia / "sweep.wav");
    QTRY_VERIFY2(opened.tokens() > 0, qPrintable(opened.workspace.notice().text));
    QVERIFY(child<QToolButton>(opened.window, "sound").isVisible());
    QVERIFY(!child<QToolButton>(opened.window, "addSound").isVisible());
    QVERIFY(opened.workspace.result()->beside.contains(AttentionType::Cross));
    QCOMPARE(opened.panelsOfPictures(), std::size_t(2));
    for (const PanelState& panel : opened.workspace.panels()) QCOMPARE(panel.attention, AttentionType::Cross);
    // It wrote of itself; with ids the decoder has read those.
    opened.workspace.setIds(std::string("90 44 29"));
    QTRY_COMPARE(opened.tokens(), std::size_t(3));
    opened.workspace.setSound({});
    QTRY_VERIFY(opened.workspace.notice().text.startsWith("Open a sound"));
  }

  /// A state that a sound comes with is looked at as one that a sound was dropped on.
  void panelsOfASoundLookAtIt() {
    MediaWindow opened(kMedia / "whisper");
    WorkspaceState state = opened.workspace.state();
    state.sound = openSound(kMedia / "sweep.wav");
    state.panels = imagePanels();
    QCOMPARE(state.panels.front().attention, AttentionType::Self);
    opened.window.openState(state);
    QTRY_VERIFY(opened.workspace.result());
    QCOMPARE(opened.panelsOfPictures(), opened.workspace.panels().size());
    for (const PanelState& panel : opened.workspace.panels()) {
      QCOMPARE(panel.attention, AttentionType::Cross);
      QCOMPARE(panel.lenses.size(), std::size_t(1));
      QCOMPARE(panel.lenses.front().kind, PanelLens::Kind::Written);
    }
  }

  void theAnswerIsSteppedThrough() {
    MediaWindow opened(kMedia / "llava-next", "1 34 67");
    auto& stepper = child<AnswerStepper>(opened.window, "answerStepper");
    QTRY_COMPARE(opened.tokens(), std::size_t(3));
    QVERIFY(!stepper.isVisible());
    opened.window.opener().open(kMedia / "pictures/rgb.png");
    QTRY_VERIFY(stepper.isVisible());
    QCOMPARE(stepper.words().size(), std::size_t(3));
    const RunResult& result = *opened.workspace.result();
    const AnswerWord& last = stepper.words().back();
    QCOMPARE(last.row, static_cast<Index>(opened.tokens()) - 1);
    const Matrix row = result.maps->weights({0, 0}, {last.row, 0, 1, result.maps->keys()});
    // What covers a part of the picture; the ends of its lines do not.
    double media = 0, ends = 0;
    for (Index key = 1; key < result.maps->keys(); ++key)
      if (const ImagePlace* place = result.maps->keyTokens()[static_cast<std::size_t>(key)].imagePlace())
        (place->row >= 0 ? media : ends) += static_cast<double>(row(0, key));
    QVERIFY(ends > 0);
    QVERIFY(std::abs(last.shares.media - media) < 1e-6);
    // The figure of the same word says the same.
    const ImageOverlayData shown = computeImageOverlay(*result.maps, result.context.media.get(), nullptr,
                                                       {{{0, 0}}, last.row, Direction::Gives, {0}, {}});
    QVERIFY(std::abs(last.shares.media - shown.shares.front().media) < 1e-6);
    QVERIFY(std::abs(last.shares.beside - shown.shares.front().beside) < 1e-6);
    QVERIFY(std::abs(last.shares.media + last.shares.beside + last.shares.sinks - 1) < 1e-5);

    Selection* selection = opened.workspace.selection();
    QTest::mouseClick(&child<QToolButton>(stepper, "nextWord"), Qt::LeftButton);
    QCOMPARE(selection->token(), std::optional(stepper.words()[0].row));
    QTest::keyClick(&stepper, Qt::Key_Right);
    QCOMPARE(selection->token(), std::optional(stepper.words()[1].row));
    QVERIFY(!selection->pinned());
    QTest::keyClick(&stepper, Qt::Key_Space);
    QVERIFY(stepper.isPlaying());
    QTest::keyClick(&stepper, Qt::Key_Escape);
    QVERIFY(!stepper.isPlaying() && !selection->token());
  }

  void aPartNamesTheWordsThatLookThere() {
    MediaWindow opened(kMedia / "llava-next", "1 34 67");
    opened.window.opener().open(kMedia / "pictures/rgb.png");
    QTRY_VERIFY(opened.tokens() > 3);
    ImageOverlayView* view = nullptr;
    for (Panel* panel : opened.window.panelArea().panels())
      if (panel->state().kind == PanelKind::Image) view = qobject_cast<ImageOverlayView*>(panel->view());
    QVERIFY(view);
    opened.workspace.selection()->setToken(static_cast<Index>(opened.tokens()) - 1);
    QTRY_VERIFY(view->figure().hasImage() && !view->figure().layout(view->size()).tiles.empty());
    auto& patch = child<PatchWords>(opened.window, "patchWords");
    auto& strip = child<TokenStrip>(opened.window, "tokenStrip");
    const ImageOverlayLayout::Tile tile = view->figure().layout(view->size()).tiles.front();
    QTest::mouseClick(view, Qt::LeftButton, {}, tile.picture.center().toPoint());
    QTRY_VERIFY(patch.isVisible());
    QVERIFY(patch.patch().has_value());
    QCOMPARE(opened.workspace.selection()->pinned(), std::optional(static_cast<Index>(opened.tokens()) - 1));
    const RunResult& result = *opened.workspace.result();
    const Token& part = result.maps->keyTokens()[static_cast<std::size_t>(*patch.patch())];
    QVERIFY(part.imagePlace());
    QCOMPARE(patch.words().size(), std::size_t(3));
    for (const TokenWeight& word : patch.words())
      QCOMPARE(word.weight, result.maps->weights({0, 0}, {word.token, *patch.patch(), 1, 1})(0, 0));
    QVERIFY(patch.words()[0].weight >= patch.words()[1].weight);
    QCOMPARE(strip.tints().size(), opened.tokens());
    QTest::keyClick(view, Qt::Key_Escape);
    QTest::keyClick(view, Qt::Key_Escape);
    QTRY_VERIFY(!patch.isVisible());
    QVERIFY(strip.tints().empty() && !view->part());
  }

  /// What the desktop's player is given is the sound from the clicked stretch on.
  void aStretchOfASoundIsPlayed() {
    MediaWindow opened(kMedia / "whisper");
    opened.window.opener().open(kMedia / "sweep.wav");
    QTRY_VERIFY(opened.tokens() > 0);
    auto& patch = child<PatchWords>(opened.window, "patchWords");
    const auto& keys = opened.workspace.result()->beside.at(AttentionType::Cross).maps->keyTokens();
    patch.setPatch(Index{20});
    QTRY_VERIFY(patch.isVisible() && child<QToolButton>(patch, "playPart").isVisible());
    DesktopPlayer player;
    QDesktopServices::setUrlHandler(QStringLiteral("file"), &player, "play");
    QTest::mouseClick(&child<QToolButton>(patch, "playPart"), Qt::LeftButton);
    QDesktopServices::unsetUrlHandler(QStringLiteral("file"));
    QCOMPARE(player.played.size(), std::size_t(1));
    const Sound whole = readSound(kMedia / "sweep.wav"), rest = player.played.front();
    const auto first = static_cast<std::size_t>(keys[20].soundPlace()->from * whole.rate);
    QVERIFY(first > 0);
    QCOMPARE(rest.rate, whole.rate);
    QVERIFY(std::equal(rest.samples.begin(), rest.samples.end(), whole.samples.begin() + static_cast<long>(first),
                       whole.samples.end()));
    // Of nothing there is nothing to play.
    QVERIFY(!playFrom(whole, whole.seconds()));
  }

  void placesFollowThePictures() {
    WorkspaceState state;
    state.text = "What is this?";
    addPicture(state, picture(1), nullptr);
    QCOMPARE(*state.text, std::string("What is this?"));  // Pictures come first by themselves.
    state.text = "Is <image> like";
    addPicture(state, picture(2), nullptr);
    QCOMPARE(*state.text, std::string("Is <image><image> like"));
    state.text = "Is <image> like <image>?";
    removePicture(state, 0, nullptr);
    QCOMPARE(*state.text, std::string("Is  like <image>?"));
    QVERIFY(state.pictures.front() == picture(2));
  }

  void aConversationNamesTheTurn() {
    WorkspaceState state;
    state.conversation = conversationOfJson(
        R"([{"role": "system", "content": "Be brief."}, {"role": "user", "content": "What is this?"},
            {"role": "assistant", "content": "A"}])",
        "x");
    addPicture(state, picture(1), nullptr);
    QCOMPARE(turnsOf(*state.conversation)[1].text, std::string("<image>\nWhat is this?"));
    removePicture(state, 0, nullptr);
    QCOMPARE(turnsOf(*state.conversation)[1].text, std::string("What is this?"));
  }

  void soundsAreKeptExactlyOrLess() {
    const KeptSound sound = openSound(kMedia / "sweep.wav");
    QVERIFY(!sound.lesser && isSoundFile(kMedia / "sweep.wav") && !isSoundFile(kMedia / "README.md"));
    const KeptSound again = soundFromCopy(sound.path, *sound.copy, false, "a");
    QVERIFY(again == sound);
    Sound real{8000, {0.1F, -0.3F, 1.5F}};
    QVERIFY(soundIn(wavOf(real), "a") == real);

    const QTemporaryDir folder;
    Sound lasting{16000, std::vector<float>(16000 * 70)};
    for (std::size_t i = 0; i < lasting.samples.size(); ++i) lasting.samples[i] = i % 96 < 48 ? 0.25F : -0.25F;
    QFile file(folder.filePath("lasting.wav"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    const std::string bytes = wavOf(lasting);
    file.write(bytes.data(), static_cast<qint64>(bytes.size()));
    file.close();
    const KeptSound kept = openSound(file.fileName().toStdString());
    QVERIFY(kept.lesser && kept.copy->size() <= kMostSoundCopyBytes);
    QCOMPARE(kept.sound->seconds(), 70.0);
    QCOMPARE(soundIn(*kept.copy, "a").seconds(), 60.0);
    QVERIFY_THROWS_EXCEPTION(Error, soundFromCopy("a", "RIFF", false, "a"));
  }

  void olderSessionsHaveOnePicture() {
    Session session{"vit", "f", {}};
    session.state.model = "/m";
    session.state.pictures = {picture(qRgb(1, 2, 3))};
    session.state.panels = openingPanels();
    QString text = QString::fromStdString(sessionText(session));
    text.replace("\"headlight-session\": 6", "\"headlight-session\": 5").replace("\"pictures\": [", "\"image\":");
    const qsizetype list = text.indexOf("\"image\":"), end = text.indexOf(']', list);
    text.remove(end, 1);
    QVERIFY(readSession(text.toStdString(), "a") == session);
  }
};

HEADLIGHT_TEST(TestMediaWindow)
#include "test_media_window.moc"

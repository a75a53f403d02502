#include "ui/window/deck_keeper.h"

#include <algorithm>

#include "core/base/error.h"
#include "ui/panels/exports.h"
#include "ui/panels/shown_session.h"

namespace headlight {

DeckKeeper::DeckKeeper(Workspace* workspace, SessionKeeper* sessions, Engine engine, QObject* parent)
    : QObject(parent),
      m_workspace(workspace),
      m_sessions(sessions),
      m_engine(std::move(engine)),
      m_window([this](QWidget* beside) { return makeWindow(beside); }, [this](DeckWindow& window) { tell(window); }) {
  connect(workspace, &Workspace::deckChanged, this, [this] { m_window.follow(); });
}

DeckKeeper::~DeckKeeper() = default;

template <class Change>
void DeckKeeper::change(Change change) {
  std::vector<DeckSlide> deck = m_workspace->deck();
  change(deck);
  m_workspace->setDeck(std::move(deck));
}

void DeckKeeper::flush() {
  if (window()) window()->flush();
}

void DeckKeeper::add(const PanelState& panel, const Exportable& shown) {
  const Session session = shownSession(m_sessions->session(), {panel}, m_workspace->results());
  DeckSlide slide;
  slide.title = shown.name.toStdString();
  slide.session = sessionText(session);
  Exportable picture = shown;
  picture.provenance.session = sessionText(withoutPlaces(session));
  m_known[slide.session] = std::move(picture);
  change([&](std::vector<DeckSlide>& deck) { deck.push_back(std::move(slide)); });
}

DeckWindow* DeckKeeper::makeWindow(QWidget* beside) {
  auto* window = new DeckWindow(beside);
  connect(window, &DeckWindow::textsEdited, this, [this](int page, const QString& title, const QString& sentence) {
    change([&](std::vector<DeckSlide>& deck) {
      DeckSlide& slide = deck.at(static_cast<std::size_t>(page));
      slide.title = title.toStdString();
      slide.sentence = sentence.toStdString();
    });
  });
  connect(window, &DeckWindow::moveRequested, this, [this](int from, int to) {
    change([&](std::vector<DeckSlide>& deck) {
      std::swap(deck.at(static_cast<std::size_t>(from)), deck.at(static_cast<std::size_t>(to)));
    });
  });
  connect(window, &DeckWindow::removeRequested, this,
          [this](int page) { change([&](std::vector<DeckSlide>& deck) { deck.erase(deck.begin() + page); }); });
  connect(window, &DeckWindow::exportRequested, this, &DeckKeeper::write);
  return window;
}

std::vector<DeckPage> DeckKeeper::pages() const {
  std::vector<DeckPage> pages;
  for (const DeckSlide& slide : m_workspace->deck()) {
    DeckPage page{QString::fromStdString(slide.title), QString::fromStdString(slide.sentence), {}};
    if (const auto known = m_known.find(slide.session); known != m_known.end()) page.what = known->second;
    pages.push_back(std::move(page));
  }
  return pages;
}

void DeckKeeper::tell(DeckWindow& window) {
  window.setPages(pages());
  std::vector<std::string> missing;
  for (const DeckSlide& slide : m_workspace->deck())
    if (!m_known.contains(slide.session) && !std::count(missing.begin(), missing.end(), slide.session))
      missing.push_back(slide.session);
  if (missing.empty() || m_job.isRunning()) return;
  m_job.start(
      [missing, engine = m_engine](const Progress& progress) {
        std::vector<std::pair<std::string, Exportable>> computed;
        for (const std::string& text : missing) {
          const Session session = readSession(text, "deck");
          computed.emplace_back(text, exportableOf(session, engine, progress));
        }
        return computed;
      },
      [this](const auto& computed) { take(computed); },
      [this](const QString& message) {
        if (DeckWindow* shown = this->window()) shown->showProblem(message);
      });
}

void DeckKeeper::take(const std::vector<std::pair<std::string, Exportable>>& computed) {
  for (const auto& [session, picture] : computed) m_known[session] = picture;
  flush();  // The pages are shown anew.
  m_window.follow();
}

// The pages, and none of what the workspace holds beside them.
std::string DeckKeeper::deckSession(const std::vector<DeckPage>& pages) const {
  std::vector<DeckSlide> slides;
  for (const DeckPage& page : pages)
    slides.push_back({page.title.toStdString(), page.sentence.toStdString(), page.what.provenance.session});
  Session session = readSession(*slides.front().session, "deck");
  session.state.deck = std::move(slides);
  return sessionText(session);
}

void DeckKeeper::write(const ExportSettings& settings, const QString& path) {
  try {
    const std::vector<DeckPage> deck = pages();
    if (deck.empty()) throw Error(tr("deck: expected at least one slide, found none").toStdString());
    Provenance provenance = deck.front().what.provenance;
    provenance.picture = "deck";
    provenance.head.reset();
    provenance.session = deckSession(deck);
    exportDeck(deck, settings, provenance, path.toStdString());
    window()->showExported(path);
  } catch (const Error& error) {
    window()->showProblem(QString::fromUtf8(error.what()));
  }
}

}  // namespace headlight

import Files
import Testing

@Suite struct UserFoldersTests {
  @Test func `without XDG's variables they are in the home folder`() {
    let folders = UserFolders(environment: ["HOME": "/home/ada"])
    #expect(folders.configuration == "/home/ada/.config/seiscope")
    #expect(folders.state == "/home/ada/.local/state/seiscope")
    #expect(folders.home == "/home/ada")
  }

  @Test func `XDG's variables win, if they are absolute`() {
    let folders = UserFolders(
      environment: ["HOME": "/h", "XDG_CONFIG_HOME": "/c", "XDG_STATE_HOME": "relative"])
    #expect(folders.configuration == "/c/seiscope")
    #expect(folders.state == "/h/.local/state/seiscope")
    #expect(UserFolders(environment: ["XDG_STATE_HOME": "/s"]).state == "/s/seiscope")
  }

  @Test func `without any there are none`() {
    #expect(UserFolders(environment: ["HOME": ""]) == UserFolders(environment: [:]))
    let none = UserFolders(environment: [:])
    #expect(none.configuration == nil && none.state == nil && none.home == nil)
  }
}

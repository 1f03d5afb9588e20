// RxPlayer as its documentation says to keep it small: without features but the one needed.
import RxPlayer from 'rx-player/minimal';
import { DASH } from 'rx-player/features';

RxPlayer.addFeatures([DASH]);
export default RxPlayer;
